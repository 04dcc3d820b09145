import type { PanelValues } from './panel-values.ts';
import type { Prepared } from './prepare-case.ts';

/** One row a cell, one column an assessor; null unless every assessor marked every cell. */
export const completeTable = (
  prepared: Prepared,
  panel: PanelValues,
): readonly (readonly number[])[] | null => {
  const people = panel.assessors.length;
  const cells = panel.options.length * panel.leaves.length;
  if (panel.count !== cells * people) return null;
  const rows = Array.from({ length: cells }, () => new Array<number>(people).fill(0));
  visitValues(prepared, panel, (cell, person, value) => {
    const row = rows[cell];
    if (row) row[person] = value;
  });
  return rows;
};

/** One list a cell, of whatever marks it has. */
export const valuesByCell = (prepared: Prepared, panel: PanelValues): readonly (readonly number[])[] => {
  const rows = Array.from({ length: panel.options.length * panel.leaves.length }, (): number[] => []);
  visitValues(prepared, panel, (cell, _person, value) => rows[cell]?.push(value));
  return rows;
};

/** `cell` counts the cells of marked options under scored leaves, `person` the assessors with a panel mark. */
const visitValues = (
  { table, tree, options }: Prepared,
  panel: PanelValues,
  visit: (cell: number, person: number, value: number) => void,
): void => {
  const placeOf = new Int32Array(options.length * tree.leaves.length);
  panel.options.forEach((option, row) =>
    panel.leaves.forEach((leaf, column) => {
      placeOf[option * tree.leaves.length + leaf] = row * panel.leaves.length + column;
    }),
  );
  const { scoreIndexOf, valuesOf, leafOf } = panel;
  panel.marksOf.forEach((marks, person) => {
    for (let at = 0; at < marks.length; at += 1) {
      const mark = marks[at] ?? 0;
      const cell = table.cellOf[mark] ?? 0;
      visit(placeOf[cell] ?? 0, person, valuesOf[leafOf[cell] ?? 0]?.[scoreIndexOf[mark] ?? 0] ?? 0);
    }
  });
};
