import type { Rational } from '../exact/rational.ts';
import {
  add,
  clip,
  compare,
  divide,
  HUNDRED,
  isEqual,
  multiply,
  scale,
  subtract,
  sum,
  whole,
  ZERO,
} from '../exact/rational.ts';
import type { PriceMethod } from '../rubric/rubric.ts';
import type { PriceRule } from '../rubric/rubric-method.ts';

/**
 * A cost as a value from 0 to 100. The question: how good is this price, on the scale that was published?
 *
 * With P the cost, and low, high and mean taken from the bids that passed:
 *   benchmark-linear     100 (ceiling - P) / (ceiling - floor)        depends on no other bid
 *   lowest-over-price    100 low / P
 *   squared-ratio        100 (low / P)^2
 *   min-max              100 (high - P) / (high - low)
 *   proportional-excess  100 (1 - (P - low) / low)
 *   mean-based           50 + 50 (mean - P) / mean
 * each clipped to 0-100. Families as surveyed by Stilger, Siderius and van Raaij (2017).
 *
 * Limits: all but the first depend on who else bids. One bid, or bids of one cost, get 100; another option measured
 * against them gets 100 up to that cost and the formula above it. A cost at or below the lowest bid gets 100 in the
 * ratio methods, so income counts as the cheapest of all rather than as a negative ratio.
 *
 * Example: 1000, 1200, 1500 and 2600 by lowest-over-price are 100, 83.33, 66.67 and 38.46.
 */
export type PriceReference = { readonly low: Rational; readonly high: Rational; readonly mean: Rational };

export const buildReference = (costs: readonly Rational[]): PriceReference | null => {
  const [first] = costs;
  if (!first) return null;
  return {
    low: costs.reduce((a, b) => (compare(b, a) < 0 ? b : a), first),
    high: costs.reduce((a, b) => (compare(b, a) > 0 ? b : a), first),
    mean: divide(sum(costs), whole(costs.length)),
  };
};

/** The number a ratio method divides by; null for the methods that divide by none. */
export const divisorOf = (method: PriceMethod, reference: PriceReference): Rational | null => {
  switch (method) {
    case 'lowest-over-price':
    case 'squared-ratio':
    case 'proportional-excess':
      return reference.low;
    case 'mean-based':
      return reference.mean;
    case 'benchmark-linear':
    case 'min-max':
      return null;
  }
};

export const isRelative = (method: PriceMethod): boolean => method !== 'benchmark-linear';

/** The value of a cost. The reference is not needed by benchmark-linear; its divisor must be above zero. */
export const priceValue = (rule: PriceRule, cost: Rational, reference: PriceReference | null): Rational => {
  if (!isRelative(rule.method)) return benchmarkValue(rule, cost);
  if (!reference) throw new RangeError(`${rule.method} measures a price against others, and there is none.`);
  const divisor = divisorOf(rule.method, reference);
  if (divisor && compare(divisor, ZERO) <= 0)
    throw new RangeError(`${rule.method} divides by what the bids cost, which must be above 0.`);
  const level = isEqual(reference.low, reference.high);
  if (level && compare(cost, reference.low) <= 0) return HUNDRED;
  return clip(relativeValue(rule.method, cost, reference), ZERO, HUNDRED);
};

const benchmarkValue = (rule: PriceRule, cost: Rational): Rational => {
  const [from, to] = [rule.floorPence ?? NaN, rule.ceilingPence ?? NaN];
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from >= to)
    throw new RangeError(
      'benchmark-linear needs a floor and a ceiling in whole pence, the floor below the ceiling.',
    );
  const [floor, ceiling] = [whole(from), whole(to)];
  return clip(scale(divide(subtract(ceiling, cost), subtract(ceiling, floor)), 100n), ZERO, HUNDRED);
};

const relativeValue = (
  method: PriceMethod,
  cost: Rational,
  { low, high, mean }: PriceReference,
): Rational => {
  switch (method) {
    case 'lowest-over-price':
      return compare(cost, low) <= 0 ? HUNDRED : scale(divide(low, cost), 100n);
    case 'squared-ratio': {
      const ratio = compare(cost, low) <= 0 ? whole(1) : divide(low, cost);
      return scale(multiply(ratio, ratio), 100n);
    }
    case 'min-max':
      return isEqual(low, high) ? ZERO : scale(divide(subtract(high, cost), subtract(high, low)), 100n);
    case 'proportional-excess':
      return scale(subtract(whole(1), divide(subtract(cost, low), low)), 100n);
    case 'mean-based':
      return add(whole(50), scale(divide(subtract(mean, cost), mean), 50n));
    case 'benchmark-linear':
      throw new RangeError('benchmark-linear takes no reference.');
  }
};
