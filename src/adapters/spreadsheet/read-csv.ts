import { CsvError, parse } from 'csv-parse';
import { DomainError } from '../../core/errors.ts';
import type { Sheet } from '../../core/workbook/sheet.ts';
import { textCell } from './cell-values.ts';
import { unguardFormula } from './formula-signs.ts';
import { otherKind } from './refusals.ts';
import { findSeparator } from './separator.ts';
import { createCellKeeper } from './sheet-limits.ts';
import { decodeText } from './text-encoding.ts';

/** Every cell stays the text it is: what looks like a number or a day is for the person's naming of columns to say. */
export const readCsv = async (bytes: Uint8Array, fileName: string): Promise<Sheet> => {
  const text = decodeText(bytes);
  if (/^\s*</.test(text)) throw otherKind('a web page or XML file, whatever its name says');
  const { separator, body } = findSeparator(text);
  const sheet = createCellKeeper().openSheet(
    fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '') || 'Sheet',
  );
  const rows = await parseRows(body, separator, body === text ? 0 : 1);
  rows.forEach((row, index) => {
    row.forEach((cell, column) => sheet.put(index, column, textCell(unguardFormula(cell))));
  });
  return sheet.close();
};

const parseRows = (
  text: string,
  separator: string,
  linesBefore: number,
): Promise<readonly (readonly string[])[]> =>
  new Promise((resolve, reject) => {
    let lastLine = 0;
    const options = {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (row: string[], { lines }: { readonly lines: number }) => {
        lastLine = lines;
        return row;
      },
    };
    parse(text, options, (error, rows: string[][]) => {
      if (!error) resolve(rows);
      else reject(error instanceof CsvError ? brokenQuote(error, linesBefore, lastLine) : error);
    });
  });

/** A mark that is never closed is found at the end of the file; the row in which it was opened is the next after the last. */
const brokenQuote = (error: CsvError, linesBefore: number, lastLine: number): DomainError => {
  const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
  const line = linesBefore + (isOpen ? lastLine + 1 : Number((error as { lines?: number }).lines));
  return new DomainError(
    'invalid-input',
    `Line ${line} of this file has a quotation mark that cannot be read. Put the whole cell in quotation marks and write each one inside it twice, or save the file as .xlsx.`,
    { line },
    [{ path: `/lines/${line}`, message: 'A quotation mark stands where none can be.' }],
  );
};
