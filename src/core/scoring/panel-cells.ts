import type { PanelValues } from './panel-values.ts';
import type { Prepared } from './prepare-case.ts';

/** One row a cell, one column an assessor; null unless every assessor marked every cell. */
export const completeTable = (prepared: Prepared, panel: PanelValues): readonly Float64Array[] | null => {
  const people = panel.assessors.length;
  const cells = panel.options.length * panel.leaves.length;
  if (panel.count !== cells * people) return null;
  const { scoreIndexOf, valuesOf, leafOf } = panel;
  const { cellOf, assessorOf, isFrontline, assessors } = prepared.table;
  const placeOf = placesOfCells(prepared, panel);
  const personOf = new Int32Array(assessors.length);
  panel.assessors.forEach((assessor, person) => (personOf[assessor] = person));
  const table = new Float64Array(panel.count);
  for (let mark = 0; mark < cellOf.length; mark += 1) {
    if (isFrontline[mark] === 1) continue;
    const cell = cellOf[mark] as number;
    const value = valuesOf[leafOf[cell] as number]?.[scoreIndexOf[mark] as number] ?? 0;
    table[(placeOf[cell] as number) * people + (personOf[assessorOf[mark] as number] as number)] = value;
  }
  return Array.from({ length: cells }, (_unused, cell) => table.subarray(cell * people, (cell + 1) * people));
};

/** One list a cell, of whatever marks it has. */
export const valuesByCell = (prepared: Prepared, panel: PanelValues): readonly (readonly number[])[] => {
  const { scoreIndexOf, valuesOf, leafOf } = panel;
  const placeOf = placesOfCells(prepared, panel);
  const lists = Array.from({ length: panel.options.length * panel.leaves.length }, (): number[] => []);
  for (const marks of panel.marksOf) {
    for (const mark of marks) {
      const cell = prepared.table.cellOf[mark] ?? 0;
      lists[placeOf[cell] ?? 0]?.push(valuesOf[leafOf[cell] ?? 0]?.[scoreIndexOf[mark] ?? 0] ?? 0);
    }
  }
  return lists;
};

/** By cell of the case: its place among the cells of marked options under scored leaves. */
const placesOfCells = ({ tree, options }: Prepared, panel: PanelValues): Int32Array => {
  const placeOf = new Int32Array(options.length * tree.leaves.length);
  panel.options.forEach((option, row) =>
    panel.leaves.forEach((leaf, column) => {
      placeOf[option * tree.leaves.length + leaf] = row * panel.leaves.length + column;
    }),
  );
  return placeOf;
};
