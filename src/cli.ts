import { runProgram } from './cli/program.ts';
import { composeCommands } from './compose.ts';

/** The command-line front door. */
process.exitCode = await runProgram(
  composeCommands({
    result: (text) => console.log(text),
    message: (text) => console.error(text),
  }),
  process.argv.slice(2),
);
