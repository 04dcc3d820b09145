import { Command, CommanderError } from 'commander';
import { addBackupRestore } from './commands/backup-restore.ts';
import { addDemo } from './commands/demo.ts';
import { addEvaluate } from './commands/evaluate.ts';
import { addExportImport } from './commands/export-import.ts';
import { addImportShared } from './commands/import-shared.ts';
import { addPeople } from './commands/people.ts';
import { addReport } from './commands/report.ts';
import { addRubricCheck } from './commands/rubric-check.ts';
import { addShare } from './commands/share.ts';
import { addVerify } from './commands/verify.ts';
import { addWorkbook } from './commands/workbook.ts';
import { EXIT, explain } from './output.ts';
import type { CommandPorts } from './ports.ts';

/** Every command there is. Result on stdout, messages on stderr; exit codes as `--help` says. */
export const buildProgram = (ports: CommandPorts): Command => {
  const program = new Command('counterweight')
    .description('Evaluate, report, verify and look after decisions.')
    .addHelpText(
      'after',
      '\nExit codes: 0 good, 1 the thing examined is faulty, 2 usage or input that cannot be read, 70 a fault of ours.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => ports.output.result(text.trimEnd()),
      writeErr: (text) => ports.output.message(text.trimEnd()),
    });
  addRubricCheck(program, ports);
  addEvaluate(program, ports);
  addReport(program, ports);
  addWorkbook(program, ports);
  addVerify(program, ports);
  addExportImport(program, ports);
  addShare(program, ports);
  addImportShared(program, ports);
  addBackupRestore(program, ports);
  addPeople(program, ports);
  addDemo(program, ports);
  return program;
};

/** Runs the words of a command line and returns the exit code. */
export const runProgram = async (ports: CommandPorts, words: readonly string[]): Promise<number> => {
  try {
    await buildProgram(ports).parseAsync([...words], { from: 'user' });
    return EXIT.good;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.good : EXIT.usage;
    const { lines, code } = explain(error);
    for (const line of lines) ports.output.message(line);
    return code;
  }
};
