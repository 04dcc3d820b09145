import type { Judgements } from './judgements.ts';
import { toDouble } from '../../exact/rational.ts';

/**
 * The judgement worth another look. The question: which single comparison sits worst with all the others?
 *
 * For each comparison made, the ratio of the two weights that came out is what would fit; the comparison furthest from
 * it, counted in times, is named. Null when every comparison fits. Source: Saaty 1980 (the perturbation a_ij w_j / w_i).
 * Limits: one comparison at a time; changing it changes the weights, so the value that fits is a pointer, not a target.
 * Of comparisons equally far off the first is named; with three criteria all three always are.
 * Example: in a matrix of seven drinks wine over water was judged 1/9, and 0.0586 (about 1/17) would fit.
 */
export type LeastConsistent = {
  readonly row: number;
  readonly column: number;
  readonly given: number;
  readonly fits: number;
};

/** Nearer than this, the difference is the rounding of doubles. */
const FITTING = 1 + 1e-9;

export const leastConsistent = (
  judgements: Judgements,
  weights: readonly number[],
): LeastConsistent | null => {
  let worst: LeastConsistent | null = null;
  let most = FITTING;
  judgements.forEach((row, i) => {
    row.forEach((entry, j) => {
      if (j <= i || entry === null) return;
      const given = toDouble(entry);
      const fits = (weights[i] ?? Number.NaN) / (weights[j] ?? Number.NaN);
      const times = Math.max(given / fits, fits / given);
      if (times <= most * (1 + 1e-12)) return;
      most = times;
      worst = { row: i, column: j, given, fits };
    });
  });
  return worst;
};
