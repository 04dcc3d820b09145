import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../../core/errors.ts';
import { makePrivateFile } from './private-file.ts';
import { openDatabase } from './sqlite-binding.ts';
import type { Database } from './sqlite-binding.ts';
import { leavesStoreBroken, storeErrorFrom } from './sqlite-faults.ts';
import { prepareTables } from './tables.ts';

const FILE_NAME = 'counterweight.db';
const WAIT_MS = 5_000;

/**
 * FULL: an answer leaves only after the write is on the disk. NORMAL would survive the death of the process but
 * lose acknowledged writes with the power, and no test that kills a process could see it.
 * secure_delete: erased text is overwritten with zeros in the file.
 */
const SETTINGS = `
PRAGMA busy_timeout = ${WAIT_MS};
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA fullfsync = 1;
PRAGMA checkpoint_fullfsync = 1;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
`;

export type Connection = {
  readonly db: Database;
  /** Runs a read; SQLite's errors come out as ours. */
  readonly read: <T>(work: () => T) => T;
  /** Runs a write in one transaction, on the disk when this returns. */
  readonly write: <T>(work: () => T) => T;
  /** Empties the write-ahead log, where a copy of erased text would otherwise remain. */
  readonly scrub: () => void;
  readonly close: () => void;
};

const openPrepared = (folder: string, file: string): Database => {
  makePrivateFile(file);
  const db = openDatabase(file);
  try {
    db.exec(SETTINGS);
    prepareTables(db, folder);
    return db;
  } catch (fault) {
    db.close();
    throw fault;
  }
};

export const rollBack = (db: Database): void => {
  try {
    db.exec('ROLLBACK');
  } catch {
    // SQLite had already rolled back by itself, as it does when a COMMIT fails.
  }
};

export const openConnection = (folder: string): Connection => {
  const file = join(folder, FILE_NAME);
  const db = openPrepared(folder, file);
  const checkpoint = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  const { ino } = statSync(file);
  let state: 'open' | 'broken' | 'closed' = 'open';
  let scrubDue = false;

  const assertUsable = (): void => {
    if (state === 'closed')
      throw new DomainError('store-unavailable', `The store in ${folder} has been closed.`);
    // A deleted file would go on taking writes that nobody could ever read again.
    const isGone = statSync(file, { throwIfNoEntry: false })?.ino !== ino;
    if (state === 'broken' || isGone) {
      throw new DomainError(
        'store-unavailable',
        `The data in ${folder} was lost from view while the service was running. Check the disk and the folder, then start the service again.`,
      );
    }
  };

  const read = <T>(work: () => T): T => {
    assertUsable();
    try {
      return work();
    } catch (fault) {
      if (leavesStoreBroken(fault)) state = 'broken';
      throw storeErrorFrom(fault, folder);
    }
  };

  /** Never waits: a long reader (a backup) would hold up every request. What is left over is done after a later write. */
  const scrub = (): void => {
    read(() => {
      db.exec('PRAGMA busy_timeout = 0');
      try {
        const { busy } = checkpoint.get() as { busy: number };
        scrubDue = busy !== 0;
      } finally {
        db.exec(`PRAGMA busy_timeout = ${WAIT_MS}`);
      }
    });
  };

  const write = <T>(work: () => T): T => {
    const result = read(() => {
      db.exec('BEGIN IMMEDIATE');
      try {
        const value = work();
        db.exec('COMMIT');
        return value;
      } catch (fault) {
        rollBack(db);
        throw fault;
      }
    });
    if (scrubDue) scrub();
    return result;
  };

  const close = (): void => {
    if (state === 'closed') return;
    try {
      if (state === 'open') scrub();
    } finally {
      state = 'closed';
      db.close();
    }
  };

  return { db, read, write, scrub, close };
};
