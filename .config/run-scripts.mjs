/** npm run test:long and npm run bench: every script of a folder in turn, its figures on stdout. */
import { basename } from 'node:path';
import { runNode, stoppable } from './child.mjs';
import { inProject, listFiles, say } from './project.mjs';

export const runLong = (args) => runFolder('long', args, 'campaigns');

export const runBench = (args) => runFolder('bench', args, 'benchmarks');

const runFolder = async (folder, args, what) => {
  const scripts = listFiles(inProject('test', folder)).filter((file) =>
    /^[^_].*(?<!\.spec|\.d)\.ts$/.test(basename(file)),
  );
  const failed = [];
  for (const script of scripts) {
    say(basename(script, '.ts'));
    const { code } = await stoppable(() =>
      runNode(['--import', 'tsx', script, ...args], { output: 'inherit' }),
    );
    if (code !== 0) failed.push(basename(script, '.ts'));
  }
  say(
    `${scripts.length} ${what}, ${failed.length} failed${failed.length === 0 ? '' : `: ${failed.join(', ')}`}`,
  );
  process.exitCode = failed.length === 0 && scripts.length > 0 ? 0 : 1;
};
