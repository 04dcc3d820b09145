import type { PanelValues } from './panel-values.ts';
import type { Prepared } from './prepare-case.ts';

/** One row a cell, one column an assessor; null unless every assessor marked every cell. */
export const completeTable = (prepared: Prepared, panel: PanelValues): readonly Float64Array[] | null => {
  const people = panel.assessors.length;
  const cells = panel.options.length * panel.leaves.length;
  if (panel.count !== cells * people) return null;
  const rows = Array.from({ length: cells }, () => new Float64Array(people));
  const rowOf = rowOfCell(prepared, panel);
  panel.marksOf.forEach((marks, person) => {
    for (const mark of marks) {
      const row = rows[rowOf[prepared.table.cellOf[mark] ?? 0] ?? 0];
      if (row) row[person] = panel.valueOf[mark] ?? 0;
    }
  });
  return rows;
};

export const valuesByCell = (prepared: Prepared, panel: PanelValues): readonly (readonly number[])[] => {
  const rows = Array.from({ length: panel.options.length * panel.leaves.length }, (): number[] => []);
  const rowOf = rowOfCell(prepared, panel);
  for (const marks of panel.marksOf) {
    for (const mark of marks)
      rows[rowOf[prepared.table.cellOf[mark] ?? 0] ?? 0]?.push(panel.valueOf[mark] ?? 0);
  }
  return rows;
};

/** By cell of the case: its place among the cells of marked options under scored leaves. */
const rowOfCell = ({ tree, options }: Prepared, panel: PanelValues): Int32Array => {
  const rows = new Int32Array(options.length * tree.leaves.length);
  let next = 0;
  for (const option of panel.options) {
    for (const leaf of panel.leaves) {
      rows[option * tree.leaves.length + leaf] = next;
      next += 1;
    }
  }
  return rows;
};
