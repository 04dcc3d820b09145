import { compare } from '../exact/rational.ts';
import { exactOf, placesOf } from './exact-cell.ts';
import { cellText } from './plain-words.ts';
import { isTooLong } from './read-mark.ts';
import { readNumber } from './read-number.ts';
import type { Cell } from './sheet.ts';

/** The ends of a scale as they were written: '0' and '5'. */
export type Ends = { readonly lowest: string; readonly highest: string };

const RANGE =
  /(-?\d+(?:[.,]\d+)?)\s*(?:-|–|—|\bto\b|\bbis\b|\bà\b|\ba\b|\bi\b|\bhyd at\b|\bhasta\b|\.\.)\s*(\d+(?:[.,]\d+)?)(?!\s*[\d/.-])/iu;
const TOP =
  /(?:\/|\bout of|\bsur|\bvon|\bsobre|\ballan o|\bmax(?:imum|\.)?:?|\buchafswm)\s*(\d+(?:[.,]\d+)?)\b/iu;

/** The scale that a text names: '0-5', '1 to 10', 'max. 5', '/20'; null when it names none. */
export const scaleIn = (text: string): Ends | null => {
  const [, low, high] = RANGE.exec(text) ?? [];
  if (low !== undefined && high !== undefined) return endsOf(low, high);
  const [, top] = TOP.exec(text) ?? [];
  return top === undefined ? null : endsOf('0', top);
};

const MOST_PLACES = 6;

/** Marks on a scale have 15 digits in all; its ends leave room for them. */
export const isEnd = (number: string): boolean => !isTooLong(number) && placesOf(number) <= MOST_PLACES;

const endsOf = (low: string, high: string): Ends | null => {
  const [lowest, highest] = [readNumber(low, 'mark'), readNumber(high, 'mark')];
  if (lowest.is !== 'number' || highest.is !== 'number') return null;
  if (!isEnd(lowest.number) || !isEnd(highest.number)) return null;
  return compare(exactOf(lowest.number), exactOf(highest.number)) < 0
    ? { lowest: lowest.number, highest: highest.number }
    : null;
};

/** A cell of a scale column: a top alone (from 0), or both ends. Null when empty, undefined when it is neither. */
export const readScale = (cell: Cell | undefined): Ends | null | undefined => {
  const text = cellText(cell);
  if (text === '') return null;
  if (cell?.kind === 'day' || cell?.kind === 'fault' || cell?.kind === 'flag') return undefined;
  const top = readNumber(text, 'mark');
  if (top.is === 'number') return endsOf('0', top.number) ?? undefined;
  return scaleIn(text) ?? undefined;
};
