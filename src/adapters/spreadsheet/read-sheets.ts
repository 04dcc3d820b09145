import type { Sheet } from '../../core/workbook/sheet.ts';
import { parseFileKind } from './file-kind.ts';
import { MOST_BYTES } from './limits.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { tooLarge } from './refusals.ts';

/** Everything between bytes and sheets, on whichever thread it runs. */
export const readSheets = async (bytes: Uint8Array, fileName: string): Promise<readonly Sheet[]> => {
  if (bytes.length > MOST_BYTES) {
    throw tooLarge(
      `This file has more than ${MOST_BYTES / 1024 / 1024} MB. Send only the sheets with marks, without pictures.`,
    );
  }
  return parseFileKind(bytes) === 'zip' ? readWorkbook(bytes) : [await readCsv(bytes, fileName)];
};
