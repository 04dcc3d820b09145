/** npm run test:long and npm run bench: every script of a folder in turn, its figures on stdout. */
import { basename } from 'node:path';
import { runNode, stoppable } from './child.mjs';
import { inProject, listFiles, say } from './project.mjs';
import { testEnvironment } from './test-environment.mjs';

export const runLong = (args) => runFolder('long', args, 'campaigns');

export const runBench = (args) => runFolder('bench', args, 'benchmarks');

/** The scripts stand in the folder itself; what they share is in folders below it. */
const runFolder = async (folder, args, what) => {
  const place = inProject('test', folder);
  const scripts = listFiles(place).filter(
    (file) => file === inProject('test', folder, basename(file)) && file.endsWith('.ts'),
  );
  const failed = [];
  for (const script of scripts) {
    const name = basename(script, '.ts');
    say(name);
    const run = () =>
      runNode(['--import', 'tsx', script, ...args], { output: 'inherit', env: testEnvironment() });
    const { code } = await stoppable(run);
    if (code !== 0) failed.push(name);
  }
  say(
    `${scripts.length} ${what}, ${failed.length} failed${failed.length === 0 ? '' : `: ${failed.join(', ')}`}`,
  );
  process.exitCode = failed.length === 0 && scripts.length > 0 ? 0 : 1;
};
