/**
 * Stands in front of every npm script: makes a fresh clone ready, then does what was asked.
 *
 *   node .config/ready.mjs COMMAND [arguments]
 *
 * Plain JavaScript without dependencies, because it runs before there are any. Everything it has to say goes to
 * stderr: stdout belongs to the command.
 */
import { nodeVersionFault } from './node-version.mjs';

const fault = nodeVersionFault(process.version);
if (fault === null) {
  import('./commands.mjs').then((commands) => commands.runCommand(process.argv[2], process.argv.slice(3)));
} else {
  process.stderr.write(fault + '\n');
  process.exitCode = 70;
}
