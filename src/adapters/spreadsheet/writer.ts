import { stringify } from 'csv-stringify/sync';
import { strToU8, zipSync } from 'fflate';
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

/** What a reader that looks for the separator, or for the kind of file, could take for something else. */
const ALSO_QUOTED = /[;\t,\r\n]|^sep=|^\s*</i;

const renderCsv = ({ columns, rows }: SheetDraft): Uint8Array =>
  Buffer.from(
    stringify([columns.map(({ heading }) => guardFormula(heading)), ...rows.map((row) => row.map(csvText))], {
      bom: true,
      record_delimiter: '\r\n',
      quoted_match: ALSO_QUOTED,
    }),
  );

const csvText = (cell: Cell): string => {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'text':
      return guardFormula(cell.text.replaceAll('\0', ''));
    case 'number':
      return cell.number;
    case 'day':
      return cell.day;
    case 'flag':
      return cell.flag ? 'TRUE' : 'FALSE';
    case 'fault':
      return cell.fault;
  }
};
