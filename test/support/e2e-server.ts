import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The real service in a process of its own, on a port of its own, with a data folder of its own. */
export type RunningServer = {
  readonly address: string;
  /** The one-time link that makes its opener administrator; '' when there is one already. */
  readonly signInLink: string;
  /** The code that comes with the link, to type without JavaScript. */
  readonly signInCode: string;
  /** Asks it to end and gives its exit code. */
  readonly stop: () => Promise<number | null>;
};

const START_MS = 90_000;

export const makeDataFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'counterweight-e2e-'));

export const removeDataFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

/** An empty setting counts as none. */
const settingsFor = (dataDir: string): NodeJS.ProcessEnv => ({
  ...process.env,
  ...{ HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
  ...{ MONGODB_URI: '', BASE_URL: '', SMTP_URL: '' },
});

export const startServer = async (dataDir: string): Promise<RunningServer> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: settingsFor(dataDir),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    const give = (why: string): void => reject(new Error(`The server ${why}. It said:\n${said.join('\n')}`));
    const patience = setTimeout(() => give('took too long to start'), START_MS);
    void ended.then((code) => give(`ended with ${code}`));
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        if (line.startsWith('{')) console.error(line);
        if (!line.startsWith('Listening: ')) return;
        clearTimeout(patience);
        resolve();
      });
    }
  });
  const after = (pattern: RegExp): string => pattern.exec(said.join('\n'))?.[1] ?? '';
  return {
    address: after(/^Listening: (\S+)$/m),
    signInLink: after(/^Sign in: (\S+)$/m),
    signInCode: after(/ and type (\S+)$/m),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
};

export type CommandAnswer = { readonly code: number | null; readonly text: string };

/** One run of the command line tool, beside the server or without one. */
export const runCommand = async (args: readonly string[], dataDir: string): Promise<CommandAnswer> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
    env: settingsFor(dataDir),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => said.push(line));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, text: said.join('\n') };
};
