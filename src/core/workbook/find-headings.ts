import { cellText } from './plain-words.ts';
import { readHeading } from './read-heading.ts';
import type { Sheet } from './sheet.ts';

type Row = Sheet['rows'][number];

/** Title rows, notes and logos stand above; further down nobody looks for headings. */
const LAST_ROW = 40;

/**
 * How much a row looks like the headings: 2 for each known word, 1 for other text, less for numbers, which stand below
 * headings. At least two texts, one of them known.
 */
const likeness = (row: Row): number => {
  const texts = row.flatMap((cell) => (cell?.kind === 'text' ? [cellText(cell)] : [])).filter(Boolean);
  const numbers = row.filter((cell) => cell !== null && cell.kind !== 'text').length;
  const known = texts.filter((text) => text.length <= 80 && readHeading(text).role !== null).length;
  const whole = texts.filter((text) => text.length <= 80 && readHeading(text).whole).length;
  const long = texts.filter((text) => text.length > 80).length;
  return texts.length < 2 || known === 0 ? 0 : known + whole + texts.length - 2 * numbers - 3 * long;
};

/** The row of the headings, from 0; undefined when no row looks like one. Of two rows of headings, the lower. */
export const findHeadingRow = (sheet: Sheet): number | undefined => {
  const scores = sheet.rows.slice(0, LAST_ROW).map(likeness);
  const best = Math.max(0, ...scores);
  if (best === 0) return undefined;
  const top = scores.indexOf(best);
  return isSecondRow(sheet, top) ? top + 1 : top;
};

/** A row below the headings that only says 'Score' and 'Comment' under each bidder. */
const isSecondRow = ({ rows }: Sheet, top: number): boolean => {
  const below = rows[top + 1] ?? [];
  const texts = below.map(cellText).filter(Boolean);
  if (texts.length < 2 || below.some((cell) => cell !== null && cell.kind !== 'text')) return false;
  const firstText = (rows[top] ?? []).findIndex((cell) => cellText(cell) !== '');
  return cellText(below[firstText]) === '' && texts.every((text) => readHeading(text).role !== null);
};

/** What stands above a column: its own heading last, and the names over a group of columns before it. */
export type Heading = { readonly own: string; readonly above: readonly string[] };

const BANDS = 2;

/** Merged headings are read as if they stood over each of their columns. */
export const headingsAt = ({ rows }: Sheet, headingRow: number): readonly Heading[] => {
  const own = (rows[headingRow] ?? []).map(cellText);
  const bands: (readonly string[])[] = [];
  for (let up = headingRow - 1; up >= 0 && bands.length < BANDS; up -= 1) {
    const band = rows[up] ?? [];
    if (!isBand(band, own)) break;
    bands.unshift(band.map(cellText));
  }
  const width = Math.max(own.length, ...bands.map((band) => band.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const direct = own[column] ?? '';
    const stacked = bands.map((band) => band[column] ?? '');
    if (direct === '') return { own: stacked.findLast((text) => text !== '') ?? '', above: [] };
    const above = bands.map((band) => spreadTo(band, column));
    return { own: direct, above: above.filter((text) => text !== '' && readHeading(text).whole === false) };
  });
};

/** Names over groups of columns: texts only, and not a title, which stands alone at the left. */
const isBand = (band: Row, own: readonly string[]): boolean => {
  const filled = band.flatMap((cell, column) => (cellText(cell) === '' ? [] : [{ cell, column }]));
  if (filled.length === 0 || filled.some(({ cell }) => cell?.kind !== 'text')) return false;
  if (filled.some(({ cell }) => cellText(cell).length > 80)) return false;
  const firstOwn = own.findIndex((text) => text !== '');
  return filled.length > 1 || (filled[0]?.column ?? 0) > firstOwn + 1;
};

const spreadTo = (band: readonly string[], column: number): string => {
  for (let at = Math.min(column, band.length - 1); at >= 0; at -= 1) {
    const text = band[at] ?? '';
    if (text !== '') return text;
  }
  return '';
};
