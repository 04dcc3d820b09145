import { cellText, plainWords } from './plain-words.ts';
import { readNumber } from './read-number.ts';
import type { Cell } from './sheet.ts';

/**
 * The mark in a cell, before anybody looks at its scale. '4/5' is 4 of 5, '4 - Good' is 4, '80%' says that it is a
 * percentage, 'n/a' and '-' say that there is none. What cannot be a mark is refused with the reason.
 */
export type RawMark =
  | { readonly is: 'mark'; readonly number: string; readonly percent: boolean; readonly outOf: string | null }
  | { readonly is: 'none'; readonly meaning: 'blank' | 'not applicable' | 'not marked' }
  | { readonly is: 'fault'; readonly message: string };

const NOT_APPLICABLE: ReadonlySet<string> = new Set([
  ...[
    'n a',
    'na',
    'not applicable',
    's o',
    'sans objet',
    'k a',
    'entfallt',
    'nicht zutreffend',
    'nicht anwendbar',
  ],
  ...['ddim yn berthnasol', 'amherthnasol', 'no aplica', 'no procede'],
]);
const NOT_MARKED: ReadonlySet<string> = new Set([
  ...[
    '',
    'not marked',
    'not scored',
    'none',
    'blank',
    'no mark',
    'no score',
    'n s',
    'non note',
    'keine angabe',
  ],
  ...['nicht bewertet', 'heb ei farcio', 'heb ei sgorio', 'sin nota', 'sin puntuar'],
]);

const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
const OUT_OF = new RegExp(
  String.raw`^(${NUMBER})\s*(?:/|\b(?:out of|of|sur|von|aus|de|sobre|allan o|o)\b)\s*(${NUMBER})$`,
  'iu',
);
const WORDED = new RegExp(String.raw`^(${NUMBER})\s*(?:[-–—:=,.)]\s*|\()(?=[^\d\s]).*\p{Letter}`, 'u');

export const readMark = (cell: Cell | undefined): RawMark => {
  if (!cell) return { is: 'none', meaning: 'blank' };
  switch (cell.kind) {
    case 'number':
      return mark(cell.number);
    case 'day':
      return { is: 'fault', message: dayMessage(cell.day) };
    case 'flag':
      return {
        is: 'fault',
        message: `holds ${cellText(cell)} where a mark is expected. Type the mark as a number.`,
      };
    case 'fault':
      return failed(cell.fault);
    case 'text':
      return readText(cellText(cell));
  }
};

/** No scale has more digits before the point. */
export const MOST_WHOLE_DIGITS = 9;

export const isTooLong = (number: string): boolean =>
  (number.replace(/^-/, '').split('.')[0] ?? '').length > MOST_WHOLE_DIGITS;

const mark = (number: string, percent = false, outOf: string | null = null): RawMark =>
  isTooLong(number) || isTooLong(outOf ?? '')
    ? { is: 'fault', message: `holds '${short(number)}', which is too large for a mark. Put the mark right.` }
    : { is: 'mark', number, percent, outOf };

const failed = (shown: string): RawMark => ({
  is: 'fault',
  message: `shows ${shown}: its formula has failed. Put the formula right, or type the mark.`,
});

/** A failed formula as a .csv file carries it. */
const FAILED = /^#(?:N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|WERT!|BEZUG!|VALEUR!|VALOR!)$/u;

const readText = (text: string): RawMark => {
  if (text === '') return { is: 'none', meaning: 'blank' };
  if (FAILED.test(text)) return failed(text);
  const words = plainWords(text);
  if (NOT_APPLICABLE.has(words)) return { is: 'none', meaning: 'not applicable' };
  if (NOT_MARKED.has(words) && !/[#?!]/u.test(text)) return { is: 'none', meaning: 'not marked' };
  const [, of = '', top = ''] = OUT_OF.exec(text) ?? [];
  if (of && top) return together(of, top);
  const read = readNumber(text, 'mark');
  if (read.is === 'number') return mark(read.number, read.percent);
  if (read.is === 'unclear') return { is: 'fault', message: `holds '${text}', which ${read.why}.` };
  const [, leading = ''] = WORDED.exec(text) ?? [];
  const first = leading ? readNumber(leading, 'mark') : read;
  return first.is === 'number'
    ? mark(first.number)
    : {
        is: 'fault',
        message: `holds '${short(text)}', which is not a mark. Type a number, or leave the cell empty.`,
      };
};

const together = (of: string, top: string): RawMark => {
  const [number, outOf] = [readNumber(of, 'mark'), readNumber(top, 'mark')];
  return number.is === 'number' && outOf.is === 'number'
    ? mark(number.number, false, outOf.number)
    : {
        is: 'fault',
        message: `holds '${of}/${top}', which cannot be read as one mark. Type the mark as a number.`,
      };
};

export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
];

const dayMessage = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)));
  const words = `${date} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
  return `holds the date ${words} where a mark is expected: Excel turned something like ${date}/${month} into a date. Type the mark again as a number.`;
};
