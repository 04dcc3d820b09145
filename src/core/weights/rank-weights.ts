import { divide, fraction, sum, whole } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import { shareOut } from './basis-points.ts';

/**
 * Weights from an order of importance. The question: what weights stand for "this matters most, then that", when nobody
 * can say by how much?
 *
 *   roc              rank-order centroid: the average of all weights that keep the order; place k of n gets
 *                    (1/n) (1/k + 1/(k+1) + ... + 1/n)
 *   rank-sum         place k gets n + 1 - k, over the sum of these
 *   rank-reciprocal  place k gets 1/k, over the sum of these
 *
 * Criteria that stand level share the weights of the places they occupy equally.
 * Sources: Barron and Barrett 1996 (roc); Stillwell, Seaver and Edwards 1981 (the other two). Exact: thirds are thirds.
 * Limits: an order says nothing of distance; the rules differ, and roc gives the first place most when n is above 2.
 * Example: roc of three is 11/18, 5/18 and 2/18; with the first two level, 8/18, 8/18 and 2/18.
 */
export type RankRule = 'roc' | 'rank-sum' | 'rank-reciprocal';

/** By place, first place first. */
export const rankWeights = (count: number, rule: RankRule): readonly Rational[] => {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`An order needs a whole number of places, 1 or more, not ${count}.`);
  }
  const places = Array.from({ length: count }, (_place, index) => BigInt(index + 1));
  const n = BigInt(count);
  switch (rule) {
    case 'roc':
      return centroid(places);
    case 'rank-sum':
      return shareOut(places.map((place) => whole(n + 1n - place)));
    case 'rank-reciprocal':
      return shareOut(places.map((place) => fraction(1n, place)));
  }
};

/** Summed from the last place up, so that each place adds one term. */
const centroid = (places: readonly bigint[]): readonly Rational[] => {
  const weights: Rational[] = [];
  let tail: Rational = whole(0n);
  for (const place of [...places].reverse()) {
    tail = sum([tail, fraction(1n, place)]);
    weights.unshift(divide(tail, whole(places.length)));
  }
  return weights;
};

/** How many criteria stand level at each step of the order, most important first; the weight of each one of a step. */
export const weighOrder = (levelCounts: readonly number[], rule: RankRule): readonly Rational[] => {
  if (levelCounts.some((count) => !Number.isInteger(count) || count < 1)) {
    throw new RangeError('Each step of an order holds at least one criterion.');
  }
  const byPlace = rankWeights(
    levelCounts.reduce((total, count) => total + count, 0),
    rule,
  );
  let next = 0;
  return levelCounts.map((count) => {
    const shared = byPlace.slice(next, next + count);
    next += count;
    return divide(sum(shared), whole(count));
  });
};
