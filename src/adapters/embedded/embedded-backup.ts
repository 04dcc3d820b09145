import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../../core/errors.ts';
import { backupFileError, readBackup, renderBackup } from '../../usecases/backup-format.ts';
import type { BackupItem } from '../../usecases/backup-format.ts';
import { RECORD_KINDS } from '../../usecases/ports.ts';
import { openConnection, rollBack } from './connection.ts';
import type { Connection } from './connection.ts';
import { prepareLedgerStatements } from './embedded-ledgers.ts';
import { recordFromRow } from './embedded-records.ts';
import type { RecordRow } from './embedded-records.ts';

/** Both work on a connection of their own: a transaction that spans several turns must not take in anybody else's writes. */
const onOwnConnection = async <T>(
  folder: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> => {
  const connection = openConnection(folder);
  try {
    return await work(connection);
  } finally {
    connection.close();
  }
};

async function* itemsOf(connection: Connection): AsyncGenerator<BackupItem> {
  const { db, read } = connection;
  const { select } = prepareLedgerStatements(connection);
  const records = db.prepare('SELECT * FROM records WHERE kind = ? ORDER BY id');
  const decisions = db.prepare('SELECT DISTINCT decision FROM entries ORDER BY decision');
  for (const kind of [...RECORD_KINDS].sort()) {
    for (const row of read(() => records.all(kind) as RecordRow[])) yield { record: recordFromRow(row) };
  }
  for (const { decision } of read(() => decisions.all() as { decision: string }[])) {
    yield* read(() => select(decision, 0, Number.MAX_SAFE_INTEGER));
  }
}

/** One read transaction sees the store as it was at its start, whatever is written meanwhile. */
export const backUp = (folder: string, file: string): Promise<void> =>
  onOwnConnection(folder, async (connection) => {
    connection.db.exec('BEGIN');
    const target = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
    let isOurs = false;
    target.once('open', () => {
      isOurs = true;
    });
    try {
      await pipeline(renderBackup(itemsOf(connection)), target);
    } catch (fault) {
      if (isOurs) await rm(file, { force: true });
      throw backupFileError(fault, file);
    } finally {
      rollBack(connection.db);
    }
  });

/** One transaction: the store holds either all of the backup or, as before, nothing. */
export const restoreFrom = (folder: string, file: string): Promise<void> =>
  onOwnConnection(folder, async ({ db, ...connection }) => {
    const { insert } = prepareLedgerStatements({ db, ...connection });
    const insertRecord = db.prepare(
      'INSERT INTO records (kind, id, owner, version, expires_at, value) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const insertItem = (item: BackupItem): void => {
      if (!('record' in item)) return insert(item, item.requestKey);
      const { kind, id, owner, version, expiresAt, value } = item.record;
      insertRecord.run(kind, id, owner, version, expiresAt, JSON.stringify(value));
    };
    const isEmpty = db.prepare(
      'SELECT NOT EXISTS (SELECT 1 FROM entries) AND NOT EXISTS (SELECT 1 FROM records) AS yes',
    );

    connection.read(() => db.exec('BEGIN IMMEDIATE'));
    try {
      if ((isEmpty.get() as { yes: number }).yes !== 1) {
        throw new DomainError(
          'store-not-empty',
          `The store in ${folder} already holds data. Restore into a new, empty DATA_DIR.`,
        );
      }
      for await (const item of readBackup(createReadStream(file, 'utf8')))
        connection.read(() => insertItem(item));
      connection.read(() => db.exec('COMMIT'));
    } catch (fault) {
      rollBack(db);
      throw backupFileError(fault, file);
    }
  });
