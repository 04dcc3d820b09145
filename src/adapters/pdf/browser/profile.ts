import { chown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFontconfig } from './fontconfig.ts';
import type { FoundBrowser } from './candidates.ts';

const PREFIX = 'counterweight-print-';
const STALE_MS = 60 * 60 * 1000;

/** A folder for one run of one browser: its profile, its font settings, what it said on stderr. Removed afterwards. */
export type Profile = {
  readonly folder: string;
  readonly userData: string;
  readonly fontconfig: string;
  readonly stderr: string;
};

export const makeProfile = async (temp: string): Promise<Profile> => {
  const folder = await mkdtemp(join(temp, `${PREFIX}${process.pid}-`));
  return {
    folder,
    userData: join(folder, 'profile'),
    fontconfig: join(folder, 'fonts.conf'),
    stderr: join(folder, 'stderr.log'),
  };
};

/** Fails where files cannot be given to the other user, as in a container that knows one user only. */
export const fillProfile = async (
  profile: Profile,
  browser: FoundBrowser,
  ownerUid: number | null,
): Promise<void> => {
  const fontCache = join(profile.folder, 'font-cache');
  await mkdir(profile.userData);
  await mkdir(fontCache);
  await writeFile(profile.fontconfig, buildFontconfig(browser.fontFolder, fontCache));
  await writeFile(profile.stderr, '');
  if (ownerUid === null) return;
  for (const path of [profile.userData, fontCache, profile.fontconfig, profile.folder]) {
    await chown(path, ownerUid, ownerUid);
  }
};

export const removeProfile = async (profile: Profile): Promise<void> => {
  await rm(profile.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
};

/**
 * What runs of ours that were killed outright left behind: folders whose process is gone. The age is asked too
 * because containers may share a temporary folder and not see each other's processes.
 */
export const sweepProfiles = async (temp: string): Promise<void> => {
  const entries = await readdir(temp).catch(() => []);
  for (const entry of entries.filter((name) => name.startsWith(PREFIX))) {
    const pid = Number.parseInt(entry.slice(PREFIX.length), 10);
    if (isAlive(pid)) continue;
    const folder = join(temp, entry);
    const bornMs = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number.POSITIVE_INFINITY,
    );
    if (Date.now() - bornMs < STALE_MS) continue;
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
};

const isAlive = (pid: number): boolean => {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
