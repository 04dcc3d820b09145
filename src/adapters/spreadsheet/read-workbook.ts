import type { Sheet } from '../../core/workbook/sheet.ts';
import { assertWorkbookZip } from './file-kind.ts';
import { readNumberLooks } from './number-looks.ts';
import { damaged } from './refusals.ts';
import { readSheet } from './read-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { createCellKeeper } from './sheet-limits.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import { listZip, unpackEntry } from './zip-directory.ts';

/** An .xlsx or .xlsm; macros, drawings, comments and links to other files are never looked at. */
export const readWorkbook = (bytes: Uint8Array): readonly Sheet[] => {
  const entries = listZip(bytes);
  assertWorkbookZip(entries);
  const part = (path: string): Uint8Array | undefined => {
    const entry = entries.get(path);
    return entry && unpackEntry(bytes, entry);
  };
  const { sheets, from1904, sharedStrings, styles } = readWorkbookParts(part);
  const surroundings = {
    strings: sharedStrings ? readSharedStrings(sharedStrings) : [],
    looks: styles ? readNumberLooks(styles) : [],
    from1904,
  };
  const keeper = createCellKeeper();
  return sheets.map(({ name, path }) => {
    const content = part(path);
    if (!content) throw damaged(`the sheet "${name}" is missing`);
    const sheet = keeper.openSheet(name);
    readSheet(content, name, surroundings, sheet);
    return sheet.close();
  });
};
