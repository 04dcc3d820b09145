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
  (dataDir: string) =>
  async (...words: readonly string[]): Promise<Answer> => {
    const [stdout, stderr]: [string[], string[]] = [[], []];
    const code = await withSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, () =>
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
