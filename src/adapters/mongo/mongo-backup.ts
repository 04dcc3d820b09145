import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../../core/errors.ts';
import { backupFileError, readBackup, renderBackup } from '../../usecases/backup-format.ts';
import type { BackupItem } from '../../usecases/backup-format.ts';
import { assertStoreKeys } from '../../usecases/store-guards.ts';
import { loadInBulk } from './bulk-load.ts';
import { documentFromEntry, entryFromDocument } from './mongo-ledgers.ts';
import type { MongoConnection } from './mongo-connection.ts';
import { recordFromDocument } from './mongo-records.ts';

const PAGED = { batchSize: 500 } as const;

/**
 * Reads along the indexes while others write. An entry is read only after the one before it, so of every decision
 * the backup holds a whole prefix; an import that is still going on, which has no entry 1 yet, is left out.
 */
async function* itemsOf({ Entries, Records }: MongoConnection): AsyncGenerator<BackupItem> {
  for await (const document of Records.find().sort({ kind: 1, id: 1 }).lean().cursor(PAGED)) {
    yield { record: recordFromDocument(document) };
  }
  let last = { decision: '', seq: 0 };
  for await (const document of Entries.find().sort({ decision: 1, seq: 1 }).lean().cursor(PAGED)) {
    const { decision, seq, requestKey } = document;
    if (seq !== (decision === last.decision ? last.seq + 1 : 1)) continue;
    last = { decision, seq };
    yield { requestKey, ...entryFromDocument(document) };
  }
}

export const backUp = (connection: MongoConnection, file: string): Promise<void> =>
  connection.run(async () => {
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
    }
  });

const readItems = (file: string): AsyncGenerator<BackupItem> => readBackup(createReadStream(file, 'utf8'));

/** Reads the whole file before the first write, so that a damaged one is refused while nothing has happened yet. */
const assertReadable = async (file: string): Promise<void> => {
  for await (const item of readItems(file)) {
    if (!('record' in item)) documentFromEntry(item, item.requestKey);
  }
};

const assertEmpty = async ({ Entries, Records, place }: MongoConnection): Promise<void> => {
  const held = await Promise.all([Entries.findOne().lean(), Records.findOne().lean()]);
  if (held.some((document) => document !== null)) {
    throw new DomainError(
      'store-not-empty',
      `${place} already holds data. Restore into a new, empty database.`,
    );
  }
};

export const restoreFrom = (connection: MongoConnection, file: string): Promise<void> =>
  connection.runEvenUnfinished(async () => {
    try {
      await assertReadable(file);
      // What a restore that was cut off left behind is cleared in the claim, so only then is there something to look at.
      if (!(await connection.Meta.findOne({ _id: 'load' }).lean())) await assertEmpty(connection);
      await loadInBulk(connection, '', async ({ batch, addEntry, addRecord }) => {
        await assertEmpty(connection);
        for await (const item of readItems(file)) {
          if (!('record' in item)) {
            await addEntry(documentFromEntry(item, item.requestKey, batch));
            continue;
          }
          const { value, ...rest } = item.record;
          assertStoreKeys(rest.id, rest.owner);
          await addRecord({ _id: randomUUID(), ...rest, value: JSON.stringify(value), batch });
        }
      });
    } catch (fault) {
      throw backupFileError(fault, file);
    }
  });
