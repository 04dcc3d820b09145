import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainEnvironment } from './cli-environment.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The build when no source is newer than it, which saves most of the time a start takes; otherwise the sources. */
export const programFor = (door: 'main' | 'cli'): readonly string[] => {
  const built = statSync(join(root, '.build', 'ready'), { throwIfNoEntry: false });
  const changed = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map(
    (name) => statSync(join(root, 'src', name)).mtimeMs,
  );
  return built && Math.max(...changed) < built.mtimeMs
    ? [join(root, '.build', 'src', `${door}.js`)]
    : ['--import', 'tsx', join(root, 'src', `${door}.ts`)];
};

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

const endOf = async (
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
  isEnough: (stdout: string) => boolean = () => false,
): Promise<Ended> => {
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...plainEnvironment(), HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
    if (isEnough(said.stdout)) child.kill('SIGKILL');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...said };
};

/** Starts the server with these settings alone and waits until it ends; one that goes on is stopped and has no code. */
export const runServer = (settings: Readonly<Record<string, string>>): Promise<Ended> =>
  endOf(programFor('main'), settings, (stdout) => /^Listening: /m.test(stdout));

/** Runs the command line tool with these settings alone. */
export const runCli = (
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Ended> => endOf([...programFor('cli'), ...words], settings);
