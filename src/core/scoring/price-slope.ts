import type { Rational } from '../exact/rational.ts';
import {
  add,
  compare,
  divide,
  fraction,
  HUNDRED,
  isZero,
  multiply,
  scale,
  subtract,
  whole,
} from '../exact/rational.ts';
import type { PriceRule } from '../rubric/rubric-method.ts';
import { isRelative, priceValue } from './price-methods.ts';
import type { PriceReference } from './price-methods.ts';

/**
 * The implied price of one point of quality. The question: by how much may an option of middling price be dearer for
 * one more point of quality and still have the same total?
 *
 * In words: the weight of quality over the weight of price, over the steepness of the price formula at the median bid:
 * dP/dQ = (wq / wp) / |dS/dP|. The steepness, with low, high and mean held where they are:
 *   benchmark-linear     100 / (ceiling - floor)      lowest-over-price    100 low / P^2
 *   min-max              100 / (high - low)           squared-ratio        200 low^2 / P^3
 *   proportional-excess  100 / low                    mean-based           50 / mean
 *
 * Limits: at the median bid only; formulas that divide by the price trade differently along the price axis. Where the
 * value is 0 or 100 it no longer moves with the price, and there is no answer. Worth showing before bids are asked for.
 * Example: lowest over price, bids of 100 and 140, weights 50:50: at 120 the steepness is 100 x 100 / 14400 and the
 * implied price 1.44 a point.
 */
export type Implied = { readonly price: Rational } | { readonly reason: string };

export const impliedPricePerPoint = (
  rule: PriceRule,
  weights: { readonly quality: bigint; readonly price: bigint },
  reference: PriceReference,
  median: Rational,
): Implied => {
  if (weights.price === 0n)
    return { reason: 'Price carries no weight, so no price stands for a point of quality.' };
  if (weights.quality === 0n) {
    return { reason: 'Quality carries no weight, so a point of it has no price.' };
  }
  if (isRelative(rule.method) && compare(reference.low, reference.high) === 0) {
    return { reason: 'All bids that passed cost the same, so the price formula is flat.' };
  }
  const value = priceValue(rule, median, reference);
  if (isZero(value) || compare(value, HUNDRED) === 0) {
    const end = isZero(value) ? 0 : 100;
    return {
      reason: `At the median bid the price is worth ${end} of 100 points, where the formula ends, so there is no trade-off to state.`,
    };
  }
  const ratio = fraction(weights.quality, weights.price);
  return { price: divide(ratio, steepness(rule, median, reference)) };
};

const steepness = (rule: PriceRule, cost: Rational, { low, high, mean }: PriceReference): Rational => {
  switch (rule.method) {
    case 'benchmark-linear':
      return divide(HUNDRED, subtract(whole(rule.ceilingPence ?? 0), whole(rule.floorPence ?? 0)));
    case 'lowest-over-price':
      return divide(scale(low, 100n), multiply(cost, cost));
    case 'squared-ratio':
      return divide(scale(multiply(low, low), 200n), multiply(cost, multiply(cost, cost)));
    case 'min-max':
      return divide(HUNDRED, subtract(high, low));
    case 'proportional-excess':
      return divide(HUNDRED, low);
    case 'mean-based':
      return divide(whole(50), mean);
  }
};

/** The middle of an odd number of values, half-way between the two middle ones of an even number; null of none. */
export const medianOf = (values: readonly Rational[]): Rational | null => {
  const sorted = [...values].sort(compare);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (!below || !above) return null;
  return sorted.length % 2 === 1 ? below : divide(add(below, above), whole(2));
};
