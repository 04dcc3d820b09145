import type { Cell, Sheet } from '../../core/workbook/sheet.ts';
import { MOST_CELLS, MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, MOST_TEXT } from './limits.ts';
import { tooLarge } from './refusals.ts';

/** Collects the cells of one sheet after another and stops as soon as there are more than a person would send. */
export const createCellKeeper = () => {
  let [cells, characters] = [0, 0];
  return {
    /** Room for one sheet; `put` takes rows and columns from 0, in any order. */
    openSheet: (name: string) => {
      const rows: Cell[][] = [];
      return {
        rows,
        put: (row: number, column: number, cell: Cell): void => {
          if (cell === null) return;
          if (row >= MOST_ROWS)
            throw tooLarge(`Sheet "${name}" has more than ${MOST_ROWS} rows. Send only the rows with marks.`);
          if (column >= MOST_COLUMNS) {
            throw tooLarge(
              `Sheet "${name}" has more than ${MOST_COLUMNS} columns. Send only the columns with marks.`,
            );
          }
          const length = cell.kind === 'text' ? cell.text.length : 0;
          if (length > MOST_CHARACTERS) {
            throw tooLarge(
              `Sheet "${name}", row ${row + 1} has a cell with more than ${MOST_CHARACTERS} characters. Shorten it.`,
            );
          }
          cells += 1;
          characters += length;
          if (cells > MOST_CELLS || characters > MOST_TEXT) {
            throw tooLarge(
              `This workbook holds more than can be read at once; it was read as far as sheet "${name}". Send fewer sheets or rows.`,
            );
          }
          while (rows.length <= row) rows.push([]);
          const line = rows[row] ?? [];
          while (line.length < column) line.push(null);
          line[column] = cell;
        },
        close: (): Sheet => ({ name, rows: trimmed(rows) }),
      };
    },
  };
};

const trimmed = (rows: readonly Cell[][]): Cell[][] => {
  const kept = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1));
  return kept.slice(0, kept.findLastIndex((row) => row.length > 0) + 1);
};
