import { decimalOf, roundHalfUp } from '../exact/decimal.ts';
import { fraction, ZERO } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import { weighAhp } from './ahp/ahp-weights.ts';
import type { AhpWeights } from './ahp/ahp-weights.ts';
import { shareOut, toBasisPoints } from './basis-points.ts';
import { weighOrder } from './rank-weights.ts';
import { weighPoints, weighSwings } from './swing-weights.ts';
import type { AhpSet, ById, OrderSet, WeightSet } from './weight-set.ts';

/**
 * The weights that a set stands for. The question: how much of the whole does each criterion get from these people?
 *
 * Exact fractions from points, swings and orders; the priorities of pairwise comparisons, which are irrational, are
 * rounded half up to 12 decimals. Then whole basis points by largest remainder, so that they sum to exactly 10000.
 * Example: an order of three by roc is 11/18, 5/18 and 2/18, and so 6111, 2778 and 1111.
 */
export type DerivedWeights = {
  /** By item, in the order given. */
  readonly weights: readonly Rational[];
  readonly weightsBp: readonly number[];
  /** Set for pairwise comparisons only. */
  readonly ahp: AhpWeights | null;
};

const PLACES = 12;

/** From a set that checkWeightSet found sound; throws a RangeError where the numbers themselves come to nothing. */
export const deriveWeights = (set: WeightSet, items: readonly string[]): DerivedWeights => {
  if (set.method !== 'ahp') {
    const weights = exactWeights(set, items);
    return { weights, weightsBp: toBasisPoints(weights), ahp: null };
  }
  const ahp = weighAhp(set, items);
  const weights = shareOut(ahp.weights.map(rounded));
  return { weights, weightsBp: toBasisPoints(weights), ahp };
};

const rounded = (weight: number): Rational =>
  fraction(roundHalfUp(decimalOf(weight), PLACES), 10n ** BigInt(PLACES));

const exactWeights = (set: Exclude<WeightSet, AhpSet>, items: readonly string[]): readonly Rational[] => {
  const read = (byId: ById): readonly Rational[] => items.map((item) => decimalOf(byId[item] ?? Number.NaN));
  switch (set.method) {
    case 'points':
      return weighPoints(read(set.points));
    case 'swing':
      return weighSwings(read(set.swings));
    case 'weights':
      return shareOut(read(set.weightsBp));
    case 'order':
      return orderWeights(set, items);
  }
};

/** The steps of an order, each a list. */
export const stepsOf = ({ order }: OrderSet): readonly (readonly string[])[] =>
  order.map((step) => (typeof step === 'string' ? [step] : step));

const orderWeights = (set: OrderSet, items: readonly string[]): readonly Rational[] => {
  const steps = stepsOf(set);
  const byStep = weighOrder(
    steps.map((step) => step.length),
    set.rule ?? 'roc',
  );
  const weightOf = new Map(steps.flatMap((step, index) => step.map((id) => [id, byStep[index] ?? ZERO])));
  return items.map((item) => weightOf.get(item) ?? ZERO);
};
