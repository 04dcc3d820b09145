import { randomUUID } from 'node:crypto';
import { DomainError } from '../../core/errors.ts';
import type { Entry, SectionOpening, StoredEntry } from '../../ledger/entry.ts';
import type { AppendOutcome, Head, LedgerStore } from '../../usecases/ports.ts';
import { assertStoreKeys, assertWholeStream } from '../../usecases/store-guards.ts';
import type { Connection } from './connection.ts';

type EntryRow = {
  readonly seq: number;
  readonly hash: string;
  readonly entry: string;
  readonly request_key: string;
};
type OpeningRow = { readonly seq: number; readonly section: string; readonly opening: string };

export type KeyedEntry = StoredEntry & { readonly requestKey: string };

/** Statements on the two ledger tables. None of them opens a transaction or waits; the callers do. */
export const prepareLedgerStatements = ({ db }: Connection) => {
  const insertEntry = db.prepare(
    'INSERT INTO entries (decision, seq, request_key, hash, entry) VALUES (?, ?, ?, ?, ?)',
  );
  const insertOpening = db.prepare(
    'INSERT INTO openings (decision, seq, section, opening) VALUES (?, ?, ?, ?)',
  );
  const entries = db.prepare(
    'SELECT seq, hash, entry, request_key FROM entries WHERE decision = ? AND seq > ? AND seq <= ? ORDER BY seq',
  );
  const openings = db.prepare(
    'SELECT seq, section, opening FROM openings WHERE decision = ? AND seq > ? AND seq <= ? ORDER BY seq, section',
  );

  const insert = ({ entry, hash, openings: held }: StoredEntry, requestKey: string): void => {
    const { decision, seq } = entry;
    assertStoreKeys(decision, requestKey, ...Object.keys(held));
    insertEntry.run(decision, seq, requestKey, hash, JSON.stringify(entry));
    for (const [section, opening] of Object.entries(held)) {
      insertOpening.run(decision, seq, section, JSON.stringify(opening));
    }
  };

  /** Entries with after < seq <= upTo. Openings are built from pairs, so that a section called __proto__ is a section. */
  const select = (decision: string, after: number, upTo: number): KeyedEntry[] => {
    const rows = entries.all(decision, after, upTo) as EntryRow[];
    const held = new Map<number, [string, SectionOpening][]>(rows.map(({ seq }) => [seq, []]));
    for (const { seq, section, opening } of openings.all(decision, after, upTo) as OpeningRow[]) {
      held.get(seq)?.push([section, JSON.parse(opening) as SectionOpening]);
    }
    return rows.map(({ seq, hash, entry, request_key: requestKey }) => ({
      entry: JSON.parse(entry) as Entry,
      hash,
      openings: Object.fromEntries(held.get(seq) ?? []),
      requestKey,
    }));
  };

  return { insert, select };
};

const withoutKey = ({ entry, hash, openings }: KeyedEntry): StoredEntry => ({ entry, hash, openings });

export const openLedgers = (connection: Connection): LedgerStore => {
  const { db, read, write, scrub } = connection;
  const { insert, select } = prepareLedgerStatements(connection);
  const headOf = db.prepare(
    'SELECT decision, seq, hash FROM entries WHERE decision = ? ORDER BY seq DESC LIMIT 1',
  );
  const heads = db.prepare(
    'SELECT decision, max(seq) AS seq, hash FROM entries GROUP BY decision ORDER BY decision',
  );
  const seqOfKey = db.prepare('SELECT seq FROM entries WHERE decision = ? AND request_key = ?');
  const hashIn = db.prepare('SELECT 1 FROM entries WHERE seq = ? AND hash >= ? AND hash < ? LIMIT 1');
  const erase = db.prepare('DELETE FROM openings WHERE decision = ? AND seq = ? AND section = ?');
  const findHead = (decision: string): Head | undefined => {
    const row = headOf.get(decision) as Head | undefined;
    return row && { ...row };
  };

  return {
    append: async (stored, requestKey) =>
      write((): AppendOutcome => {
        const { decision, seq } = stored.entry;
        const repeated = seqOfKey.get(decision, requestKey) as { seq: number } | undefined;
        if (repeated) {
          const [first] = select(decision, repeated.seq - 1, repeated.seq);
          if (first) return { outcome: 'repeated', first: withoutKey(first) };
        }
        if (seq !== (findHead(decision)?.seq ?? 0) + 1) return { outcome: 'conflict' };
        insert(stored, requestKey);
        return { outcome: 'appended' };
      }),
    load: async (decision, afterSeq) =>
      read(() => select(decision, afterSeq, Number.MAX_SAFE_INTEGER).map(withoutKey)),
    loadHead: async (decision) => read(() => findHead(decision)),
    loadHeads: async () => read(() => (heads.all() as Head[]).map((head) => ({ ...head }))),
    // Hashes are lower-case hex, so 'g' comes after every one that starts so.
    hasHash: async (seq, hashStart) => read(() => hashIn.get(seq, hashStart, `${hashStart}g`) !== undefined),
    eraseOpening: async (decision, seq, section) => {
      write(() => erase.run(decision, seq, section));
      scrub();
    },
    importStream: async (stream) => {
      const decision = assertWholeStream(stream);
      write(() => {
        if (findHead(decision)) {
          throw new DomainError(
            'already-done',
            `Decision ${decision} is already in this store. Nothing was imported.`,
          );
        }
        // The entries were made elsewhere: their requests can not be repeated here, so any unused key will do.
        for (const stored of stream) insert(stored, `import/${randomUUID()}`);
      });
    },
  };
};
