import type { Measured } from './measured.ts';
import { measured, undefinedBecause } from './measured.ts';
import type { Ratings } from './ratings.ts';

/**
 * Krippendorff's alpha. The question: how much closer are the values that people gave the same thing than values
 * picked from all of them at random?
 *
 * In words: alpha = 1 - observed difference / difference expected by chance. Observed: the mean squared difference
 * between two people on one unit, each unit counting by its number of values. Expected: the same between any two
 * values, whatever their unit. 1 is full agreement, 0 is what chance gives, below 0 is systematic disagreement.
 * The squared difference of c and k is
 *
 *   nominal    0 when alike, else 1
 *   ordinal    (how many values lie between them, each end counting half) squared
 *   interval   (c - k) squared
 *   ratio      ((c - k) / (c + k)) squared, for values of nought or more
 *
 * Ordinal is interval on each value's middle place among all values sorted, since the values between c and k with half
 * of each end are the distance of their middle places. For both the sum over pairs is 2 m times the squares around the
 * unit's mean, so the work grows with the values and not with the pairs.
 *
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability. Any number of people, any gaps.
 * Limits: undefined when no unit has two values or when all values are equal, since then chance predicts no
 * difference either. It can be low although people differ little, when nearly everything got the same value.
 * Example: the units 1 1, 2 2 and 1 2, nominal: observed 2 of 6, expected 18 of 30, so 1 - 0.3333 / 0.6 = 0.4444.
 */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Alpha of some ratings by several measures, ready to be worked out again and again on resamples of the units. */
export type AlphaMeter = (drawn?: Int32Array) => readonly Measured[];

export const krippendorffAlpha = (ratings: Ratings, metric: Metric): Measured =>
  buildAlphaMeter(ratings, [metric])()[0] ?? undefinedBecause('No measure was asked for.');

/** The meter takes how many units of each kind there are (as many as were given when that is absent). */
export const buildAlphaMeter = (ratings: Ratings, metrics: readonly Metric[]): AlphaMeter => {
  const { frequency, categories } = ratings;
  const counts = new Float64Array(categories.length);
  const measures = metrics.map((metric) => buildMeasure(ratings, metric, counts));
  return (drawn = frequency) => {
    if (drawn.length !== frequency.length)
      throw new RangeError(`There are ${drawn.length} counts for ${frequency.length} kinds of units.`);
    countCategories(ratings, counts, drawn);
    const { n, different } = totalOf(counts);
    if (n === 0) return measures.map(() => undefinedBecause('No cell was marked by two assessors.'));
    if (different < 2) return measures.map(() => undefinedBecause(ALL_EQUAL));
    return measures.map((measure) => measure(n, drawn));
  };
};

const ALL_EQUAL = 'All marks that can be compared are equal, so chance predicts no difference.';

type Measure = (n: number, drawn: Int32Array) => Measured;

const buildMeasure = (ratings: Ratings, metric: Metric, counts: Float64Array): Measure => {
  if (metric === 'ratio' && (ratings.categories[0] ?? 0) < 0)
    return () => undefinedBecause('The ratio measure needs values of nought or more.');
  const places = Float64Array.from(ratings.categories);
  const pairs = pairSumOf(metric, places);
  const allCodes = Int32Array.from(ratings.categories, (_value, code) => code);
  const ofKind = new Float64Array(ratings.sizes.length);
  // All but the ordinal difference of two values is the same whatever else was drawn.
  if (metric !== 'ordinal') sumEachKind(ratings, pairs, ratings.frequency, ofKind);
  return (n, drawn) => {
    if (metric === 'ordinal') {
      fillMiddlePlaces(counts, n, places);
      sumEachKind(ratings, pairs, drawn, ofKind);
    }
    return measured(1 - ((n - 1) * sumDrawn(ofKind, drawn)) / pairs(allCodes, counts, 0, allCodes.length));
  };
};

/** How often each category occurs. */
const countCategories = ({ start, codes, times }: Ratings, counts: Float64Array, drawn: Int32Array): void => {
  counts.fill(0);
  for (let kind = 0; kind < drawn.length; kind += 1) {
    const units = drawn[kind] ?? 0;
    if (units === 0) continue;
    const to = start[kind + 1] ?? 0;
    for (let entry = start[kind] ?? 0; entry < to; entry += 1) {
      const code = codes[entry] ?? 0;
      counts[code] = (counts[code] ?? 0) + units * (times[entry] ?? 0);
    }
  }
};

const totalOf = (counts: Float64Array): { readonly n: number; readonly different: number } => {
  let [n, different] = [0, 0];
  for (let code = 0; code < counts.length; code += 1) {
    const count = counts[code] ?? 0;
    n += count;
    if (count > 0) different += 1;
  }
  return { n, different };
};

/** By kind: the squared differences between the values of a unit, pair by pair, over its size less one. */
const sumEachKind = (
  { start, codes, times, sizes }: Ratings,
  pairs: PairSum,
  drawn: Int32Array,
  sums: Float64Array,
): void => {
  for (let kind = 0; kind < drawn.length; kind += 1) {
    if (drawn[kind] === 0) continue;
    sums[kind] = pairs(codes, times, start[kind] ?? 0, start[kind + 1] ?? 0) / ((sizes[kind] ?? 0) - 1);
  }
};

const sumDrawn = (sums: Float64Array, drawn: Int32Array): number => {
  let total = 0;
  for (let kind = 0; kind < drawn.length; kind += 1) total += (drawn[kind] ?? 0) * (sums[kind] ?? 0);
  return total;
};

/** Sum of squared differences over ordered pairs of the values in entries `from` up to `to`. */
type PairSum = (codes: Int32Array, times: ArrayLike<number>, from: number, to: number) => number;

const pairSumOf = (metric: Metric, places: Float64Array): PairSum => {
  switch (metric) {
    case 'nominal':
      return nominalPairs;
    case 'ordinal':
    case 'interval':
      return squaredPairs(places);
    case 'ratio':
      return ratioPairs(places);
  }
};

/** Where the middle of each category lies when all values stand in order, from the middle of them all. */
const fillMiddlePlaces = (counts: Float64Array, n: number, places: Float64Array): void => {
  let before = -n / 2;
  for (let code = 0; code < counts.length; code += 1) {
    const count = counts[code] ?? 0;
    places[code] = before + count / 2;
    before += count;
  }
};

const nominalPairs: PairSum = (_codes, times, from, to) => {
  let [size, alike] = [0, 0];
  for (let entry = from; entry < to; entry += 1) {
    const count = times[entry] ?? 0;
    size += count;
    alike += count * count;
  }
  return size * size - alike;
};

const squaredPairs =
  (places: Float64Array): PairSum =>
  (codes, times, from, to) => {
    if (to - from < 2) return 0;
    let [size, sum] = [0, 0];
    for (let entry = from; entry < to; entry += 1) {
      const count = times[entry] ?? 0;
      size += count;
      sum += count * (places[codes[entry] ?? 0] ?? 0);
    }
    const mean = sum / size;
    let squares = 0;
    for (let entry = from; entry < to; entry += 1) {
      const apart = (places[codes[entry] ?? 0] ?? 0) - mean;
      squares += (times[entry] ?? 0) * apart * apart;
    }
    return 2 * size * squares;
  };

const ratioPairs =
  (values: Float64Array): PairSum =>
  (codes, times, from, to) => {
    let sum = 0;
    for (let a = from + 1; a < to; a += 1) {
      const [value, count] = [values[codes[a] ?? 0] ?? 0, times[a] ?? 0];
      for (let b = from; b < a; b += 1) {
        const other = values[codes[b] ?? 0] ?? 0;
        const apart = (value - other) / (value + other);
        sum += 2 * count * (times[b] ?? 0) * apart * apart;
      }
    }
    return sum;
  };
