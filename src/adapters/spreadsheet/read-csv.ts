import { CsvError, parse } from 'csv-parse/sync';
import { DomainError } from '../../core/errors.ts';
import type { Sheet } from '../../core/workbook/sheet.ts';
import { textCell } from './cell-values.ts';
import { unguardFormula } from './formula-signs.ts';
import { otherKind } from './refusals.ts';
import { findSeparator } from './separator.ts';
import { createCellKeeper } from './sheet-limits.ts';
import { decodeText } from './text-encoding.ts';

/** Every cell stays the text it is: what looks like a number or a day is for the person's naming of columns to say. */
export const readCsv = (bytes: Uint8Array, fileName: string): Sheet => {
  const text = decodeText(bytes);
  if (/^\s*</.test(text)) throw otherKind('a web page or XML file, whatever its name says');
  const { separator, body } = findSeparator(text);
  const sheet = createCellKeeper().openSheet(
    fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '') || 'Sheet',
  );
  parseRows(body, separator, body === text ? 0 : 1).forEach((row, index) => {
    row.forEach((cell, column) => sheet.put(index, column, textCell(unguardFormula(cell))));
  });
  return sheet.close();
};

const parseRows = (text: string, separator: string, linesBefore: number): readonly (readonly string[])[] => {
  let lastLine = 0;
  try {
    return parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (row: string[], { lines }) => {
        lastLine = lines;
        return row;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A mark that is never closed is found at the end of the file; the row in which it was opened is the next after the last.
    const open = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const line = linesBefore + (open ? lastLine + 1 : Number((error as { lines?: number }).lines));
    throw new DomainError(
      'invalid-input',
      `Line ${line} of this file has a quotation mark that cannot be read. Put the whole cell in quotation marks and write each one inside it twice, or save the file as .xlsx.`,
      { line },
      [{ path: `/lines/${line}`, message: 'A quotation mark stands where none can be.' }],
    );
  }
};
