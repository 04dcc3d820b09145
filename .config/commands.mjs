/** What each npm script needs made ready, and what it then runs. */
import { pathToFileURL } from 'node:url';
import { runNode } from './child.mjs';
import { prepare } from './prepare.mjs';
import { inProject, NotReady, say, toolPath } from './project.mjs';

const everything = ['packages', 'build', 'browser'];

const commands = {
  start: { needs: everything, run: (args) => become('main.js', args) },
  counterweight: { needs: ['packages', 'build'], run: (args) => become('cli.js', args) },
  test: { needs: ['packages'], run: async () => (await import('./run-tests.mjs')).runTests() },
  coverage: { needs: everything, run: async () => (await import('./run-tests.mjs')).runCoverage() },
  'test:long': { needs: everything, run: async (args) => (await import('./run-scripts.mjs')).runLong(args) },
  'test:mongo': { needs: ['packages'], run: async () => (await import('./run-mongo.mjs')).runMongo() },
  bench: { needs: everything, run: async (args) => (await import('./run-scripts.mjs')).runBench(args) },
  format: { needs: ['packages'], run: async () => format() },
};

/** Exit code 70 when the folder cannot be made ready or we are at fault: never 1 or 2, which speak about the input. */
export const runCommand = async (name, args) => {
  const command = commands[name];
  if (command === undefined) {
    say(`there is no command "${name ?? ''}". The commands are ${Object.keys(commands).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  stopWithParent();
  try {
    await prepare(command.needs);
    await command.run(args);
  } catch (error) {
    say(error instanceof NotReady ? error.message : error.stack);
    process.exit(70);
  }
};

/**
 * A signal sent to npm can end it, and the shell it started, without reaching this process. A server left behind
 * would go on holding its store, so it takes the loss of the one who started it for the same request to stop.
 */
const stopWithParent = () => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
};

/** Runs one of our programs in this very process, so that a signal sent to it arrives and stdout is its own. */
const become = async (file, args) => {
  const path = inProject('.build', 'src', file);
  process.argv = [process.execPath, path, ...args];
  await import(pathToFileURL(path).href);
};

const format = async () => {
  const { code } = await runNode([toolPath('prettier'), '--write', '--log-level', 'warn', '.'], {
    output: 'inherit',
  });
  process.exitCode = code;
};
