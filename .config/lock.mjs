/**
 * One preparation at a time in one folder. The lock is a folder with a file that names its owner; it appears and
 * goes by rename, so it is never seen half made. Its owner renews it every second.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { childPids } from './child.mjs';
import { NotReady, readIfThere, say } from './project.mjs';

const RENEW_MS = 1000;
const LOOK_MS = 250;
/**
 * So many looks in a row without a renewal and the owner counts as gone, whatever any clock says: half a minute for
 * one on another machine, five minutes for one that this machine says is running (its number may be somebody else's).
 */
const QUIET_LOOKS = { elsewhere: 120, here: 1200 };
/** Half an hour. */
const MOST_LOOKS = 7200;
const UNREADABLE = 'unreadable';

/** Runs `work` while no other process that uses the same lock does. */
export const withLock = async (parent, name, work) => {
  const folder = join(parent, name);
  const token = await takeLock(parent, folder);
  const renew = setInterval(() => renewQuietly(folder), RENEW_MS);
  const release = () => removeLock(folder, token);
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(renew);
    process.off('exit', release);
    release();
  }
};

/** Notes the children too: when this process is killed outright, an npm that it started works on in the folder. */
const renewQuietly = (folder) => {
  try {
    writeFileSync(join(folder, 'children.json'), JSON.stringify(childPids()));
    utimesSync(join(folder, 'owner.json'), new Date(), new Date());
  } catch {
    // Taken away under us (somebody deleted the folder): the work goes on, and release finds nothing to do.
  }
};

const takeLock = async (parent, folder) => {
  const token = randomUUID();
  let seen = '';
  let quiet = 0;
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    if (placeLock(parent, folder, token)) return token;
    const owner = readOwner(folder);
    quiet = owner.mark === seen ? quiet + 1 : 0;
    seen = owner.mark;
    if (isGone(owner, quiet) && mayClear(folder, owner.token)) removeLock(folder, owner.token);
    if (looks === 4) say('another command is making this folder ready; waiting for it');
    await pause(LOOK_MS);
  }
  throw new NotReady(
    `Another command has been making this folder ready for half an hour. If none is running, delete ${folder} ` +
      'and run the same command again.',
  );
};

/** Makes the lock beside its place and renames it there: that fails when one is there already. */
const placeLock = (parent, folder, token) => {
  const draft = `${folder}-${token}`;
  try {
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'owner.json'), JSON.stringify({ token, pid: process.pid, host: hostname() }));
  } catch (error) {
    throw new NotReady(
      `This folder has to be made ready first, but ${parent} cannot be written to (${error.code}). ` +
        'Run the same command once as a user who may write here.',
    );
  }
  try {
    renameSync(draft, folder);
    return true;
  } catch {
    rmSync(draft, { recursive: true, force: true });
    return false;
  }
};

/** A lock that cannot be read is either about to go or the remains of something: it has no owner that could be alive. */
const readOwner = (folder) => {
  try {
    const file = join(folder, 'owner.json');
    const owner = JSON.parse(readIfThere(file) ?? '');
    const children = JSON.parse(readIfThere(join(folder, 'children.json')) || '[]');
    return {
      token: owner.token,
      host: owner.host,
      pids: [owner.pid, ...children],
      mark: `${owner.token} ${statSync(file).mtimeMs}`,
    };
  } catch {
    return { token: UNREADABLE, host: '', pids: [], mark: UNREADABLE };
  }
};

const isGone = ({ host, pids }, quietLooks) => {
  if (host !== hostname()) return quietLooks > QUIET_LOOKS.elsewhere;
  return !pids.some(isRunning) || quietLooks > QUIET_LOOKS.here;
};

const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== 'ESRCH';
  }
};

/**
 * Of several that wait, exactly one may clear away the lock of one dead owner: the one that makes this mark in it.
 * removeLock looks at the owner again afterwards, so a mark that landed in a newer lock clears nothing.
 */
const mayClear = (folder, token) => {
  try {
    mkdirSync(join(folder, `cleared-${token}`));
    return true;
  } catch {
    return false;
  }
};

const removeLock = (folder, token) => {
  if (readOwner(folder).token !== token) return;
  const gone = `${folder}-gone-${token}`;
  try {
    renameSync(folder, gone);
    rmSync(gone, { recursive: true, force: true });
  } catch {
    // Somebody else was quicker; either way it is not in the way any more.
  }
};
