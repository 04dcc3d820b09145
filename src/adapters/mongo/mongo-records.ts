import { randomUUID } from 'node:crypto';
import { trusted } from 'mongoose';
import type { Json } from '../../core/errors.ts';
import type { RecordKind, RecordStore, StoredRecord } from '../../usecases/ports.ts';
import { assertStoreKeys } from '../../usecases/store-guards.ts';
import type { RecordDocument } from './models.ts';
import type { MongoConnection } from './mongo-connection.ts';
import { isDuplicateKey } from './mongo-faults.ts';

export const recordFromDocument = ({
  kind,
  id,
  owner,
  version,
  expiresAt,
  value,
}: RecordDocument): StoredRecord => ({
  kind: kind as RecordKind,
  id,
  owner,
  version,
  expiresAt,
  value: JSON.parse(value) as Json,
});

/** A record is there up to and including the instant it names. Instants have one fixed shape, so text order is time order. */
const expired = (nowIso: string) => ({ expiresAt: trusted({ $lt: nowIso }) });
const live = (nowIso: string) => ({ expiresAt: trusted({ $not: { $lt: nowIso } }) });

const contentOf = ({ id, owner, expiresAt, value }: Omit<StoredRecord, 'version'>) => {
  assertStoreKeys(id, owner);
  return { owner, expiresAt, value: JSON.stringify(value) };
};

const onDuplicate =
  <T>(answer: () => T | Promise<T>) =>
  (fault: unknown): T | Promise<T> => {
    if (isDuplicateKey(fault)) return answer();
    throw fault;
  };

export const openRecords = ({ Records, run }: MongoConnection): RecordStore => {
  /** Takes the place of an expired record or makes a new one; an unexpired one stands in the way as a duplicate. */
  const create = async (record: Omit<StoredRecord, 'version'>, nowIso: string): Promise<boolean> => {
    const { kind, id } = record;
    const update = { $set: { ...contentOf(record), version: 1 }, $setOnInsert: { _id: randomUUID() } };
    return Records.updateOne({ kind, id, ...expired(nowIso) }, update, { upsert: true }).then(
      () => true,
      onDuplicate(() => false),
    );
  };

  const replace = async (record: Omit<StoredRecord, 'version'>): Promise<void> => {
    const { kind, id } = record;
    const update = { $set: contentOf(record), $inc: { version: 1 }, $setOnInsert: { _id: randomUUID() } };
    const attempt = () => Records.updateOne({ kind, id }, update, { upsert: true });
    // Two upserts of a new record may both try to insert it; the one that lost then finds it there.
    await attempt().catch(onDuplicate(attempt));
  };

  return {
    get: (kind, id, nowIso) =>
      run(async () => {
        const found = await Records.findOne({ kind, id, ...live(nowIso) }).lean();
        return found ? recordFromDocument(found) : undefined;
      }),
    listByOwner: (kind, owner, nowIso) =>
      run(async () =>
        (
          await Records.find({ kind, owner, ...live(nowIso) })
            .sort({ id: 1 })
            .lean()
        ).map(recordFromDocument),
      ),
    list: (kind, nowIso) =>
      run(async () =>
        (
          await Records.find({ kind, ...live(nowIso) })
            .sort({ id: 1 })
            .lean()
        ).map(recordFromDocument),
      ),
    put: (record, expectedVersion, nowIso) =>
      run(async () => {
        if (expectedVersion === 0) return create(record, nowIso);
        const { kind, id } = record;
        const update = { $set: { ...contentOf(record), version: expectedVersion + 1 } };
        const outcome = await Records.updateOne(
          { kind, id, version: expectedVersion, ...live(nowIso) },
          update,
        );
        return outcome.matchedCount === 1;
      }),
    overwrite: (record) => run(() => replace(record)),
    remove: (kind, id) => run(async () => (await Records.deleteOne({ kind, id })).deletedCount === 1),
    removeByOwner: (kind, owner) =>
      run(async () => {
        await Records.deleteMany({ kind, owner });
      }),
    sweep: (nowIso) =>
      run(async () => {
        await Records.deleteMany(expired(nowIso));
      }),
  };
};
