import { columnLetters } from '../../src/core/workbook/cell-name.ts';
import { rawWorkbook } from './raw-workbook.ts';

/** A cell as somebody drew it up: what it holds and, where it matters, how it is shown. */
export type Drawn =
  | null
  | string
  | number
  | boolean
  | { readonly percent: number }
  /** A day, by the number that a spreadsheet keeps for it. */
  | { readonly date: number }
  /** A formula with what it last came to; without `value` it was never worked out. */
  | { readonly formula: string; readonly value?: number | string; readonly fault?: string };

export type DrawnSheet = {
  readonly name: string;
  readonly rows: readonly (readonly Drawn[])[];
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
};

const FORMATS = ['0', '9', '14']
  .map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0"/>`)
  .join('');
const [PERCENT, DATE] = [1, 2];

const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Texts are shared, as spreadsheet programs write them. */
export const drawWorkbook = (sheets: readonly DrawnSheet[]): Uint8Array => {
  const texts = new Map<string, number>();
  const shared = (text: string): number => {
    const at = texts.get(text) ?? texts.size;
    texts.set(text, at);
    return at;
  };
  const cell = (drawn: Drawn, place: string): string => {
    if (drawn === null) return '';
    if (typeof drawn === 'string') return `<c r="${place}" t="s"><v>${shared(drawn)}</v></c>`;
    if (typeof drawn === 'number') return `<c r="${place}"><v>${drawn}</v></c>`;
    if (typeof drawn === 'boolean') return `<c r="${place}" t="b"><v>${drawn ? 1 : 0}</v></c>`;
    if ('percent' in drawn) return `<c r="${place}" s="${PERCENT}"><v>${drawn.percent}</v></c>`;
    if ('date' in drawn) return `<c r="${place}" s="${DATE}"><v>${drawn.date}</v></c>`;
    const { formula, value, fault } = drawn;
    const type = fault !== undefined ? ' t="e"' : typeof value === 'string' ? ' t="str"' : '';
    const shown = fault ?? value;
    return `<c r="${place}"${type}><f>${plain(formula)}</f>${shown === undefined ? '' : `<v>${plain(String(shown))}</v>`}</c>`;
  };
  const raw = sheets.map(({ name, rows, merges = [], hidden }) => ({
    name: plain(name),
    ...(hidden ? { state: 'hidden' } : {}),
    rows: rows
      .map(
        (row, index) =>
          `<row r="${index + 1}">${row.map((one, column) => cell(one, `${columnLetters(column)}${index + 1}`)).join('')}</row>`,
      )
      .join(''),
    after:
      merges.length === 0
        ? ''
        : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
  }));
  const strings = [...texts.keys()]
    .map((text) => `<si><t xml:space="preserve">${plain(text)}</t></si>`)
    .join('');
  return rawWorkbook({
    sheets: raw,
    formats: FORMATS,
    sharedStrings: `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings}</sst>`,
  });
};

/** A csv as a program in some country writes it. */
export const drawCsv = (
  rows: readonly (readonly (string | number | null)[])[],
  separator: string,
  encoding: 'utf8' | 'utf8-mark' | 'latin1' | 'utf16',
): Uint8Array => {
  const quoted = (cell: string | number | null): string => {
    const text = String(cell ?? '');
    return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = rows.map((row) => `${row.map(quoted).join(separator)}\r\n`).join('');
  if (encoding === 'latin1') return Buffer.from(text, 'latin1');
  if (encoding === 'utf16') return Buffer.from(`\ufeff${text}`, 'utf16le');
  return Buffer.from(encoding === 'utf8' ? text : `\ufeff${text}`);
};
