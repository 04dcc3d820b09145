import type { Rational } from '../exact/rational.ts';
import { compare, divide, subtract } from '../exact/rational.ts';

/**
 * The price of each step along the Pareto front. The question: going from the cheapest option worth having to the next,
 * what does each further point of quality cost?
 *
 * In words: the extra cost over the extra quality between neighbours on the front, the cheapest first. Options alike in
 * both stand at one place; the first of them names it. No view on whether a step is worth its price.
 * Limits: the options must be a front already, so that cost and quality rise together.
 * Example (office location, Goodwin and Wright): 5000 for 47.4, then 10000 for 60.2: 5000 / 12.8 = 390.625 a point.
 */
export type FrontPoint = { readonly id: string; readonly cost: Rational; readonly quality: Rational };

export type ParetoStep = {
  readonly from: string;
  readonly to: string;
  readonly extraCost: Rational;
  readonly extraQuality: Rational;
  readonly costPerPoint: Rational;
};

export const paretoSteps = (front: readonly FrontPoint[]): readonly ParetoStep[] => {
  const places = front.filter((point, index) => {
    const before = front[index - 1];
    if (!before) return true;
    const [dearer, better] = [compare(point.cost, before.cost), compare(point.quality, before.quality)];
    if (dearer < 0 || better < 0 || dearer !== better) {
      throw new RangeError(`'${point.id}' does not follow '${before.id}' on a Pareto front.`);
    }
    return dearer > 0;
  });
  return places.slice(1).flatMap((to, index) => {
    const from = places[index];
    if (!from) return [];
    const [extraCost, extraQuality] = [subtract(to.cost, from.cost), subtract(to.quality, from.quality)];
    const costPerPoint = divide(extraCost, extraQuality);
    return [{ from: from.id, to: to.id, extraCost, extraQuality, costPerPoint }];
  });
};
