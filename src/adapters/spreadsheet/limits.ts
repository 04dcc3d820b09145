/** What a file may cost us before anybody has looked at it. Far above any marking sheet, far below what hurts a server. */
export const MOST_BYTES = 5 * 1024 * 1024;
export const MOST_UNPACKED = 20 * 1024 * 1024;
/** A larger part that packs better than this is not something a person typed. */
export const MOST_RATIO = 100;
export const RATIO_FROM = 1024 * 1024;
export const MOST_ENTRIES = 2_000;
export const MOST_SHEETS = 50;
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;
/** What a cell can hold in spreadsheet programs. */
export const MOST_CHARACTERS = 32_767;
/** Over a whole workbook: one long text that half a million cells point to is small in the file and large everywhere else. */
export const MOST_CELLS = 500_000;
export const MOST_TEXT = 20_000_000;
export const MOST_SECONDS = 10;
export const MOST_MEMORY_MB = 384;
