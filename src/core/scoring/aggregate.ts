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
/** Whole units, in an array of either kind. */
export type Scores = { readonly length: number; readonly [place: number]: number };

/** Many of them; of two bytes each where the scales allow it. */
export type ScoreColumn = Int16Array | Float64Array;

export type ScoreList = {
  /** Whole units of the scale; in rising order where the aggregate needs it. */
  readonly scores: Scores;
  /** Null when it is beyond the whole numbers that a double holds exactly. */
  readonly sum: number | null;
};

/** The sum as a plain number where that is exact, else null. */
export const smallSum = (list: ScoreList, without = 0): number | null => {
  const sum = list.sum === null ? NaN : list.sum - without;
  return Number.isSafeInteger(sum) ? sum : null;
};

const sumOf = (list: ScoreList, without = 0): bigint => {
  const small = smallSum(list, without);
  return small === null ? exactSum(list.scores) - BigInt(without) : BigInt(small);
};

/** Null when no mark is left. `without` leaves one mark of that score out, without building a new list. */
export const aggregateScores = (list: ScoreList, how: Aggregate, without?: number): Rational | null => {
  const count = list.scores.length - (without === undefined ? 0 : 1);
  if (count <= 0) return null;
  const total = sumOf(list, without);
  if (how === 'mean' || (how === 'trimmed-mean' && count < 3)) return { n: total, d: BigInt(count) };
  const skipped = without === undefined ? count : Array.prototype.indexOf.call(list.scores, without);
  const at = (index: number): bigint => BigInt(list.scores[index < skipped ? index : index + 1] ?? 0);
  if (how === 'trimmed-mean') return { n: total - at(0) - at(count - 1), d: BigInt(count - 2) };
  const middle = Math.floor(count / 2);
  return count % 2 === 1 ? { n: at(middle), d: 1n } : { n: at(middle - 1) + at(middle), d: 2n };
};

/** Whole numbers summed exactly: in plain numbers while they are safe, in big ones after that. */
export const exactSum = (scores: Scores): bigint => {
  let small = 0;
  let large = 0n;
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] ?? 0;
    if (!Number.isSafeInteger(score))
      throw new RangeError(`A score of ${score} is not a whole number of units of its scale.`);
    const next = small + score;
    if (Number.isSafeInteger(next)) small = next;
    else {
      large += BigInt(small) + BigInt(score);
      small = 0;
    }
  }
  return large + BigInt(small);
};

export const listScores = (scores: Scores): ScoreList => {
  let sum = 0;
  for (let place = 0; place < scores.length; place += 1) {
    sum += scores[place] ?? 0;
    if (!Number.isSafeInteger(sum)) return { scores, sum: null };
  }
  return { scores, sum };
};
