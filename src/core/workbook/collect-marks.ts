import type { CellFault, Place } from './fault.ts';
import { faultAt, placeIn } from './fault.ts';
import { AGREED } from './guess-columns.ts';
import type { DataRow } from './list-rows.ts';
import { columnOf } from './list-rows.ts';
import type { Column, NamedSheet, Naming } from './naming.ts';
import { cellText } from './plain-words.ts';
import { readMark } from './read-mark.ts';
import type { RawMark } from './read-mark.ts';
import { assertCells } from './workbook-size.ts';

/** One cell of marks with whose it is. `assessor` is null where nobody is named or the mark was agreed. */
export type Entry = {
  readonly place: Place;
  readonly data: DataRow;
  readonly bidder: string;
  readonly assessor: string | null;
  readonly agreed: boolean;
  readonly raw: Exclude<RawMark, { is: 'fault' }>;
  readonly reason: string;
};

export type Collected = {
  readonly entries: readonly Entry[];
  readonly faults: readonly CellFault[];
  readonly said: readonly string[];
};

/** Names are the same when they differ only in spaces and capitals. */
export const sameName = (name: string): string => name.trim().toLowerCase().replace(/\s+/gu, ' ');

/** Said once for a sheet: each of its marks has the same fault. */
const NO_CRITERION =
  'is the first of the marks in a sheet without a column of questions. Name that column. Where each bidder is a row and each question a column, turn the table first (copy, paste special, transpose).';

/** Every mark of the workbook with its bidder, assessor and reason. */
export const collectMarks = ({ sheets, sheetIs }: Naming, rows: readonly DataRow[]): Collected => {
  const entries: Entry[] = [];
  const faults: CellFault[] = [];
  const one = onlyBidder({ sheets, sheetIs });
  // Beside agreed marks, a mark that nobody is named for is what the panel gave before.
  const hasAgreed = sheets.some(({ columns }) => [...columns.values()].some(({ role }) => role === 'agreed'));
  const unnamed = hasAgreed ? 'Panel' : null;
  assertCells(rows.length, Math.max(0, ...sheets.map(({ columns }) => columns.size)));
  const nameless = new Set<NamedSheet>();
  for (const data of rows) {
    const { named, row } = data;
    const cells = named.sheet.rows[row] ?? [];
    const marks = [...named.columns].filter(([, { role }]) => role === 'mark' || role === 'agreed');
    for (const [at, column] of marks) {
      const place = { named, row, column: at };
      const raw = readMark(cells[at]);
      if (raw.is === 'fault') {
        faults.push(faultAt(place, raw.message));
        continue;
      }
      const bidder = bidderAt({ sheets, sheetIs }, data, at);
      const agreed = column.role === 'agreed';
      const assessor = agreed
        ? null
        : (column.assessor ?? (data.assessor || (sheetIs === 'assessor' ? named.sheet.name : unnamed)));
      const reason = reasonFor(named.columns, column, marks.length, (index) => cellText(cells[index]));
      if (raw.is === 'mark' && bidder === '') {
        faults.push(
          faultAt(
            place,
            'is a mark without a bidder. Name the column that holds the bidders, or write the bidder in this row.',
          ),
        );
        continue;
      }
      if (raw.is === 'mark' && data.criterion === '') {
        if (columnOf(named, 'criterion') !== undefined)
          faults.push(faultAt(place, 'is a mark without a criterion. Write the criterion in this row.'));
        else if (!nameless.has(named)) faults.push(faultAt(place, NO_CRITERION));
        nameless.add(named);
        continue;
      }
      entries.push({ place, data, bidder, assessor, agreed, raw, reason });
    }
  }
  return {
    entries,
    faults: [...faults, ...repeated(entries, sheets.length > 1)],
    said:
      one === '' || entries.length === 0
        ? []
        : [`No bidder is named, so all marks are taken as those of one, called ${one} after the sheet.`],
  };
};

/** Whose a cell of marks is: its heading's, its row's or its sheet's bidder; '' where nobody is named. */
export const bidderAt = (
  naming: Pick<Naming, 'sheets' | 'sheetIs'>,
  { named, bidder }: DataRow,
  column: number,
): string =>
  named.columns.get(column)?.bidder ??
  (bidder || (naming.sheetIs === 'bidder' ? named.sheet.name : onlyBidder(naming)));

/** The sheet's name for its only bidder, where neither a column nor a heading nor the sheets name any; else ''. */
const onlyBidder = ({ sheets, sheetIs }: Pick<Naming, 'sheets' | 'sheetIs'>): string => {
  const columns = sheets.flatMap((named) => [...named.columns.values()]);
  const named =
    sheetIs === 'bidder' || columns.some(({ role, bidder }) => role === 'bidder' || bidder !== undefined);
  return named ? '' : (sheets[0]?.sheet.name ?? '');
};

export const reasonFor = (
  columns: Naming['sheets'][number]['columns'],
  mark: Column,
  marks: number,
  textAt: (column: number) => string,
): string => {
  const reasons = [...columns].filter(([, { role }]) => role === 'reason');
  const assessor = mark.role === 'agreed' ? AGREED : mark.assessor;
  const own =
    reasons.find(([, one]) => one.bidder === mark.bidder && one.assessor === assessor) ??
    (marks === 1 ? reasons[0] : undefined);
  return own ? textAt(own[0]) : '';
};

/** Names as keys: two rows about the same question, bidder and assessor are about one cell. */
export const criterionKey = ({ group, criterion }: DataRow): string =>
  `${sameName(group)}\n${sameName(criterion)}`;

const repeated = (entries: readonly Entry[], several: boolean): readonly CellFault[] => {
  const seen = new Map<string, Entry>();
  return entries.flatMap((entry) => {
    if (entry.raw.is !== 'mark') return [];
    const who = entry.assessor === null ? '\nagreed' : sameName(entry.assessor);
    const key = `${criterionKey(entry.data)}\n${sameName(entry.bidder)}\n${who}`;
    const before = seen.get(key);
    if (!before) {
      seen.set(key, entry);
      return [];
    }
    const whose = entry.assessor === null ? '' : ` by ${entry.assessor}`;
    return [
      faultAt(
        entry.place,
        `is a second mark${whose} for ${entry.bidder} on '${entry.data.criterion}'; the first is in ${placeIn(before.place, several)}. Keep one, or name the column that tells the two apart.`,
      ),
    ];
  });
};
