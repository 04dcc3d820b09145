import { DomainError } from '../../core/errors.ts';
import type { Database } from './sqlite-binding.ts';

/** Raised by one at each change of the tables. An older service refuses a newer folder instead of guessing. */
export const STORE_FORMAT = 1;

/**
 * Entries and their openings are apart so that erasing one section is one DELETE. A request key is unique within
 * its decision, so that a repeated request cannot act twice. `records` has no rowid: a rowid would keep the order
 * in which people acted.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS entries (
  decision TEXT NOT NULL, seq INTEGER NOT NULL, request_key TEXT NOT NULL, hash TEXT NOT NULL, entry TEXT NOT NULL,
  PRIMARY KEY (decision, seq), UNIQUE (decision, request_key)) STRICT;
CREATE INDEX IF NOT EXISTS entries_by_hash ON entries (seq, hash);
CREATE TABLE IF NOT EXISTS openings (
  decision TEXT NOT NULL, seq INTEGER NOT NULL, section TEXT NOT NULL, opening TEXT NOT NULL,
  PRIMARY KEY (decision, seq, section), FOREIGN KEY (decision, seq) REFERENCES entries (decision, seq)) STRICT;
CREATE TABLE IF NOT EXISTS records (
  kind TEXT NOT NULL, id TEXT NOT NULL, owner TEXT NOT NULL, version INTEGER NOT NULL, expires_at TEXT,
  value TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS records_by_owner ON records (kind, owner, id);
CREATE INDEX IF NOT EXISTS records_by_expiry ON records (expires_at) WHERE expires_at IS NOT NULL;
INSERT OR IGNORE INTO meta (name, value) VALUES ('format', '${STORE_FORMAT}');
`;

const loadFormat = (db: Database): number => {
  const hasMeta = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'meta'`).get() !== undefined;
  if (!hasMeta) return 0;
  const row = db.prepare(`SELECT value FROM meta WHERE name = 'format'`).get() as
    { value: string } | undefined;
  return Number(row?.value ?? 0);
};

/** Makes the tables in a new file; leaves an existing one alone; refuses one that a later version wrote. */
export const prepareTables = (db: Database, folder: string): void => {
  const format = loadFormat(db);
  if (format > STORE_FORMAT) {
    throw new DomainError(
      'store-too-new',
      `The data in ${folder} was written by a later version (format ${format}; this version reads ${STORE_FORMAT}). Start that version or a later one.`,
      { format },
    );
  }
  if (format === 0) db.exec(`BEGIN IMMEDIATE; ${TABLES} COMMIT`);
};
