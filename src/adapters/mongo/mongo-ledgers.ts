import { randomUUID } from 'node:crypto';
import { trusted } from 'mongoose';
import { DomainError } from '../../core/errors.ts';
import type { Entry, SectionOpening, StoredEntry } from '../../ledger/entry.ts';
import type { Head, LedgerStore } from '../../usecases/ports.ts';
import { assertStoreKeys, assertWholeStream } from '../../usecases/store-guards.ts';
import { loadInBulk } from './bulk-load.ts';
import type { EntryDocument } from './models.ts';
import type { MongoConnection } from './mongo-connection.ts';
import { isDuplicateKey } from './mongo-faults.ts';

export const documentFromEntry = (stored: StoredEntry, requestKey: string, batch?: string): EntryDocument => {
  const { decision, seq } = stored.entry;
  const openings = Object.entries(stored.openings);
  assertStoreKeys(decision, requestKey, ...openings.map(([section]) => section));
  return {
    _id: randomUUID(),
    decision,
    seq,
    requestKey,
    hash: stored.hash,
    entry: JSON.stringify(stored.entry),
    openings: openings.map(([section, opening]) => ({ section, opening: JSON.stringify(opening) })),
    ...(batch === undefined ? {} : { batch }),
  };
};

export const entryFromDocument = ({ entry, hash, openings }: EntryDocument): StoredEntry => ({
  entry: JSON.parse(entry) as Entry,
  hash,
  openings: Object.fromEntries(
    openings.map(({ section, opening }) => [section, JSON.parse(opening) as SectionOpening]),
  ),
});

/**
 * One act is one document, openings and all, so one insert is atomic on every kind of MongoDB. Shard key: the
 * decision. An import writes its stream from the last entry to the first, and a decision without entry 1 does not
 * exist for any reader: so an import, too, is there whole or not at all.
 */
export const openLedgers = (connection: MongoConnection): LedgerStore => {
  const { Entries, run } = connection;

  const isThere = async (filter: { decision: string; seq?: number }): Promise<boolean> =>
    (await Entries.findOne(filter, { _id: 1 }).lean()) !== null;

  /** The unique indexes decide between writers; this look is what keeps a gap from arising. */
  const isNext = async (decision: string, seq: number): Promise<boolean> =>
    seq === 1 ? !(await isThere({ decision })) : isThere({ decision, seq: seq - 1 });

  const insert = async (document: EntryDocument): Promise<boolean> => {
    try {
      await Entries.insertOne(document);
      return true;
    } catch (fault) {
      if (isDuplicateKey(fault)) return false;
      throw fault;
    }
  };

  return {
    append: (stored, requestKey) =>
      run(async () => {
        const { decision, seq } = stored.entry;
        const document = documentFromEntry(stored, requestKey);
        if ((await isNext(decision, seq)) && (await insert(document))) return { outcome: 'appended' };
        const first = await Entries.findOne({ decision, requestKey }).lean();
        return first ? { outcome: 'repeated', first: entryFromDocument(first) } : { outcome: 'conflict' };
      }),
    load: (decision, afterSeq) =>
      run(async () => {
        const [found, exists] = await Promise.all([
          Entries.find({ decision, seq: trusted({ $gt: afterSeq }) })
            .sort({ seq: 1 })
            .lean(),
          isThere({ decision, seq: 1 }),
        ]);
        return exists ? found.map(entryFromDocument) : [];
      }),
    loadHead: (decision) =>
      run(async () => {
        const [head, exists] = await Promise.all([
          Entries.findOne({ decision }, { _id: 0, decision: 1, seq: 1, hash: 1 }).sort({ seq: -1 }).lean(),
          isThere({ decision, seq: 1 }),
        ]);
        return exists && head ? { decision: head.decision, seq: head.seq, hash: head.hash } : undefined;
      }),
    loadHeads: () =>
      run(async () => {
        const heads = await Entries.aggregate<{ _id: string; first: number; seq: number; hash: string }>([
          { $sort: { decision: 1, seq: 1 } },
          {
            $group: {
              _id: '$decision',
              first: { $first: '$seq' },
              seq: { $last: '$seq' },
              hash: { $last: '$hash' },
            },
          },
          { $match: { first: 1 } },
          { $sort: { _id: 1 } },
        ]);
        return heads.map(({ _id: decision, seq, hash }): Head => ({ decision, seq, hash }));
      }),
    // Hashes are lower-case hex, so 'g' comes after every one that starts so.
    hasHash: (seq, hashStart) =>
      run(async () => {
        const range = trusted({ $gte: hashStart, $lt: `${hashStart}g` });
        return (await Entries.findOne({ seq, hash: range }, { _id: 1 }).lean()) !== null;
      }),
    eraseOpening: (decision, seq, section) =>
      run(async () => {
        await Entries.updateOne({ decision, seq }, { $pull: { openings: { section } } });
      }),
    importStream: (stream) =>
      run(async () => {
        const decision = assertWholeStream(stream);
        if (await isThere({ decision, seq: 1 })) {
          throw new DomainError(
            'already-done',
            `Decision ${decision} is already in this store. Nothing was imported.`,
          );
        }
        await loadInBulk(connection, decision, async ({ batch, addEntry }) => {
          // The entries were made elsewhere: their requests can not be repeated here, so any unused key will do.
          for (const stored of stream.toReversed()) {
            await addEntry(documentFromEntry(stored, `import/${randomUUID()}`, batch));
          }
        });
      }),
  };
};
