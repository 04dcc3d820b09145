import type { Rows } from '../agreement/rows.ts';
import type { PanelValues } from './panel-values.ts';
import type { Prepared } from './prepare-case.ts';

/**
 * One row a cell (a marked option under a scored leaf): the values of whatever panel marks it has, by assessor. A row is
 * worked out when it is asked for, into the same few bytes, so it holds until the next one is.
 */
export const panelCells = ({ table, tree }: Prepared, panel: PanelValues): Rows => {
  const { options, leaves, scores } = panel;
  const { start, scoreOf } = table.panel;
  const width = tree.leaves.length;
  const whole = new Float64Array(panel.assessors.length);
  return {
    length: options.length * leaves.length,
    at: (row) => {
      const column = row % leaves.length;
      const leaf = leaves[column] as number;
      const cell = (options[(row - column) / leaves.length] as number) * width + leaf;
      const [from, to] = [start[cell] as number, start[cell + 1] as number];
      const of = scores[leaf];
      if (!of) return [];
      const { direct, lowest, indexOf, values } = of;
      for (let mark = from; mark < to; mark += 1) {
        const units = scoreOf[mark] as number;
        const index = direct[units - lowest] ?? -1;
        whole[mark - from] = values[index < 0 ? indexOf(units) : index] as number;
      }
      return to - from === whole.length ? whole : whole.subarray(0, to - from);
    },
  };
};
