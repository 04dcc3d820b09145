import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Surroundings } from './surroundings.ts';
import { listSystemBrowsers } from './system-browsers.ts';
import { unpackBundled } from './unpack.ts';

/** A browser that may be started. `libraryPath` and `fontFolder` come with the bundled one only. */
export type FoundBrowser = {
  readonly path: string;
  readonly source: 'chosen' | 'downloaded' | 'bundled' | 'system';
  readonly libraryPath: string | null;
  readonly fontFolder: string | null;
};

export type NotFound = { readonly reason: string };

/** One place to look: its name for the report, and the look itself, which answers a browser or why not. */
export type Candidate = { readonly name: string; readonly find: () => Promise<FoundBrowser | NotFound> };

/**
 * The places to look, in order. A browser named by the operator stands alone: falling back silently from a
 * wrong setting would hide it. Otherwise the pinned builds come before the system's, so that every machine
 * lays a document out alike.
 */
export const listCandidates = (
  projectRoot: string,
  chosenPath: string | undefined,
  surroundings: Surroundings,
): readonly Candidate[] => {
  if (chosenPath !== undefined) return [atPaths(chosenPath, [chosenPath], 'chosen')];
  return [
    atPaths(surroundings.downloadedPath, [surroundings.downloadedPath], 'downloaded'),
    {
      name: 'the build that comes with the packages',
      find: async () => findBundled(projectRoot, surroundings),
    },
    ...listSystemBrowsers(surroundings).map(({ name, paths }) => atPaths(name, paths, 'system')),
  ];
};

/** The reason for what is simply absent, which the report of a vain search puts on one line. */
export const NOT_THERE = 'not there';

const atPaths = (name: string, paths: readonly string[], source: FoundBrowser['source']): Candidate => ({
  name,
  find: async () => {
    const path = paths.find((each) => existsSync(each));
    return path === undefined ? { reason: NOT_THERE } : { path, source, libraryPath: null, fontFolder: null };
  },
});

const findBundled = async (projectRoot: string, here: Surroundings): Promise<FoundBrowser | NotFound> => {
  if (here.platform !== 'linux' || here.arch !== 'x64') {
    return { reason: `it is made for linux-x64 and this machine is ${here.platform}-${here.arch}` };
  }
  const folder = await unpackBundled(projectRoot, here);
  const path = join(folder, 'chromium');
  return {
    path,
    source: 'bundled',
    // The machine's own libraries where it has them: those get its security updates.
    libraryPath: (await startsAlone(path)) ? null : join(folder, 'al2023', 'lib'),
    fontFolder: join(folder, 'fonts'),
  };
};

const startsAlone = async (path: string): Promise<boolean> => {
  try {
    await promisify(execFile)(path, ['--version'], { env: {}, timeout: 5_000 });
    return true;
  } catch {
    return false;
  }
};
