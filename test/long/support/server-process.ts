import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { plainEnvironment } from '../../support/cli-environment.ts';
import { programFor } from '../../support/cli-process.ts';

/** The real service as `npm start` runs it, in a process that can be killed by its own id. */
export type ServerProcess = {
  readonly address: string;
  /** All it has printed so far, a line each. */
  readonly said: readonly string[];
  /** SIGKILL: the process gets no chance to tidy up. Resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** SIGTERM, and the exit code. */
  readonly stop: () => Promise<number | null>;
};

const START_MS = 120_000;
const root = fileURLToPath(new URL('../../..', import.meta.url));

export const startServer = async (dataDir: string): Promise<ServerProcess> => {
  const child = spawn(process.execPath, programFor('main'), {
    cwd: root,
    env: { ...plainEnvironment(), HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    const give = (why: string): void => reject(new Error(`The server ${why}. It said:\n${said.join('\n')}`));
    const patience = setTimeout(() => {
      child.kill('SIGKILL');
      give('took too long to start');
    }, START_MS);
    void ended.then((code) => {
      clearTimeout(patience);
      give(`ended with ${code}`);
    });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const found = /^Listening: (\S+)$/.exec(line)?.[1];
        if (found === undefined) return;
        clearTimeout(patience);
        resolve(found);
      });
    }
  });
  const end = (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  return {
    address,
    said,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
};
