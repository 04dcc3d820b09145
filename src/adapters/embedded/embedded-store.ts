import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Store } from '../../usecases/ports.ts';
import { openConnection } from './connection.ts';
import { backUp, restoreFrom } from './embedded-backup.ts';
import { openLedgers } from './embedded-ledgers.ts';
import { openRecords } from './embedded-records.ts';
import { holdServerLock } from './server-lock.ts';
import { storeErrorFrom } from './sqlite-faults.ts';

/**
 * The store that needs nothing installed: SQLite files in one folder. SQLite runs in the calling thread: a write is
 * a fraction of a millisecond on a local disk, and every act is one write.
 */
export const openEmbeddedStore = async (options: { folder: string; asServer: boolean }): Promise<Store> => {
  const folder = resolve(options.folder);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = options.asServer ? holdServerLock(folder) : undefined;
    try {
      const connection = openConnection(folder);
      return {
        ledgers: openLedgers(connection),
        records: openRecords(connection),
        ping: async () => {
          connection.read(() => connection.db.exec('SELECT 1 FROM meta'));
        },
        backup: (file) => backUp(folder, file),
        restore: (file) => restoreFrom(folder, file),
        close: async () => {
          try {
            connection.close();
          } finally {
            lock?.release();
          }
        },
        description: `embedded store in ${folder}`,
      };
    } catch (fault) {
      lock?.release();
      throw fault;
    }
  } catch (fault) {
    throw storeErrorFrom(fault, folder);
  }
};
