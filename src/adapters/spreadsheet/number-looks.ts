import type { NumberLook } from './cell-values.ts';
import { readXml } from './xml-events.ts';

/** Formats that every program knows by number and no file spells out (ECMA-376 part 1, 18.8.30). */
const BUILT_IN_DAYS = [14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)];
const BUILT_IN_TIMES = [18, 19, 20, 21, 45, 46, 47];

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** What a number is shown as, by the style number of its cell: a day and a time are numbers in the file. */
export const readNumberLooks = (styles: Uint8Array): readonly NumberLook[] => {
  const formats = new Map<string, string>();
  const looks: NumberLook[] = [];
  let inCellFormats = false;
  readXml(styles, 'the part with styles', {
    open: (name, attribute) => {
      if (name === 'numFmt') formats.set(attribute('numFmtId') ?? '', attribute('formatCode') ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = attribute('numFmtId') ?? '0';
        const code = formats.get(id);
        looks.push(code === undefined ? builtIn(Number(id)) : lookOf(code));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text: () => undefined,
  });
  return looks;
};

const builtIn = (id: number): NumberLook =>
  BUILT_IN_DAYS.includes(id) ? 'day' : BUILT_IN_TIMES.includes(id) ? 'time' : 'number';

/** By the letters of a format that are neither quoted nor in brackets: 'dd/mm/yyyy' is a day, '[h]:mm' a time, '0.00 "days"' a number. */
export const lookOf = (code: string): NumberLook => {
  const [first = ''] = code.replace(/"[^"]*"|\\.|[_*]./g, '').split(';');
  const letters = first
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '')
    .toLowerCase();
  if (/[0#?%]/.test(letters.replace(/s\.0+/g, 's'))) return 'number';
  if (/[yd]/.test(letters)) return 'day';
  if (/[hs]/.test(letters)) return 'time';
  return letters.includes('m') ? 'day' : 'number';
};
