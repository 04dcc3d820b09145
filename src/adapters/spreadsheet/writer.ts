import { strToU8, zipSync } from 'fflate';
import { cellText } from '../../core/workbook/plain-words.ts';
import type { Cell } from '../../core/workbook/sheet.ts';
import type { SheetDraft, SpreadsheetWriter } from '../../usecases/ports.ts';
import { guardFormula } from './formula-signs.ts';
import { sheetNames } from './sheet-names.ts';
import { surroundingParts } from './workbook-xml.ts';
import { writeSheet } from './write-sheet.ts';

/** The first moment a zip can name, so that a file depends on nothing but what is in it. */
const NO_TIME = new Date(1980, 0, 1);

export const createSpreadsheetWriter = (): SpreadsheetWriter => ({
  renderWorkbook: async (sheets) => {
    const parts = {
      ...surroundingParts(sheetNames(sheets.map(({ name }) => name))),
      ...Object.fromEntries(
        sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, writeSheet(sheet)]),
      ),
    };
    return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), {
      mtime: NO_TIME,
      level: 6,
    });
  },
  renderCsv,
});

const BYTE_ORDER_MARK = '\ufeff';

const renderCsv = ({ columns, rows }: SheetDraft): Uint8Array => {
  const lines = [columns.map(({ heading }) => guardFormula(heading)), ...rows.map((row) => row.map(csvText))];
  return Buffer.from(BYTE_ORDER_MARK + lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join(''));
};

/** Besides what must be: whatever a reader that looks for the separator, or for the kind of file, could mistake. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$|^sep=|^\s*</i;

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const csvText = (cell: Cell): string =>
  cell?.kind === 'text' ? guardFormula(cell.text.replaceAll('\0', '')) : cellText(cell ?? undefined);
