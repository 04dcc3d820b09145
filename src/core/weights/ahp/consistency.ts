import { largestSize, randomIndex } from './random-index.ts';
import type { RandomIndexTable } from './random-index.ts';

/**
 * Consistency of pairwise judgements. The question: if a is worth twice b and b three times c, was a said to be worth
 * about six times c?
 *
 *   consistency index  CI = (lambda max - n) / (n - 1): nought when every judgement follows from the others
 *   consistency ratio  CR = CI / RI, with RI the random index of the named table: 1 is as bad as chance
 *
 * Customary reading (Saaty): up to 0.10 the judgements hold together; above it they are worth another look.
 * Two criteria or one cannot contradict each other: CR is 0 then. Beyond the table CR is null, with the reason.
 * Limits: a low ratio says that the judgements agree with each other, not that they are right.
 * Example: lambda max 7.176629 for 7 criteria is CI 0.029438, and CR 0.021806 by the table of 2005.
 */
export type Consistency = {
  readonly table: RandomIndexTable;
  readonly lambdaMax: number;
  readonly ci: number;
  readonly cr: number | null;
  /** Up to 0.10, the customary limit; null where there is no ratio. */
  readonly holdsTogether: boolean | null;
  /** Why there is no ratio; null when there is one. */
  readonly reason: string | null;
};

const CUSTOMARY_LIMIT = 0.1;

/** Below this, a difference from n is the rounding of doubles. */
const ROUNDING = 1e-12;

export const consistencyOf = (lambdaMax: number, size: number, table: RandomIndexTable): Consistency => {
  if (!Number.isInteger(size) || size < 1)
    throw new RangeError(`There cannot be ${size} criteria to compare.`);
  if (!Number.isFinite(lambdaMax)) throw new RangeError('lambda max must be a number.');
  const excess = lambdaMax - size;
  const isExact = size <= 2 || Math.abs(excess) <= ROUNDING * size;
  const ci = isExact ? 0 : excess / (size - 1);
  const named = { table, lambdaMax: isExact ? size : lambdaMax, ci };
  if (size <= 2) return { ...named, cr: 0, holdsTogether: true, reason: null };
  const index = randomIndex(table, size);
  if (index !== null) {
    const cr = ci / index;
    return { ...named, cr, holdsTogether: cr <= CUSTOMARY_LIMIT + ROUNDING, reason: null };
  }
  return {
    ...named,
    cr: null,
    holdsTogether: null,
    reason: `The random index table '${table}' ends at ${largestSize(table)} criteria and there are ${size}, so there is no consistency ratio.`,
  };
};
