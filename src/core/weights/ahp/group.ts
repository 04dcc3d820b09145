import { decimalOf } from '../../exact/decimal.ts';
import { add, multiply, toDouble, ZERO } from '../../exact/rational.ts';
import type { Rational } from '../../exact/rational.ts';
import { shareOut } from '../basis-points.ts';
import type { Matrix } from './priorities.ts';
import { logOfRatio, ratioOfLog } from './ratio-log.ts';

/**
 * Several people's comparisons as one. The question: what does the group say, when each person judged for themselves?
 *
 *   aij  aggregation of individual judgements: each entry is the weighted geometric mean of the people's entries, so
 *        that the group acts as one judge
 *   aip  aggregation of individual priorities: each weight is the weighted arithmetic mean of the people's weights
 *
 * The arithmetic mean of judgements is not offered: 3 and 1/3 would average to 5/3 both ways round, so that a matters
 * more than b and b more than a. The geometric mean of 3 and 1/3 is 1.
 * Source: Forman and Peniwati 1998, European Journal of Operational Research 108:165-169.
 * Limits: everybody judges the same criteria; shares are above or at nought, not all nought.
 * Example: 3 and 1/3 with shares of 2 and 1 are 3^(2/3) / 3^(1/3) = 1.442250; priorities 0.75 and 0.25 then make 0.583333.
 */
const assertAlike = (lengths: readonly number[], shares: readonly Rational[]): void => {
  if (lengths.length === 0) throw new RangeError('There are no judgements to bring together.');
  if (lengths.length !== shares.length) throw new RangeError('Each set of judgements needs one share.');
  if (new Set(lengths).size > 1) throw new RangeError('All judgements must be about the same criteria.');
};

export const combineJudgements = (matrices: readonly Matrix[], shares: readonly Rational[]): Matrix => {
  assertAlike(
    matrices.map((matrix) => matrix.length),
    shares,
  );
  const parts = shareOut(shares);
  const size = matrices[0]?.length ?? 0;
  const mean = (i: number, j: number): number => {
    const logs = matrices.reduce((total, matrix, person) => {
      const { n, d } = parts[person] ?? ZERO;
      return total + (logOfRatio(matrix[i]?.[j] ?? Number.NaN) * n) / d;
    }, 0n);
    return ratioOfLog(logs);
  };
  const upper = Array.from({ length: size }, (_row, i) =>
    Array.from({ length: size }, (_column, j) => (j > i ? mean(i, j) : 1)),
  );
  return upper.map((row, i) => row.map((entry, j) => (j >= i ? entry : 1 / (upper[j]?.[i] ?? Number.NaN))));
};

export const combinePriorities = (
  priorities: readonly (readonly number[])[],
  shares: readonly Rational[],
): readonly number[] => {
  assertAlike(
    priorities.map((one) => one.length),
    shares,
  );
  const parts = shareOut(shares);
  return (priorities[0] ?? []).map((_weight, index) => {
    const mean = priorities.reduce(
      (total, one, person) =>
        add(total, multiply(decimalOf(one[index] ?? Number.NaN), parts[person] ?? ZERO)),
      ZERO,
    );
    return toDouble(mean);
  });
};
