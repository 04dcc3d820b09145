import type { Cell } from '../../core/workbook/sheet.ts';
import { isDay, numberCell, textCell } from './cell-values.ts';
import type { NumberLook } from './cell-values.ts';
import { unescapeText } from './escaped-text.ts';
import { MOST_COLUMNS, MOST_ROWS } from './limits.ts';
import { damaged } from './refusals.ts';
import { readXml } from './xml-events.ts';

export type Surroundings = {
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly from1904: boolean;
};

type Place = { readonly row: number; readonly column: number };

/** A cell as the file has it: its type, its style, and the text of its value, if any. */
type RawCell = { type: string; style: number; value: string | undefined; inline: string | undefined };

/** Hears every cell of a sheet that shows something, then forgets what merges hide. */
export const readSheet = (
  bytes: Uint8Array,
  name: string,
  surroundings: Surroundings,
  sheet: { readonly rows: Cell[][]; readonly put: (row: number, column: number, cell: Cell) => void },
): void => {
  const merges: string[] = [];
  let place: Place = { row: -1, column: -1 };
  let cell: RawCell | undefined;
  let [inValue, inText, inAid] = [false, false, false];
  readXml(bytes, `sheet "${name}"`, {
    open: (tag, attribute) => {
      if (tag === 'row') place = { row: rowAfter(place, attribute('r'), name), column: -1 };
      else if (tag === 'c') {
        place = placeAfter(place, attribute('r'), name);
        cell = {
          type: attribute('t') ?? 'n',
          style: Number(attribute('s') ?? 0),
          value: undefined,
          inline: undefined,
        };
      } else if (tag === 'v') inValue = true;
      else if (tag === 't') inText = true;
      else if (tag === 'rPh') inAid = true;
      else if (tag === 'mergeCell') merges.push(attribute('ref') ?? '');
    },
    close: (tag) => {
      if (tag === 'c' && cell) {
        sheet.put(
          place.row,
          place.column,
          cellOf(cell, surroundings, () => `${name}" cell in row ${place.row + 1}`),
        );
        cell = undefined;
      } else if (tag === 'v') inValue = false;
      else if (tag === 't') inText = false;
      else if (tag === 'rPh') inAid = false;
    },
    text: (text) => {
      if (!cell) return;
      if (inValue) cell.value = (cell.value ?? '') + text;
      else if (inText && !inAid) cell.inline = (cell.inline ?? '') + text;
    },
  });
  hideMerged(sheet.rows, merges, name);
};

const rowAfter = (place: Place, written: string | undefined, name: string): number => {
  const row = written === undefined ? place.row + 1 : Number(written) - 1;
  if (!Number.isInteger(row) || row < 0) throw damaged(`sheet "${name}" has a row without a number`);
  return row;
};

const placeAfter = (place: Place, written: string | undefined, name: string): Place => {
  if (written === undefined) return { row: Math.max(place.row, 0), column: place.column + 1 };
  const found = parsePlace(written);
  if (!found) throw damaged(`sheet "${name}" has a cell without a place`);
  return found;
};

const parsePlace = (written: string): Place | undefined => {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})$/i.exec(written) ?? [];
  if (!letters || !digits || Number(digits) < 1) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
};

/** A formula counts as what it last came to; one that was never worked out shows nothing. */
const cellOf = (raw: RawCell, { strings, looks, from1904 }: Surroundings, where: () => string): Cell => {
  const { type, value, inline } = raw;
  if (type === 'inlineStr') return textCell(unescapeText(inline ?? ''));
  if (value === undefined || value === '') return null;
  if (type === 's') {
    const text = strings[Number(value)];
    if (text === undefined) throw damaged(`sheet "${where()} points to a text that is not there`);
    return textCell(text);
  }
  if (type === 'str') return textCell(unescapeText(value));
  if (type === 'b') return { kind: 'flag', flag: value === '1' || value === 'true' };
  if (type === 'e') return { kind: 'fault', fault: value };
  if (type === 'd' && isDay(value.slice(0, 10))) return { kind: 'day', day: value.slice(0, 10) };
  const double = Number(value);
  if (type === 'd' || !Number.isFinite(double))
    throw damaged(`sheet "${where()} is not the number it says it is`);
  return numberCell(double, looks[raw.style] ?? 'number', from1904);
};

/** A merge shows its first cell; some programs keep what was in the others. No two merges overlap, so their areas have a limit. */
const hideMerged = (rows: Cell[][], merges: readonly string[], name: string): void => {
  let area = 0;
  for (const merge of merges) {
    const [from, to] = merge.split(':').map(parsePlace);
    if (!from || !to) continue;
    for (let row = from.row; row <= Math.min(to.row, rows.length - 1); row += 1) {
      const line = rows[row] ?? [];
      area += 1;
      for (let column = from.column; column <= Math.min(to.column, line.length - 1); column += 1) {
        area += 1;
        if (row !== from.row || column !== from.column) line[column] = null;
      }
    }
    if (area > 2 * MOST_ROWS * MOST_COLUMNS) throw damaged(`merged cells of sheet "${name}" overlap`);
  }
};
