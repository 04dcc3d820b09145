import { DomainError } from '../errors.ts';
import { findHeadingRow, headingsAt } from './find-headings.ts';
import { guessColumns } from './guess-columns.ts';
import type { NamedSheet, Naming, NamingChoice, SheetIs } from './naming.ts';
import { plainWords } from './plain-words.ts';
import { readHeading } from './read-heading.ts';
import type { Role } from './role-words.ts';
import type { Sheet } from './sheet.ts';

/**
 * How a workbook is to be read: which sheet, where its headings are, what its columns are. The person's word wins
 * everywhere; the guess fills in the rest. Throws 'invalid-input' when nothing in the workbook looks like marks or
 * questions and the person has not said where they are.
 */
export const guessNaming = (sheets: readonly Sheet[], choice: NamingChoice = {}): Naming => {
  const asked = choice.sheetIs === 'neither' ? null : choice.sheetIs;
  const named = sheets.flatMap((sheet) => nameSheet(sheet, choice, asked ?? null) ?? []);
  const wanted = choice.sheets?.length
    ? choice.sheets.flatMap((name) => named.find(({ sheet }) => sheet.name === name) ?? [])
    : undefined;
  const candidates = wanted ?? [...named].sort((a, b) => worth(b) - worth(a));
  const first =
    choice.sheet === undefined ? candidates[0] : candidates.find(({ sheet }) => sheet.name === choice.sheet);
  if (!first || (choice.sheets?.length && wanted?.length !== choice.sheets.length))
    throw nothingFound(choice);
  const together = wanted ?? named.filter((other) => other === first || isAlike(first, other));
  const sheetIs = choice.sheetIs === undefined ? guessSheetIs(first, together) : (asked ?? null);
  const kept = sheetIs === null && wanted === undefined ? [first] : together;
  return {
    sheets: kept.map(({ sheet }) => reread(sheet, first, choice, sheetIs)),
    sheetIs,
    scale: choice.scale ?? null,
    weightsAreShares: choice.weightsAreShares ?? false,
  };
};

const nothingFound = ({ sheet, sheets = sheet === undefined ? [] : [sheet] }: NamingChoice): DomainError =>
  new DomainError(
    'invalid-input',
    sheets.length > 0
      ? `The workbook has no sheet '${sheets.join("', '")}' with headings. Choose another sheet, or name the row of its headings.`
      : 'No sheet of this workbook has a row of headings that is known here, such as Question, Weight, Bidder, Score. Name the sheet, the row of its headings and its columns.',
  );

const nameSheet = (sheet: Sheet, choice: NamingChoice, sheetIs: SheetIs): NamedSheet | null => {
  const headingRow = choice.headingRow ?? findHeadingRow(sheet);
  if (headingRow === undefined || !sheet.rows[headingRow]) return null;
  const headings = headingsAt(sheet, headingRow);
  return {
    sheet,
    headingRow,
    headings,
    columns: guessColumns(sheet, headingRow, headings, { choice, sheetIs }),
  };
};

/** The person's columns are those of the first sheet; in the others the columns with the same heading are meant. */
const reread = (sheet: Sheet, first: NamedSheet, choice: NamingChoice, sheetIs: SheetIs): NamedSheet => {
  const found = findHeadingRow(sheet);
  const headingRow = sheet === first.sheet ? first.headingRow : (found ?? first.headingRow);
  const headings = headingsAt(sheet, headingRow);
  const columns = Object.fromEntries(
    Object.entries(choice.columns ?? {}).flatMap(([at, role]): [number, Role | 'none'][] => {
      const wanted = plainWords(first.headings[Number(at)]?.own ?? '');
      const here = headings.findIndex(({ own }) => wanted !== '' && plainWords(own) === wanted);
      return [[sheet === first.sheet || here < 0 ? Number(at) : here, role]];
    }),
  );
  return {
    sheet,
    headingRow,
    headings,
    columns: guessColumns(sheet, headingRow, headings, { choice: { ...choice, columns }, sheetIs }),
  };
};

const rolesOf = ({ columns }: NamedSheet): readonly Role[] => [...columns.values()].map(({ role }) => role);

const hasMarks = (named: NamedSheet): boolean =>
  rolesOf(named).some((role) => role === 'mark' || role === 'agreed');

/** Marks and criteria first, then more of the other columns, then the sheet that has more rows. */
const worth = (named: NamedSheet): number => {
  const roles = new Set(rolesOf(named));
  const needed = (hasMarks(named) ? 4 : 0) + (roles.has('criterion') ? 4 : 0);
  return (needed + roles.size) * 1_000_000 + named.sheet.rows.length;
};

const shapeOf = ({ headings, columns }: NamedSheet): string =>
  [...columns]
    .map(([at, { role }]) => `${role} ${plainWords(headings[at]?.own ?? '')}`)
    .sort()
    .join('|');

const isAlike = (first: NamedSheet, other: NamedSheet): boolean =>
  hasMarks(first) && shapeOf(first) === shapeOf(other);

/** What the sheets tell apart: what no column does. */
const guessSheetIs = (first: NamedSheet, together: readonly NamedSheet[]): SheetIs => {
  if (together.length < 2) return null;
  const columns = [...first.columns.values()];
  const hasBidder = columns.some((one) => one.role === 'bidder' || one.bidder !== undefined);
  const hasAssessor = columns.some((one) => one.role === 'assessor' || one.assessor !== undefined);
  const speaks = together.some(({ sheet }) => readHeading(sheet.name).role === 'assessor');
  if (!hasBidder) return speaks && hasAssessor ? null : speaks ? 'assessor' : 'bidder';
  return hasAssessor ? null : 'assessor';
};
