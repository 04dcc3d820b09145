import { join } from 'node:path';
import { DomainError } from '../../core/errors.ts';
import { makePrivateFile } from './private-file.ts';
import { openDatabase } from './sqlite-binding.ts';
import { isBusy } from './sqlite-faults.ts';

/**
 * Only one server may work on a folder. It holds an open exclusive transaction on a file of its own for as long as
 * it lives; the operating system lets go of it when the process ends in any way, so there is no stale lock to
 * clear. Commands do not take it and may work beside the server.
 */
export const holdServerLock = (folder: string): { readonly release: () => void } => {
  const file = join(folder, 'server-lock.db');
  makePrivateFile(file);
  const db = openDatabase(file);
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (fault) {
    db.close();
    if (!isBusy(fault)) throw fault;
    throw new DomainError(
      'store-in-use',
      `Another server is already running on ${folder}. Stop it first, or give this one its own DATA_DIR.`,
    );
  }
  return { release: () => db.close() };
};
