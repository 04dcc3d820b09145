import { DomainError } from '../core/errors.ts';
import type { Json } from '../core/errors.ts';
import type { Cell, Sheet } from '../core/workbook/sheet.ts';
import type { Account } from './account.ts';
import type { Clock, RandomSource, SpreadsheetReader, Store } from './ports.ts';
import { newId } from './secrets.ts';
import type { SaidNaming } from './workbook-naming.ts';

/**
 * Workbooks that somebody sent and has not done with. They hold marks and names, so they are kept for a day, only for
 * the account that sent them: the key of a record starts with the account, so nobody else's id finds one.
 */
export const WORKBOOK_HOURS = 24;
const MOST_WORKBOOKS = 10;
/** A record of the largest store that we support holds 16 MB. */
const MOST_CHARACTERS = 8_000_000;

export type DraftPorts = { readonly store: Store; readonly clock: Clock; readonly random: RandomSource };

export type WorkbookEntry = {
  readonly id: string;
  readonly fileName: string;
  readonly keptUntil: string;
  readonly said: SaidNaming;
};

export type KeptWorkbook = WorkbookEntry & { readonly sheets: readonly Sheet[] };

const entriesOf = (account: Account): string => `workbooks/${account.id}`;
const entryKey = (account: Account, id: string): string => `workbook/${account.id}/${id}`;
const sheetsKey = (account: Account, id: string): string => `workbook-sheets/${account.id}/${id}`;

export const keepWorkbook = async (
  ports: DraftPorts & { readonly reader: SpreadsheetReader },
  account: Account,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<string> => {
  const { records } = ports.store;
  const nowIso = ports.clock.nowIso();
  if ((await listWorkbooks(ports, account)).length >= MOST_WORKBOOKS)
    throw new DomainError(
      'too-large',
      `At most ${MOST_WORKBOOKS} spreadsheets are kept for you at a time. Delete one first, or wait until one expires.`,
    );
  const sheets = await ports.reader.load(file.bytes, file.name);
  const value = sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(packCell)) }));
  if (JSON.stringify(value).length > MOST_CHARACTERS)
    throw new DomainError(
      'too-large',
      'This workbook holds more than can be kept here. Send only the sheets with marks.',
    );
  const id = newId(ports.random);
  const expiresAt = new Date(Date.parse(nowIso) + WORKBOOK_HOURS * 3_600_000).toISOString();
  const put = (key: string, owner: string, content: Json): Promise<void> =>
    records.overwrite({ kind: 'draft', id: key, owner, expiresAt, value: content });
  await put(sheetsKey(account, id), '', value);
  await put(entryKey(account, id), entriesOf(account), { id, fileName: file.name.slice(0, 200), said: {} });
  return id;
};

export const listWorkbooks = async (
  ports: DraftPorts,
  account: Account,
): Promise<readonly WorkbookEntry[]> => {
  const found = await ports.store.records.listByOwner('draft', entriesOf(account), ports.clock.nowIso());
  return found
    .map(({ value, expiresAt }) => entryFrom(value, expiresAt))
    .sort((a, b) => (a.keptUntil < b.keptUntil ? 1 : a.keptUntil > b.keptUntil ? -1 : 0));
};

type EntryValue = { readonly id: string; readonly fileName: string; readonly said: SaidNaming };

const entryFrom = (value: Json, keptUntil: string | null): WorkbookEntry => ({
  ...(value as unknown as EntryValue),
  keptUntil: keptUntil ?? '',
});

const notFound = (): DomainError =>
  new DomainError('not-found', 'There is no such spreadsheet. It may have expired: send it again.');

/** Throws 'not-found' for one that is not this account's, as for one that does not exist. */
export const loadWorkbook = async (
  ports: DraftPorts,
  account: Account,
  id: string,
): Promise<KeptWorkbook> => {
  const nowIso = ports.clock.nowIso();
  if (!/^[0-9a-f]{32}$/.test(id)) throw notFound();
  const { records } = ports.store;
  const entry = await records.get('draft', entryKey(account, id), nowIso);
  const sheets = await records.get('draft', sheetsKey(account, id), nowIso);
  if (!entry || !sheets) throw notFound();
  const packed = sheets.value as unknown as readonly { name: string; rows: readonly (readonly Packed[])[] }[];
  return {
    ...entryFrom(entry.value, entry.expiresAt),
    sheets: packed.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(unpackCell)) })),
  };
};

export const saveWorkbookNaming = async (
  ports: DraftPorts,
  account: Account,
  kept: WorkbookEntry,
  said: SaidNaming,
): Promise<void> => {
  const { id, fileName, keptUntil } = kept;
  const value = JSON.parse(JSON.stringify({ id, fileName, said })) as Json;
  await ports.store.records.overwrite({
    kind: 'draft',
    id: entryKey(account, id),
    owner: entriesOf(account),
    expiresAt: keptUntil,
    value,
  });
};

export const removeWorkbook = async (ports: DraftPorts, account: Account, id: string): Promise<void> => {
  await ports.store.records.remove('draft', sheetsKey(account, id));
  await ports.store.records.remove('draft', entryKey(account, id));
};

/** A cell as one short text: its kind's first letter and what it holds. */
type Packed = string | null;

const packCell = (cell: Cell): Packed => {
  switch (cell?.kind) {
    case undefined:
      return null;
    case 'text':
      return `t${cell.text}`;
    case 'number':
      return `n${cell.number}`;
    case 'day':
      return `d${cell.day}`;
    case 'flag':
      return cell.flag ? 'b1' : 'b0';
    case 'fault':
      return `f${cell.fault}`;
  }
};

const unpackCell = (packed: Packed): Cell => {
  const text = packed?.slice(1) ?? '';
  switch (packed?.[0]) {
    case 't':
      return { kind: 'text', text };
    case 'n':
      return { kind: 'number', number: text };
    case 'd':
      return { kind: 'day', day: text };
    case 'b':
      return { kind: 'flag', flag: text === '1' };
    case 'f':
      return { kind: 'fault', fault: text };
    default:
      return null;
  }
};
