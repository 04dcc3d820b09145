import { DomainError } from '../core/errors.ts';
import type { StoredEntry } from '../ledger/entry.ts';
import { RECORD_KINDS } from './ports.ts';
import type { RecordKind, StoredRecord } from './ports.ts';

/**
 * A backup is a text file of JSON lines, the same whichever store wrote it, so a backup also moves a service from
 * one store to the other:
 *
 *   {"format":"counterweight-backup/1"}
 *   {"record":{kind,id,owner,version,expiresAt,value}}        records first, by kind and id
 *   {"requestKey":"...","entry":{...},"hash":"...","openings":{name:{value,salt}}}   by decision and seq
 *   {"end":{"records":2,"entries":3}}
 *
 * The last line proves that the file is whole. Records come first because they are read first: a ledger may then
 * be a moment ahead of the records, never behind them, and it is the ledger that decides what has happened.
 * The same store content gives the same bytes.
 */
export type BackupItem = { readonly record: StoredRecord } | BackupEntry;
export type BackupEntry = { readonly requestKey: string } & StoredEntry;

const FORMAT_NAME = 'counterweight-backup/';
export const BACKUP_FORMAT = 1;

const byName = (a: readonly [string, unknown], b: readonly [string, unknown]): number =>
  a[0] < b[0] ? -1 : 1;

const renderItem = (item: BackupItem): string => {
  if ('record' in item) {
    const { kind, id, owner, version, expiresAt, value } = item.record;
    return JSON.stringify({ record: { kind, id, owner, version, expiresAt, value } });
  }
  const { requestKey, entry, hash } = item;
  const openings = Object.entries(item.openings).map(
    ([name, { value, salt }]) => [name, { value, salt }] as const,
  );
  return JSON.stringify({ requestKey, entry, hash, openings: Object.fromEntries(openings.sort(byName)) });
};

export async function* renderBackup(items: AsyncIterable<BackupItem>): AsyncGenerator<string> {
  const end = { records: 0, entries: 0 };
  yield `${JSON.stringify({ format: `${FORMAT_NAME}${BACKUP_FORMAT}` })}\n`;
  for await (const item of items) {
    end['record' in item ? 'records' : 'entries'] += 1;
    yield `${renderItem(item)}\n`;
  }
  yield `${JSON.stringify({ end })}\n`;
}

const faultAt = (line: number, message: string): DomainError => {
  const fault = { path: '', message: `line ${line}: ${message}` };
  return new DomainError('invalid-input', `The backup cannot be restored: ${fault.message}`, { line }, [
    fault,
  ]);
};

/** What went wrong with the file itself, in a sentence; anything else is handed back as it is. */
export const backupFileError = (fault: unknown, file: string): unknown => {
  if (!(fault instanceof Error && 'syscall' in fault && 'code' in fault)) return fault;
  if (fault.code === 'EEXIST') {
    return new DomainError('already-done', `${file} exists already. Name a new file for the backup.`);
  }
  return new DomainError(
    'invalid-input',
    `${file} cannot be read or written. Check the path, the permissions and the space left.`,
    { cause: fault.code },
  );
};

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseLine = (text: string, line: number): Fields => {
  try {
    const value: unknown = JSON.parse(text);
    if (isFields(value)) return value;
  } catch {
    // Falls through to the one sentence for a line that is not a JSON object.
  }
  throw faultAt(
    line,
    'this is not a line of a backup. Use the file that the backup command wrote, unchanged.',
  );
};

const checkFormat = (header: Fields): void => {
  const format = typeof header['format'] === 'string' ? header['format'] : '';
  const version = format.startsWith(FORMAT_NAME) ? Number(format.slice(FORMAT_NAME.length)) : Number.NaN;
  if (!Number.isSafeInteger(version)) throw faultAt(1, 'this is not a backup of this service.');
  if (version > BACKUP_FORMAT) {
    throw new DomainError(
      'store-too-new',
      `The backup was written by a later version (format ${version}; this version reads ${BACKUP_FORMAT}). Restore it with that version or a later one.`,
      { format: version },
    );
  }
};

const isRecord = (value: unknown): value is StoredRecord =>
  isFields(value) &&
  RECORD_KINDS.includes(value['kind'] as RecordKind) &&
  typeof value['id'] === 'string' &&
  typeof value['owner'] === 'string' &&
  Number.isSafeInteger(value['version']) &&
  (value['expiresAt'] === null || typeof value['expiresAt'] === 'string') &&
  value['value'] !== undefined;

const isEntry = (value: Fields): value is Fields & BackupEntry =>
  typeof value['requestKey'] === 'string' &&
  typeof value['hash'] === 'string' &&
  isFields(value['entry']) &&
  typeof value['entry']['decision'] === 'string' &&
  Number.isSafeInteger(value['entry']['seq']) &&
  isFields(value['openings']);

/** Splits at line feeds only: text inside a line may hold U+2028, at which Node's own line reader would split. */
async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/**
 * Reads a backup, refusing it at the first fault: a later format, a line that is not whole, a stream with a gap,
 * or a file that ends early. A caller must keep nothing of what it was given until the reading has ended.
 */
export async function* readBackup(chunks: AsyncIterable<string>): AsyncGenerator<BackupItem> {
  const seen = { records: 0, entries: 0 };
  let line = 0;
  let ended = false;
  let last = { decision: '', seq: 0 };
  for await (const text of splitLines(chunks)) {
    line += 1;
    const fields = parseLine(text, line);
    if (line === 1) {
      checkFormat(fields);
    } else if (ended) {
      throw faultAt(line, 'there is more after the line that ends the backup.');
    } else if (isRecord(fields['record'])) {
      seen.records += 1;
      yield { record: fields['record'] };
    } else if (isEntry(fields)) {
      const { decision, seq } = fields.entry;
      if (seq !== (decision === last.decision ? last.seq + 1 : 1)) {
        throw faultAt(line, `entry ${seq} of decision ${decision} is out of order.`);
      }
      last = { decision, seq };
      seen.entries += 1;
      yield fields;
    } else if (JSON.stringify(fields['end']) === JSON.stringify(seen)) {
      ended = true;
    } else {
      throw faultAt(line, 'this is not a record or an entry that this version can read.');
    }
  }
  if (!ended) throw faultAt(line, 'the file ends early. Copy the whole backup again.');
}
