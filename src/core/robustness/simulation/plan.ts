/**
 * What a simulation draws. The question: which weights and scores are plausible, as opposed to stated?
 *
 * Options and leaves are places 0, 1, 2 ... in the arrays; a table of values has option x leaves + leaf. Plain typed
 * arrays, so that a plan can be handed to another thread. Values are on 0-100 (any scale will do, if it is one scale).
 */
export type SimulationPlan = {
  /** 0 to 2^53 - 1. */
  readonly seed: number;
  readonly draws: number;
  readonly options: number;
  readonly leaves: number;
  readonly weights: WeightUncertainty;
  readonly scores: ScoreUncertainty;
};

/**
 *   stated     always these
 *   near       each stated weight x an independent U(0.75, 1.25), then all over their sum
 *   order      uniform over all weights that keep this order: `tiers` from most to least, those in one tier unordered
 *   any        uniform over all weights
 *   intervals  uniform over all weights that lie between these bounds
 */
export type WeightUncertainty =
  | { readonly kind: 'stated' | 'near'; readonly stated: Float64Array }
  | { readonly kind: 'order'; readonly tiers: readonly Int32Array[] }
  | { readonly kind: 'any' }
  | { readonly kind: 'intervals'; readonly low: Float64Array; readonly high: Float64Array };

/**
 *   none       always these values
 *   intervals  each value uniform between its bounds, independent of the others
 *   normal     each value normal with its mean and standard deviation, independent, not clipped
 *   panel      the assessors drawn anew with replacement, one draw for all cells: see panel-scores.ts
 */
export type ScoreUncertainty =
  | { readonly kind: 'none'; readonly values: Float64Array }
  | { readonly kind: 'intervals'; readonly low: Float64Array; readonly high: Float64Array }
  | { readonly kind: 'normal'; readonly mean: Float64Array; readonly deviation: Float64Array }
  | ({ readonly kind: 'panel' } & PanelScores);

/** Every cell that panel marks decide, as a list of marks from `start[cell]` to `start[cell + 1]`, in rising order. */
export type PanelScores = {
  readonly assessors: number;
  readonly aggregate: 'mean' | 'median' | 'trimmed-mean';
  readonly start: Int32Array;
  readonly assessorOf: Int32Array;
  readonly scoreOf: Float64Array;
  /** A cell's value is `base + slope x aggregate`, then bent by its leaf's curve where there is one. */
  readonly base: Float64Array;
  readonly slope: Float64Array;
  /** By leaf: points of a curve from the straight value to the leaf's own, or null for the straight value. */
  readonly curves: readonly (Curve | null)[];
};

/** Values between the points lie on straight lines; beyond the ends they stay at the ends. */
export type Curve = { readonly x: Float64Array; readonly y: Float64Array };

/** Writes one set of weights, not below nought, that sum to 1 (to rounding). */
export type WeightSampler = (weights: Float64Array) => void;

/** Writes one table of values: option x leaves + leaf. */
export type ScoreSampler = (values: Float64Array) => void;

/** Throws a RangeError that names the first thing that is wrong. */
export const assertPlan = (plan: SimulationPlan): void => {
  const { seed, draws, options, leaves, weights, scores } = plan;
  wholeAbove('seed', seed, 0);
  wholeAbove('draws', draws, 1);
  wholeAbove('options', options, 1);
  wholeAbove('leaves', leaves, 1);
  assertWeights(weights, leaves);
  assertScores(scores, options * leaves);
};

const wholeAbove = (name: string, value: number, least: number): void => {
  if (!Number.isSafeInteger(value) || value < least)
    throw new RangeError(`${name} is ${value}; it must be a whole number from ${least}.`);
};

const assertNumbers = (name: string, numbers: Float64Array, count: number, least = -Infinity): void => {
  if (numbers.length !== count)
    throw new RangeError(`${name} has ${numbers.length} numbers; it needs ${count}.`);
  const wrong = numbers.findIndex((value) => !Number.isFinite(value) || value < least);
  if (wrong >= 0) {
    const must = least === -Infinity ? 'a finite number' : `a finite number from ${least}`;
    throw new RangeError(`${name}[${wrong}] is ${String(numbers[wrong])}; it must be ${must}.`);
  }
};

const assertOrdered = (name: string, low: Float64Array, high: Float64Array): void => {
  const wrong = low.findIndex((value, index) => value > (high[index] ?? NaN));
  if (wrong >= 0)
    throw new RangeError(
      `${name}[${wrong}] runs from ${String(low[wrong])} to ${String(high[wrong])}; the lower bound must not be above the upper.`,
    );
};

const sumOf = (numbers: Float64Array): number => numbers.reduce((total, value) => total + value, 0);

/** Bounds that sum to exactly 1 as written may miss it by an error of doubles. */
const SLACK = 1e-9;

const assertWeights = (weights: WeightUncertainty, leaves: number): void => {
  switch (weights.kind) {
    case 'stated':
    case 'near':
      assertNumbers('stated weight', weights.stated, leaves, 0);
      if (sumOf(weights.stated) <= 0)
        throw new RangeError('The stated weights are all 0; one must be above it.');
      return;
    case 'order': {
      const named = weights.tiers.flatMap((tier) => [...tier]).sort((a, b) => a - b);
      if (named.length !== leaves || named.some((leaf, index) => leaf !== index))
        throw new RangeError(`The order of weights must name each of the ${leaves} leaves once.`);
      return;
    }
    case 'any':
      return;
    case 'intervals':
      assertNumbers('lowest weight', weights.low, leaves, 0);
      assertNumbers('highest weight', weights.high, leaves, 0);
      assertOrdered('weight', weights.low, weights.high);
      if (sumOf(weights.low) > 1 + SLACK || sumOf(weights.high) < 1 - SLACK)
        throw new RangeError('No weights between these bounds sum to 1.');
  }
};

const assertScores = (scores: ScoreUncertainty, cells: number): void => {
  switch (scores.kind) {
    case 'none':
      assertNumbers('value', scores.values, cells);
      return;
    case 'intervals':
      assertNumbers('lowest value', scores.low, cells);
      assertNumbers('highest value', scores.high, cells);
      assertOrdered('value', scores.low, scores.high);
      return;
    case 'normal':
      assertNumbers('mean value', scores.mean, cells);
      assertNumbers('standard deviation', scores.deviation, cells, 0);
      return;
    case 'panel':
      wholeAbove('assessors', scores.assessors, 1);
      assertNumbers('mark', scores.scoreOf, scores.assessorOf.length);
      assertNumbers('base', scores.base, cells);
      assertNumbers('slope', scores.slope, cells);
  }
};
