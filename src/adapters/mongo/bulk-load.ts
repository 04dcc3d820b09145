import { randomUUID } from 'node:crypto';
import { trusted } from 'mongoose';
import { DomainError } from '../../core/errors.ts';
import type { EntryDocument, MetaDocument, RecordDocument } from './models.ts';
import type { MongoConnection } from './mongo-connection.ts';
import { isDuplicateKey } from './mongo-faults.ts';

/** A load says at each step that it is alive. After this long without a word it was cut off, and may be cleared away. */
const LEASE_MS = 300_000;
const STEP = 500;

export type BulkLoad = {
  readonly batch: string;
  readonly addEntry: (document: EntryDocument) => Promise<void>;
  readonly addRecord: (document: RecordDocument) => Promise<void>;
};

/**
 * Clears what a load wrote. An import whose entry 1 is there had finished (it is written last), and others may
 * have appended to it since: it stays.
 */
const clearLoad = async ({ Entries, Records }: MongoConnection, load: MetaDocument): Promise<void> => {
  const { batch, decision } = load;
  if (batch === undefined) return;
  if (decision) {
    if (!(await Entries.findOne({ decision, seq: 1 }, { _id: 1 }).lean()))
      await Entries.deleteMany({ decision, batch });
    return;
  }
  await Entries.deleteMany({ batch });
  await Records.deleteMany({ batch });
};

const busy = (): DomainError =>
  new DomainError(
    'conflict',
    'Another import or restore into this database is running, or was cut off less than five minutes ago. Try again later.',
  );

/** One load at a time in a database, whichever process runs it. */
const claim = async (connection: MongoConnection, decision: string): Promise<string> => {
  const { Meta } = connection;
  const fresh = { batch: randomUUID(), decision, touchedAt: Date.now() };
  const old = await Meta.findOne({ _id: 'load' }).lean();
  if (old) {
    const stale = {
      _id: 'load',
      batch: old.batch ?? '',
      touchedAt: trusted({ $lt: Date.now() - LEASE_MS }),
    } as const;
    const { matchedCount } = await Meta.updateOne(stale, { $set: fresh });
    if (matchedCount === 0) throw busy();
    await clearLoad(connection, old);
  } else {
    await Meta.insertOne({ _id: 'load', ...fresh }).catch((fault: unknown) => {
      throw isDuplicateKey(fault) ? busy() : fault;
    });
  }
  return fresh.batch;
};

/**
 * Writes many documents, all or nothing, on servers that may know no transactions. What is half-written cannot be
 * seen: an import by the order of its entries, a restore by the marker, at which every open store refuses to work.
 */
export const loadInBulk = async (
  connection: MongoConnection,
  decision: string,
  fill: (load: BulkLoad) => Promise<void>,
): Promise<void> => {
  const { Entries, Records, Meta } = connection;
  const batch = await claim(connection, decision);
  const entries: EntryDocument[] = [];
  const records: RecordDocument[] = [];

  const touch = async (): Promise<void> => {
    const { matchedCount } = await Meta.updateOne(
      { _id: 'load', batch },
      { $set: { touchedAt: Date.now() } },
    );
    if (matchedCount === 0) throw busy();
  };
  const flush = async (): Promise<void> => {
    await touch();
    if (records.length > 0) await Records.insertMany(records.splice(0), { ordered: true, lean: true });
    if (entries.length > 0) await Entries.insertMany(entries.splice(0), { ordered: true, lean: true });
  };
  const flushWhenFull = async (): Promise<void> => {
    if (entries.length + records.length >= STEP) await flush();
  };

  try {
    await fill({
      batch,
      addEntry: async (document) => {
        entries.push(document);
        await flushWhenFull();
      },
      addRecord: async (document) => {
        records.push(document);
        await flushWhenFull();
      },
    });
    await flush();
  } catch (fault) {
    await clearLoad(connection, { _id: 'load', batch, decision });
    throw isDuplicateKey(fault)
      ? new DomainError(
          'conflict',
          'The same entry, request key or record is there twice. Nothing was written.',
        )
      : fault;
  } finally {
    await Meta.deleteOne({ _id: 'load', batch });
  }
};
