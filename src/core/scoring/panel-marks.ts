import type { MarksTable } from './marks-table.ts';

/** The panel's marks by cell: those of a cell stand from `start[cell]` to `start[cell + 1]`, by assessor. */
export type PanelMarks = {
  readonly start: Int32Array;
  /** Places in the table's list of assessors. */
  readonly assessorOf: Int32Array;
  /** In units of the scale. */
  readonly unitsOf: Float64Array;
};

export const sortPanelMarks = (table: MarksTable, cells: number): PanelMarks => {
  const { cellOf, scoreOf, isFrontline, marksOf } = table;
  const start = new Int32Array(cells + 1);
  for (let mark = 0; mark < cellOf.length; mark += 1) {
    if (isFrontline[mark] === 0) (start[(cellOf[mark] as number) + 1] as number) += 1;
  }
  for (let cell = 0; cell < cells; cell += 1) (start[cell + 1] as number) += start[cell] as number;
  const count = start[cells] ?? 0;
  const [assessorOf, unitsOf] = [new Int32Array(count), new Float64Array(count)];
  const next = start.slice();
  marksOf.forEach((marks, assessor) => {
    for (let at = 0; at < marks.length; at += 1) {
      const mark = marks[at] as number;
      if (isFrontline[mark] === 1) continue;
      const cell = cellOf[mark] as number;
      const place = next[cell] as number;
      assessorOf[place] = assessor;
      unitsOf[place] = scoreOf[mark] as number;
      next[cell] = place + 1;
    }
  });
  return { start, assessorOf, unitsOf };
};
