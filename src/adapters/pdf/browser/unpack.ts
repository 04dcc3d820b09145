import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Surroundings } from './surroundings.ts';

/** The package unpacks into the temporary folder of its process, so it gets a process and a folder of its own. */
const UNPACK_SCRIPT = 'const m = require(process.argv[1]); (m.default ?? m).executablePath();';
const READY = 'READY';
const STALE_MS = 60 * 60 * 1000;

/**
 * The folder with the unpacked bundled browser, unpacking it (about two seconds, once) when it is not there.
 *
 * The package by itself would use a fixed name in the shared temporary folder and take any file of that name
 * for ready: a half-written one, or one that another user of the machine put there. Hence staging in a folder
 * of ours and a rename, which is atomic: two processes may both unpack, one of them wins, both then read the same.
 */
export const unpackBundled = async (projectRoot: string, surroundings: Surroundings): Promise<string> => {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const name = `chromium-${packageVersion(entry)}`;
  const parents = [join(projectRoot, '.cache'), join(surroundings.home, '.cache', 'counterweight')];
  const ready = parents.map((parent) => join(parent, name)).find((folder) => existsSync(join(folder, READY)));
  if (ready !== undefined) return ready;
  for (const parent of parents) {
    const staging = await makeStaging(parent, name);
    if (staging !== undefined) return unpackInto(entry, staging, join(parent, name));
  }
  temporary ??= unpackTemporarily(entry, surroundings.temp);
  return temporary;
};

/** Where neither folder can be written to: a copy for this process alone, gone when it ends. */
let temporary: Promise<string> | undefined;

const unpackTemporarily = async (entry: string, temp: string): Promise<string> => {
  const folder = await mkdtemp(join(temp, 'counterweight-browser-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  return unpackInto(entry, await mkdtemp(join(folder, 'staging-')), join(folder, 'chromium'));
};

const packageVersion = (entryFile: string): string => {
  const text = readFileSync(join(dirname(entryFile), '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
};

/** Undefined when the parent cannot be written to: a read-only project folder, a user without a home. */
const makeStaging = async (parent: string, name: string): Promise<string | undefined> => {
  try {
    await mkdir(parent, { recursive: true });
    await sweepStaging(parent, `.${name}-`);
    return await mkdtemp(join(parent, `.${name}-`));
  } catch {
    return undefined;
  }
};

/** What a process that was stopped half-way left behind. */
const sweepStaging = async (parent: string, prefix: string): Promise<void> => {
  for (const entry of await readdir(parent)) {
    if (!entry.startsWith(prefix)) continue;
    const folder = join(parent, entry);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > STALE_MS) await rm(folder, { recursive: true, force: true });
  }
};

const unpackInto = async (entry: string, staging: string, target: string): Promise<string> => {
  try {
    await promisify(execFile)(process.execPath, ['-e', UNPACK_SCRIPT, entry], {
      // The second variable makes the package unpack its own copies of the few libraries a bare Linux lacks.
      env: { PATH: process.env['PATH'], TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
      timeout: 120_000,
    });
    await openToReaders(staging);
    await writeFile(join(staging, READY), '');
    await moveIntoPlace(staging, target);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return target;
};

/** Another user (the one the browser is dropped to) must be able to run it, whatever this process's umask. */
const openToReaders = async (folder: string): Promise<void> => {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToReaders(path);
    else await chmod(path, 0o755);
  }
};

const moveIntoPlace = async (staging: string, target: string): Promise<void> => {
  if (existsSync(target) && !existsSync(join(target, READY)))
    await rm(target, { recursive: true, force: true });
  try {
    await rename(staging, target);
  } catch (error) {
    if (!existsSync(join(target, READY))) throw error;
  }
};
