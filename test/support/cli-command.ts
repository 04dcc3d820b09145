import { expect } from 'chai';
import { runProgram } from '../../src/cli/program.ts';
import { composeCommands } from '../../src/compose.ts';
import { withSettings } from './cli-environment.ts';

/** What a command printed, a line each, and its exit code. */
export type Answer = {
  readonly code: number;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
};

/** Runs the words of a command line as `cli.ts` does, in this process, on the store in this folder. */
export const runCommandOn =
  (dataDir: string, settings: Readonly<Record<string, string>> = {}) =>
  async (...words: readonly string[]): Promise<Answer> => {
    const [stdout, stderr]: [string[], string[]] = [[], []];
    const code = await withSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...settings }, () =>
      runProgram(
        composeCommands({
          result: (text) => stdout.push(...text.split('\n')),
          message: (text) => stderr.push(...text.split('\n')),
        }),
        words,
      ),
    );
    return { code, stdout, stderr };
  };

/** Exit 2, stdout empty, and plain lines that say these words. */
export const expectRefused = ({ code, stdout, stderr }: Answer, ...words: readonly string[]): void => {
  const said = stderr.join('\n');
  expect(stdout, 'stdout').to.deep.equal([]);
  for (const word of words) expect(said).to.include(word);
  expect(said).to.not.match(/^ +at |\bError:|fault of ours|undefined/m);
  expect(new Set(stderr).size, `said twice:\n${said}`).to.equal(stderr.length);
  expect(code, said).to.equal(2);
};
