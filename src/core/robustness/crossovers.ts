import {
  compare,
  divide,
  isBelow,
  isZero,
  multiply,
  ONE,
  subtract,
  toDouble,
  ZERO,
} from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import { assertWeights } from './assert-weights.ts';
import type { Contender, WeightedNode } from './contender.ts';

/**
 * Crossovers (one-way weight sensitivity). The question: how much would one criterion's weight have to change before
 * somebody else comes first?
 *
 * Give criterion or group k the weight t and let all others shrink or grow in proportion. Each option's total is then a
 * straight line V(t) = t v_k + (1 - t) R, with R the weighted mean of everything else. The first-placed option leads a
 * rival by D(t) = D(0) + t (D(1) - D(0)); the lead is gone at t* = D(0) / (D(0) - D(1)). The nearest t* below and above
 * the present weight are the ends of the winner's stretch of the upper envelope. Exact.
 *
 * Limits: one weight at a time; gates, minimums and price values are held. There is none for a sole criterion (nothing
 * else to scale) and none where the two are merely level at a weight of nought or of everything. If two rivals take the
 * lead at the same weight, the one that gains faster is named, then the lower id.
 * Example: quality 70 against 65.33 and price 93.75 against 100 at 60:40 cross where price weighs 0.427481.
 */
export type ExactCrossover = {
  readonly criterion: string;
  readonly weightNow: Rational;
  readonly weightAt: Rational;
  readonly newWinner: string;
};

/** As the result shows it. */
export type Crossover = Omit<ExactCrossover, 'weightNow' | 'weightAt'> & {
  readonly weightNow: number;
  readonly weightAt: number;
};

type Crossing = { readonly at: Rational; readonly steepness: Rational; readonly rival: string };

export const findCrossovers = (
  winner: Contender,
  rivals: readonly Contender[],
  nodes: readonly WeightedNode[],
): readonly ExactCrossover[] => {
  assertWeights(
    nodes.map(({ weight }) => weight),
    [winner, ...rivals],
    'nodeValues',
  );
  const near = createNearRivals(winner, rivals);
  return nodes.flatMap((node, index) => {
    if (compare(node.weight, ONE) >= 0) return [];
    const crossings = near(node, index).flatMap((rival) => crossing(winner, rival, node, index));
    const below = nearest(
      crossings.filter(({ at }) => isBelow(at, node.weight)),
      -1,
    );
    const above = nearest(
      crossings.filter(({ at }) => !isBelow(at, node.weight)),
      1,
    );
    return [below, above].flatMap((found) =>
      found
        ? [{ criterion: node.id, weightNow: node.weight, weightAt: found.at, newWinner: found.rival }]
        : [],
    );
  });
};

/** Above the error of doubles on these numbers by far. */
const SLACK = 1e-6;

/**
 * The rivals that may be nearest on either side, found in ordinary numbers: those within SLACK of the nearest there, and
 * any that ordinary numbers cannot place. The exact comparison then has few to look at.
 */
const createNearRivals = (
  winner: Contender,
  rivals: readonly Contender[],
): ((node: WeightedNode, index: number) => readonly Contender[]) => {
  const doubles = ({ total, nodeValues }: Contender) => ({
    total: toDouble(total),
    values: new Float64Array(nodeValues.map(toDouble)),
  });
  const first = doubles(winner);
  const others = rivals.map(doubles);
  return (node, index) => {
    const weight = toDouble(node.weight);
    const places = others.map((other): number | null => {
      const leadAtAll = (first.values[index] ?? 0) - (other.values[index] ?? 0);
      const leadAtNone = (first.total - other.total - weight * leadAtAll) / (1 - weight);
      if (leadAtAll > SLACK && leadAtNone > SLACK) return NaN;
      return Math.abs(leadAtNone - leadAtAll) < SLACK ? null : leadAtNone / (leadAtNone - leadAtAll);
    });
    let [below, above] = [-Infinity, Infinity];
    for (const at of places) {
      if (at !== null && at <= weight && at > below) below = at;
      if (at !== null && at >= weight && at < above) above = at;
    }
    return rivals.filter((_rival, place) => {
      const at = places[place] ?? null;
      return (
        at === null ||
        (at <= weight + SLACK ? at >= below - SLACK : false) ||
        (at >= weight - SLACK ? at <= above + SLACK : false)
      );
    });
  };
};

const crossing = (
  winner: Contender,
  rival: Contender,
  node: WeightedNode,
  index: number,
): readonly Crossing[] => {
  const [mine, theirs] = [winner.nodeValues[index], rival.nodeValues[index]];
  if (!mine || !theirs) return [];
  const lead = subtract(winner.total, rival.total);
  const leadAtAll = subtract(mine, theirs);
  const leadAtNone = divide(subtract(lead, multiply(node.weight, leadAtAll)), subtract(ONE, node.weight));
  if (!isBelow(leadAtAll, ZERO) && !isBelow(leadAtNone, ZERO)) return [];
  const slope = subtract(leadAtAll, leadAtNone);
  const steepness = isBelow(slope, ZERO) ? subtract(ZERO, slope) : slope;
  return isZero(slope)
    ? []
    : [{ at: divide(leadAtNone, subtract(leadAtNone, leadAtAll)), steepness, rival: rival.id }];
};

/** Direction -1: the highest below; 1: the lowest above. */
const nearest = (crossings: readonly Crossing[], direction: 1 | -1): Crossing | undefined =>
  crossings.reduce<Crossing | undefined>((best, next) => {
    if (!best) return next;
    const nearer = compare(next.at, best.at) * direction;
    if (nearer !== 0) return nearer < 0 ? next : best;
    const steeper = compare(next.steepness, best.steepness);
    if (steeper !== 0) return steeper > 0 ? next : best;
    return next.rival < best.rival ? next : best;
  }, undefined);
