import { compare, divide, isZero, multiply, subtract, sum, ZERO } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import { assertWeights } from './assert-weights.ts';
import type { Contender } from './contender.ts';

/**
 * Effective weights. The question: what did each criterion decide, as opposed to what it was meant to decide?
 *
 * In words: a criterion's weight times the spread between the highest and the lowest value on it, over the sum of those
 * products. A criterion on which all options got the same decided nothing, whatever its weight.
 * Null when nothing differs (one option, or all alike). Analysis only. Limits: one option far off on a criterion is
 * enough to raise that criterion's figure, however far behind the option is.
 * Example: weights 0.6 and 0.4, spreads 10 and 60: 6 and 24, so 0.2 and 0.8.
 */
export const effectiveWeights = (
  weights: readonly Rational[],
  contenders: readonly Contender[],
): readonly Rational[] | null => {
  assertWeights(weights, contenders, 'leafValues');
  const products = weights.map((weight, leaf) => multiply(weight, spread(contenders, leaf)));
  const total = sum(products);
  return isZero(total) ? null : products.map((product) => divide(product, total));
};

const spread = (contenders: readonly Contender[], leaf: number): Rational => {
  const values = contenders.map((contender) => contender.leafValues[leaf] ?? ZERO);
  const [first] = values;
  if (!first) return ZERO;
  const lowest = values.reduce((a, b) => (compare(b, a) < 0 ? b : a), first);
  const highest = values.reduce((a, b) => (compare(b, a) > 0 ? b : a), first);
  return subtract(highest, lowest);
};
