import { compare, divide, fraction, isBelow, isZero, subtract, sum, whole, ZERO } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';

/**
 * Shares of a whole, and shares as whole basis points. The question: how do exact weights become weights that can be
 * published and that sum to exactly 10000?
 *
 * In words: each number over the sum of all. Then the largest remainder method (Hamilton's): everybody gets the whole
 * basis points below their exact share; the few that are left over go, one each, to those who lost the largest
 * fraction, and between equals to the one that stands earlier. Exact.
 * Limits: no share moves by a whole basis point or more. Negative numbers, no numbers and all noughts are refused.
 * Example: 1, 1 and 1 are 3334, 3333 and 3333.
 */
export const shareOut = (numbers: readonly Rational[]): readonly Rational[] => {
  if (numbers.length === 0) throw new RangeError('There is nothing to weigh: name at least one criterion.');
  if (numbers.some((number) => isBelow(number, ZERO))) throw new RangeError('A weight cannot be below 0.');
  const total = sum(numbers);
  if (isZero(total)) throw new RangeError('The weights are all 0; at least one must be above 0.');
  return numbers.map((number) => divide(number, total));
};

const ALL_BP = 10000n;

export const toBasisPoints = (numbers: readonly Rational[]): readonly number[] => {
  const exact = shareOut(numbers).map(({ n, d }) => fraction(n * ALL_BP, d));
  const floors = exact.map(({ n, d }) => n / d);
  const remainders = exact.map((share, index) => subtract(share, whole(floors[index] ?? 0n)));
  const left = Number(ALL_BP - floors.reduce((total, floor) => total + floor, 0n));
  const order = remainders
    .map((remainder, index) => ({ remainder, index }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index);
  const raised = new Set(order.slice(0, left).map(({ index }) => index));
  return floors.map((floor, index) => Number(floor) + (raised.has(index) ? 1 : 0));
};
