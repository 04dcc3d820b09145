import { decimalOf, decimalPlaces } from '../exact/decimal.ts';
import type { Rational } from '../exact/rational.ts';
import type { Rubric, Scale, ScoredCriterion } from '../rubric/rubric.ts';
import { buildCurve } from '../values/build-curve.ts';
import type { Curve } from '../values/build-curve.ts';
import { describeScale, highestScore, isNumeric, isOnScale, lowestScore, scaleOf } from '../rubric/scale.ts';

/**
 * A scale in whole numbers. The question: what is a mark worth between the lowest and the highest mark?
 *
 * Each scale has a smallest unit (1, or a tenth, or a hundredth); marks are whole numbers of it, so that sums of
 * marks are exact without a fraction for each. Value = 100 (score - lowest) / (highest - lowest).
 * Where the rubric gives the criterion a value function, the value is that function of the score instead.
 * Example: on 0 to 5, 4 is worth 80; a mean of 13/3 is worth 86.67.
 */
/** One option under one criterion: its score in units of the scale, and its value. */
export type Cell = { readonly score: Rational; readonly value: Rational };

export type ScaleUnits = {
  /** Units in 1. */
  readonly unit: bigint;
  readonly lowest: bigint;
  readonly range: bigint;
  /** Null when the score is not on the scale. A safe integer: checkRubric refuses scales with more digits. */
  readonly unitsOf: (score: number) => number | null;
  readonly words: string;
  /** The criterion's value function; null where the straight line holds. */
  readonly curve: Curve | null;
  /** Cells worked out before, by sum and count of their marks. */
  readonly remembered: Map<number, Cell>;
};

const placesOf = (scale: Scale): number =>
  isNumeric(scale)
    ? Math.max(scale.decimals, decimalPlaces(scale.lowest), decimalPlaces(scale.highest))
    : Math.max(0, ...scale.map((level) => decimalPlaces(level.score)));

export const buildScaleUnits = (rubric: Rubric, criterion: ScoredCriterion): ScaleUnits | null => {
  const scale = scaleOf(rubric, criterion);
  if (!scale) return null;
  const unit = 10n ** BigInt(placesOf(scale));
  const toUnits = (score: number): bigint => {
    const { n, d } = decimalOf(score);
    return (n * unit) / d;
  };
  const measure = (score: number): number | null => (isOnScale(scale, score) ? Number(toUnits(score)) : null);
  const known = new Map<number, number | null>();
  // Most scores are small whole numbers.
  const short: (number | null)[] = Array.from({ length: 101 }, (_, score) => measure(score));
  const unitsOf = (score: number): number | null => {
    const cached = short[score] ?? known.get(score);
    if (cached !== undefined && cached !== null) return cached;
    if (known.has(score)) return null;
    const units = measure(score);
    known.set(score, units);
    return units;
  };
  const lowest = toUnits(lowestScore(scale));
  return {
    unit,
    lowest,
    range: toUnits(highestScore(scale)) - lowest,
    unitsOf,
    words: describeScale(scale),
    curve: criterion.valueFunction ? buildCurve(criterion.valueFunction) : null,
    remembered: new Map<number, Cell>(),
  };
};

/** The value, 0-100, of a score that is counted in units. */
export const valueOfUnits = (scale: ScaleUnits, score: Rational): Rational =>
  scale.curve
    ? scale.curve(scoreOfUnits(scale, score))
    : { n: 100n * (score.n - scale.lowest * score.d), d: score.d * scale.range };

/** A score counted in units, as the number on the scale. */
export const scoreOfUnits = (scale: ScaleUnits, score: Rational): Rational => ({
  n: score.n,
  d: score.d * scale.unit,
});
