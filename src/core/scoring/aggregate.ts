import type { Rational } from '../exact/rational.ts';
import type { Aggregate } from '../rubric/rubric.ts';

/**
 * Several marks for one cell as one score. The question: what did the people who marked this say between them?
 *
 *   mean          the sum over the number of marks
 *   median        the middle mark, or half the sum of the two middle ones
 *   trimmed-mean  one highest and one lowest mark dropped, then the mean; with fewer than three marks the mean
 *
 * Limits: with four marks the trimmed mean is the median. A mark that was not given is not counted as anything.
 * Example: 1, 4, 4 and 5 are 3.5, 4 and 4.
 */
export type ScoreList = {
  /** Whole units of the scale; in rising order where the aggregate needs it. */
  readonly scores: readonly bigint[];
  readonly sum: bigint;
};

/** Null when no mark is left. `without` leaves one mark of that score out, without building a new list. */
export const aggregateScores = (list: ScoreList, how: Aggregate, without?: bigint): Rational | null => {
  const count = list.scores.length - (without === undefined ? 0 : 1);
  if (count <= 0) return null;
  const total = without === undefined ? list.sum : list.sum - without;
  if (how === 'mean' || (how === 'trimmed-mean' && count < 3)) return { n: total, d: BigInt(count) };
  const skipped = without === undefined ? count : list.scores.indexOf(without);
  const at = (index: number): bigint => list.scores[index < skipped ? index : index + 1] ?? 0n;
  if (how === 'trimmed-mean') return { n: total - at(0) - at(count - 1), d: BigInt(count - 2) };
  const middle = Math.floor(count / 2);
  return count % 2 === 1 ? { n: at(middle), d: 1n } : { n: at(middle - 1) + at(middle), d: 2n };
};

export const compareUnits = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
