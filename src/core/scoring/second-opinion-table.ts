import { isBelow, toDouble, ZERO } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import type { Direction, PerformanceTable } from '../robustness/second-opinions/performance-table.ts';
import type { Ranked } from './contenders.ts';
import type { Prepared } from './prepare-case.ts';
import { scoreOfUnits, valueOfUnits } from './scale-units.ts';
import type { ScaleUnits } from './scale-units.ts';
import type { Grid } from './score-grid.ts';

/**
 * What the second opinions read. On values, 0-100, everything is a benefit. On scores each criterion stays as it was
 * marked, a benefit unless its value function falls from the lowest score to the highest, and price is the cost in pence.
 */
export const valueTable = (prepared: Prepared, ranked: readonly Ranked[]): PerformanceTable => ({
  rows: ranked.map(({ contender }) => contender.leafValues.map(toDouble)),
  weights: weightsOf(prepared),
  directions: prepared.tree.leaves.map(() => 'benefit'),
});

export const scoreTable = (prepared: Prepared, ranked: readonly Ranked[], grid: Grid): PerformanceTable => {
  const { leaves } = prepared.tree;
  const scales = prepared.table.scales;
  return {
    rows: ranked.map(({ standing: { option } }) =>
      leaves.map((_leaf, index) => {
        const [cell, scale] = [grid[option.index]?.[index], scales[index]];
        const figure = scale ? cell && scoreOfUnits(scale, cell.score) : option.cost;
        return toDouble(figure ?? ZERO);
      }),
    ),
    weights: weightsOf(prepared),
    directions: leaves.map((_leaf, index) => directionOf(scales[index] ?? null)),
  };
};

const weightsOf = ({ tree }: Prepared): readonly number[] =>
  tree.leaves.map(({ share }) => toDouble({ n: share, d: tree.whole }));

/** No scale: the price. */
const directionOf = (scale: ScaleUnits | null): Direction => {
  if (!scale) return 'cost';
  const at = (units: bigint): Rational => valueOfUnits(scale, { n: units, d: 1n });
  return isBelow(at(scale.lowest + scale.range), at(scale.lowest)) ? 'cost' : 'benefit';
};
