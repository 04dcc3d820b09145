import { columnLetters } from '../../core/workbook/cell-name.ts';
import type { Cell } from '../../core/workbook/sheet.ts';
import type { SheetDraft } from '../../usecases/ports.ts';
import { toSerial } from './cell-values.ts';
import { escapeText } from './escaped-text.ts';
import { MOST_CHARACTERS } from './limits.ts';
import { tooLarge } from './refusals.ts';
import { quoted, sheetXml, STYLES } from './workbook-xml.ts';

type Column = SheetDraft['columns'][number];

/** A list of choices inside a rule may have this many characters in Excel, and no comma in a choice. */
const LONGEST_LIST = 255;

const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;

export const writeSheet = ({ columns, rows }: SheetDraft): string => {
  const heading = rowXml(
    1,
    columns.map(({ heading }, index) => textXml(`${columnLetters(index)}1`, heading, STYLES.heading)),
  );
  const body = rows.map((row, index) =>
    rowXml(
      index + 2,
      row.map((cell, column) => cellXml(`${columnLetters(column)}${index + 2}`, cell, columns[column])),
    ),
  );
  return sheetXml(columnsXml(columns), heading + body.join(''), choicesXml(columns, rows.length));
};

const rowXml = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells.join('')}</row>`;

const cellXml = (place: string, cell: Cell, column: Column | undefined): string => {
  const style = column?.wrap ? STYLES.wrapped : STYLES.plain;
  if (cell === null) return '';
  switch (cell.kind) {
    case 'text':
      return textXml(place, cell.text, startsLikeFormula(cell.text) ? typed(style) : style);
    case 'number':
      return PLAIN_DECIMAL.test(cell.number)
        ? `<c r="${place}" s="${style}"><v>${cell.number}</v></c>`
        : textXml(place, cell.number, style);
    case 'day': {
      const serial = toSerial(cell.day);
      return serial === undefined
        ? textXml(place, cell.day, style)
        : `<c r="${place}" s="${STYLES.day}"><v>${serial}</v></c>`;
    }
    case 'flag':
      return `<c r="${place}" s="${style}" t="b"><v>${cell.flag ? 1 : 0}</v></c>`;
    case 'fault':
      return `<c r="${place}" s="${style}" t="e"><v>${escapeText(cell.fault)}</v></c>`;
  }
};

const startsLikeFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text);

const typed = (style: number): number => (style === STYLES.wrapped ? STYLES.typedWrapped : STYLES.typed);

/** A text stands in the file as a text: whatever its first sign, no program works it out. */
const textXml = (place: string, text: string, style: number): string => {
  if (text.length > MOST_CHARACTERS) {
    throw tooLarge(
      `A text of ${text.length} characters does not fit into cell ${place}, which holds ${MOST_CHARACTERS}.`,
    );
  }
  return text === ''
    ? ''
    : `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
};

const columnsXml = (columns: readonly Column[]): string =>
  columns.length === 0
    ? ''
    : `<cols>${columns
        .map(
          ({ width, hidden }, index) =>
            `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`,
        )
        .join('')}</cols>`;

/** A drop-down for each column that has few enough allowed values; one that has more is checked when it is read back. */
const choicesXml = (columns: readonly Column[], rows: number): string => {
  const rules = columns.flatMap(({ allowed }, index) => {
    if (!allowed || allowed.length === 0) return [];
    const list = allowed.join(',');
    if (list.length > LONGEST_LIST || allowed.some((value) => /[",]/.test(value))) return [];
    const letters = columnLetters(index);
    const range = `${letters}2:${letters}${Math.max(rows, 1) + 1}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Not in the list" error="Choose one of the values in the list." sqref="${range}"><formula1>${quoted(`"${list}"`)}</formula1></dataValidation>`;
  });
  return rules.length === 0
    ? ''
    : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
};
