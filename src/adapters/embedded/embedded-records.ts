import type { Json } from '../../core/errors.ts';
import type { RecordKind, RecordStore, StoredRecord } from '../../usecases/ports.ts';
import { assertStoreKeys } from '../../usecases/store-guards.ts';
import type { Connection } from './connection.ts';

export type RecordRow = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly owner: string;
  readonly version: number;
  readonly expires_at: string | null;
  readonly value: string;
};

export const recordFromRow = ({ kind, id, owner, version, expires_at, value }: RecordRow): StoredRecord => ({
  kind,
  id,
  owner,
  version,
  expiresAt: expires_at,
  value: JSON.parse(value) as Json,
});

/** A record is there up to and including the instant it names. Instants have one fixed shape, so text order is time order. */
const LIVE = '(expires_at IS NULL OR expires_at >= ?)';
const INSERT = 'INSERT INTO records (kind, id, owner, expires_at, value, version) VALUES (?, ?, ?, ?, ?, 1)';
const ON_EXISTING =
  'ON CONFLICT (kind, id) DO UPDATE SET owner = excluded.owner, expires_at = excluded.expires_at';

export const openRecords = ({ db, read, write, scrub }: Connection): RecordStore => {
  const one = db.prepare(`SELECT * FROM records WHERE kind = ? AND id = ? AND ${LIVE}`);
  const owned = db.prepare(`SELECT * FROM records WHERE kind = ? AND owner = ? AND ${LIVE} ORDER BY id`);
  const every = db.prepare(`SELECT * FROM records WHERE kind = ? AND ${LIVE} ORDER BY id`);
  const create = db.prepare(
    `${INSERT} ${ON_EXISTING}, value = excluded.value, version = 1 WHERE records.expires_at < ?`,
  );
  const change = db.prepare(
    `UPDATE records SET owner = ?, expires_at = ?, value = ?, version = version + 1
     WHERE kind = ? AND id = ? AND version = ? AND ${LIVE}`,
  );
  const replace = db.prepare(
    `${INSERT} ${ON_EXISTING}, value = excluded.value, version = records.version + 1`,
  );
  const remove = db.prepare('DELETE FROM records WHERE kind = ? AND id = ?');
  const removeOwned = db.prepare('DELETE FROM records WHERE kind = ? AND owner = ?');
  const removeExpired = db.prepare('DELETE FROM records WHERE expires_at < ?');

  return {
    get: async (kind, id, nowIso) =>
      read(() => {
        const row = one.get(kind, id, nowIso) as RecordRow | undefined;
        return row && recordFromRow(row);
      }),
    listByOwner: async (kind, owner, nowIso) =>
      read(() => (owned.all(kind, owner, nowIso) as RecordRow[]).map(recordFromRow)),
    list: async (kind, nowIso) => read(() => (every.all(kind, nowIso) as RecordRow[]).map(recordFromRow)),
    put: async ({ kind, id, owner, expiresAt, value }, expectedVersion, nowIso) => {
      assertStoreKeys(id, owner);
      const text = JSON.stringify(value);
      return write(() => {
        const { changes } =
          expectedVersion === 0
            ? create.run(kind, id, owner, expiresAt, text, nowIso)
            : change.run(owner, expiresAt, text, kind, id, expectedVersion, nowIso);
        return changes === 1;
      });
    },
    overwrite: async ({ kind, id, owner, expiresAt, value }) => {
      assertStoreKeys(id, owner);
      write(() => replace.run(kind, id, owner, expiresAt, JSON.stringify(value)));
    },
    remove: async (kind, id) => write(() => remove.run(kind, id).changes === 1),
    removeByOwner: async (kind, owner) => {
      write(() => removeOwned.run(kind, owner));
      scrub();
    },
    sweep: async (nowIso) => {
      write(() => removeExpired.run(nowIso));
      scrub();
    },
  };
};
