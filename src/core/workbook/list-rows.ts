import type { NamedSheet } from './naming.ts';
import { cellText, plainWords } from './plain-words.ts';
import { readHeading } from './read-heading.ts';
import { readNumber } from './read-number.ts';
import type { Role } from './role-words.ts';
import { saysTotal } from './total-rows.ts';
import type { Sheet } from './sheet.ts';

/** A row of a sheet as it is understood, with what was filled down from above. */
export type DataRow = {
  readonly named: NamedSheet;
  readonly row: number;
  readonly criterion: string;
  readonly group: string;
  readonly bidder: string;
  readonly assessor: string;
  readonly hasMarks: boolean;
};

export type LeftOutRow = {
  readonly named: NamedSheet;
  readonly row: number;
  readonly text: string;
  readonly why: 'total' | 'heading' | 'no mark';
};

export type ListedRows = {
  readonly rows: readonly DataRow[];
  /** Rows that hold a price for each bidder among the rows of marks. */
  readonly prices: readonly DataRow[];
  readonly leftOut: readonly LeftOutRow[];
  /** How many cells of each kind were read from the filled one above. */
  readonly filled: Readonly<Partial<Record<Role, number>>>;
};

const CARRIED = ['group', 'criterion', 'bidder', 'assessor'] as const;
type Carried = (typeof CARRIED)[number];

export const columnOf = ({ columns }: NamedSheet, role: Role): number | undefined =>
  [...columns].find(([, column]) => column.role === role)?.[0];

/** Merged cells and 'as above' gaps are filled down; totals, repeated headings and rows without marks are named. */
export const listRows = (named: NamedSheet): ListedRows => {
  const at = Object.fromEntries(
    [...CARRIED, 'weight' as const].map((role) => [role, columnOf(named, role)]),
  ) as Record<Carried | 'weight', number | undefined>;
  const marks = [...named.columns].filter(([, { role }]) => role === 'mark' || role === 'agreed');
  const groups = groupWords(named, at.group);
  const last: Record<Carried, string> = { group: '', criterion: '', bidder: '', assessor: '' };
  const filled: Partial<Record<Role, number>> = {};
  const rows: DataRow[] = [];
  const prices: DataRow[] = [];
  const leftOut: LeftOutRow[] = [];
  const drop = (row: number, text: string, why: LeftOutRow['why']): void =>
    void leftOut.push({ named, row, text, why });

  named.sheet.rows.forEach((cells, row) => {
    if (row <= named.headingRow) return;
    const said = (role: Carried | 'weight'): string => {
      const column = at[role];
      return column === undefined ? '' : cellText(cells[column]);
    };
    const first = cells.map(cellText).find((text) => text !== '');
    if (first === undefined) return;
    const names = [first, said('group'), said('criterion'), said('bidder'), said('assessor')];
    const total = names.find((text) => text !== '' && saysTotal(text, groups));
    if (total !== undefined) return drop(row, total, 'total');
    if (isHeadingAgain(named, cells)) return drop(row, first, 'heading');
    const hasMarks = marks.some(([column]) => cellText(cells[column]) !== '');
    const isLong = said('bidder') !== '' || said('assessor') !== '';
    if (
      !hasMarks &&
      said('weight') === '' &&
      !(isLong && said('criterion') !== '') &&
      !isQuestion(named, marks.length, said('criterion'))
    ) {
      // A section heading between the questions: the group of what follows, where no column says it.
      if (at.group === undefined) last.group = said('criterion') || first;
      return drop(row, first, 'no mark');
    }
    if (
      said('weight') === '' &&
      holdsPrices(
        said('criterion'),
        marks.map(([column]) => cellText(cells[column])),
      )
    ) {
      prices.push({ named, row, ...last, criterion: said('criterion'), hasMarks });
      return;
    }
    for (const role of CARRIED) {
      const text = said(role);
      if (text !== '') last[role] = text;
      else if (at[role] !== undefined && last[role] !== '') filled[role] = (filled[role] ?? 0) + 1;
    }
    rows.push({ named, row, ...last, hasMarks });
  });
  return { rows, prices, leftOut, filled };
};

/** A row called 'Price' without a weight, whose figures are far above any scale. */
const holdsPrices = (criterion: string, texts: readonly string[]): boolean => {
  const { role, whole } = readHeading(criterion);
  if (role !== 'price' || !whole) return false;
  const read = texts.filter(Boolean).map((text) => readNumber(text, 'price'));
  return read.length > 0 && read.every((one) => one.is === 'number' && /^\d{4,}/.test(one.number));
};

/** In a questionnaire without weights each row with a text is a question. */
const isQuestion = (named: NamedSheet, marks: number, criterion: string): boolean =>
  marks === 0 && columnOf(named, 'weight') === undefined && criterion !== '';

const groupWords = ({ sheet, headingRow }: NamedSheet, column: number | undefined): readonly string[] =>
  column === undefined
    ? []
    : [...new Set(sheet.rows.slice(headingRow + 1).map((row) => plainWords(cellText(row[column]))))];

/** Printed on each page, the headings come again further down. */
const isHeadingAgain = ({ headings }: NamedSheet, cells: Sheet['rows'][number]): boolean => {
  const texts = cells.map(cellText);
  const same = texts.filter((text, column) => text !== '' && text === headings[column]?.own).length;
  return same >= 2 && same >= texts.filter((text) => text !== '').length - 1;
};
