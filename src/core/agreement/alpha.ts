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

/** Alpha of some ratings, ready to be worked out again and again on resamples of their units. */
export type AlphaMeter = (drawn?: Int32Array) => Measured;

export const krippendorffAlpha = (ratings: Ratings, metric: Metric): Measured =>
  buildAlphaMeter(ratings, metric)();

/** The meter takes how often each unit counts (once each when that is absent). */
export const buildAlphaMeter = (ratings: Ratings, metric: Metric): AlphaMeter => {
  const { sizes, categories } = ratings;
  if (sizes.length === 0) return () => undefinedBecause('No cell was marked by two assessors.');
  if (metric === 'ratio' && (categories[0] ?? 0) < 0)
    return () => undefinedBecause('The ratio measure needs values of nought or more.');
  const counts = new Float64Array(categories.length);
  const places = Float64Array.from(categories);
  const pairs = pairSumOf(metric, places);
  const observed = metric === 'ordinal' ? null : sumEachUnit(ratings, pairs);
  const allCodes = Int32Array.from(categories, (_value, code) => code);
  return (drawn) => {
    if (drawn && drawn.length !== sizes.length)
      throw new RangeError(`There are ${drawn.length} counts for ${sizes.length} units.`);
    countCategories(ratings, counts, drawn);
    const { n, different } = totalOf(counts);
    if (different < 2)
      return undefinedBecause('All marks that can be compared are equal, so chance predicts no difference.');
    if (metric === 'ordinal') fillMiddlePlaces(counts, places);
    const sum = sumDrawn(observed ?? sumEachUnit(ratings, pairs, drawn), drawn);
    return measured(1 - ((n - 1) * sum) / pairs(allCodes, counts, 0, allCodes.length));
  };
};

/** How often each category occurs. */
const countCategories = (
  { start, codes, times, sizes }: Ratings,
  counts: Float64Array,
  drawn?: Int32Array,
): void => {
  counts.fill(0);
  for (let unit = 0; unit < sizes.length; unit += 1) {
    const weight = drawn ? (drawn[unit] ?? 0) : 1;
    if (weight === 0) continue;
    const to = start[unit + 1] ?? 0;
    for (let entry = start[unit] ?? 0; entry < to; entry += 1) {
      const code = codes[entry] ?? 0;
      counts[code] = (counts[code] ?? 0) + weight * (times[entry] ?? 0);
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

/** By unit: the squared differences between its values, pair by pair, over its size less one. */
const sumEachUnit = (
  { start, codes, times, sizes }: Ratings,
  pairs: PairSum,
  drawn?: Int32Array,
): Float64Array => {
  const sums = new Float64Array(sizes.length);
  for (let unit = 0; unit < sizes.length; unit += 1) {
    if (drawn && drawn[unit] === 0) continue;
    sums[unit] = pairs(codes, times, start[unit] ?? 0, start[unit + 1] ?? 0) / ((sizes[unit] ?? 0) - 1);
  }
  return sums;
};

const sumDrawn = (sums: Float64Array, drawn?: Int32Array): number => {
  let total = 0;
  for (let unit = 0; unit < sums.length; unit += 1)
    total += (drawn ? (drawn[unit] ?? 0) : 1) * (sums[unit] ?? 0);
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

/** Where the middle of each category lies when all values stand in order. */
const fillMiddlePlaces = (counts: Float64Array, places: Float64Array): void => {
  let before = 0;
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
