import type { MarksTable } from './marks-table.ts';

/** The panel's marks by cell: those of a cell stand from `start[cell]` to `start[cell + 1]`, in the order of the case. */
export type PanelMarks = {
  readonly start: Int32Array;
  /** Their places in the columns of the table. */
  readonly markOf: Int32Array;
};

export const sortPanelMarks = (table: MarksTable, cells: number): PanelMarks => {
  const { cellOf, isFrontline } = table;
  const start = new Int32Array(cells + 1);
  for (let mark = 0; mark < cellOf.length; mark += 1) {
    if (isFrontline[mark] === 0) (start[(cellOf[mark] as number) + 1] as number) += 1;
  }
  for (let cell = 0; cell < cells; cell += 1) (start[cell + 1] as number) += start[cell] as number;
  const count = start[cells] ?? 0;
  const markOf = new Int32Array(count);
  const next = start.slice();
  for (let mark = 0; mark < cellOf.length; mark += 1) {
    if (isFrontline[mark] === 1) continue;
    const cell = cellOf[mark] as number;
    const place = next[cell] as number;
    markOf[place] = mark;
    next[cell] = place + 1;
  }
  return { start, markOf };
};
