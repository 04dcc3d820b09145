import type { Rational } from '../exact/rational.ts';
import { ONE } from '../exact/rational.ts';
import { ALL_BP, assertRate, assertWhole, growthOfYear, LAST_YEAR } from './discount-rate.ts';

/**
 * Mid-year discounting: what is a pound worth today when a year's payments are spread over the year?
 *
 * In words: the payment is taken to fall half a year before the year's end, so the earlier years discount it in full
 * and its own year by the square root of one plus that year's rate. Year 0 is the purchase and is not discounted.
 *
 * A square root is seldom a fraction, so the factor is rounded half up to 6 decimals once, and is that decimal from
 * then on. It is found with whole numbers alone: the factor's square is an exact fraction, and the root of a whole
 * number of any size is found exactly, so every machine agrees on the last digit.
 *
 * Limits: a convention, used in some appraisals; the default of this project is the end of the year.
 * Example: at 1000 basis points, year 1 is 1 / 1.1^0.5 = 0.953463, year 2 is 1 / 1.1^1.5 = 0.866784.
 */
const PLACES = 1_000_000n;

export const midYearFactor = (discountRateBp: number, year: number): Rational => {
  assertRate(discountRateBp);
  assertWhole(year, 'A year', 0, LAST_YEAR);
  if (year === 0) return ONE;
  let [n, d] = [1n, 1n];
  for (let t = 1; t < year; t += 1) {
    n *= ALL_BP;
    d *= growthOfYear(discountRateBp, t);
  }
  const squared = { n: n * n * ALL_BP, d: d * d * growthOfYear(discountRateBp, year) };
  const doubled = integerSquareRoot((4n * PLACES * PLACES * squared.n) / squared.d);
  return { n: (doubled + 1n) / 2n, d: PLACES };
};

/** The largest whole number whose square is not above `value`: Newton's method from above, on whole numbers. */
export const integerSquareRoot = (value: bigint): bigint => {
  if (value < 0n)
    throw new RangeError(`A square root needs a number of nought or more, and ${value} is below.`);
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
};
