import type { Rational } from '../exact/rational.ts';
import { ONE } from '../exact/rational.ts';

/**
 * Discount rates: what is a pound at the end of a later year worth today?
 *
 * In words: one, divided by one plus that year's rate, once for every year from 1 up to it. Year 0 is not discounted.
 *
 * Rates: 350 means the schedule of HM Treasury's Green Book (long-term discount rates): 3.5 % for years 1 to 30,
 * 3 % to year 75, 2.5 % to 125, 2 % to 200, 1.5 % to 300 and 1 % after. Factors compound through the steps, so
 * year 31 is 1 / (1.035^30 x 1.03) = 0.3459, not 1 / 1.03^31. Any other value is one flat rate for every year.
 *
 * Limits: real prices go with a real rate, and prices that carry inflation with a rate that does; never mixed. Years
 * from 0 to 1000. Example: at 1000 basis points, two years are 1 / 1.21 = 0.826446.
 */
const GREEN_BOOK_BP = 350;
const GREEN_BOOK: readonly { readonly through: number; readonly bp: number }[] = [
  { through: 30, bp: 350 },
  { through: 75, bp: 300 },
  { through: 125, bp: 250 },
  { through: 200, bp: 200 },
  { through: 300, bp: 150 },
];
const GREEN_BOOK_AFTER_BP = 100;

/** The furthest year a cost may fall in; present values stay exact, and this keeps them small enough to be quick. */
export const LAST_YEAR = 1000;

export const ALL_BP = 10000n;

/** Refuses a number that is not whole or lies outside the bounds, by its name. */
export const assertWhole = (value: number, name: string, least: number, most: number): void => {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${name} must be a whole number from ${least} to ${most}, and ${value} is not.`);
};

export const assertRate = (discountRateBp: number): void =>
  assertWhole(discountRateBp, 'A discount rate in basis points', 0, 1_000_000);

export const rateOfYearBp = (discountRateBp: number, year: number): number => {
  assertRate(discountRateBp);
  assertWhole(year, 'A year', 0, LAST_YEAR);
  return discountRateBp === GREEN_BOOK_BP
    ? (GREEN_BOOK.find((step) => year <= step.through)?.bp ?? GREEN_BOOK_AFTER_BP)
    : discountRateBp;
};

/** One plus the year's rate, in basis points. */
export const growthOfYear = (discountRateBp: number, year: number): bigint =>
  ALL_BP + BigInt(rateOfYearBp(discountRateBp, year));

/** What one pound at the end of `year` is worth today. */
export const discountFactor = (discountRateBp: number, year: number): Rational => {
  assertRate(discountRateBp);
  assertWhole(year, 'A year', 0, LAST_YEAR);
  let factor = ONE;
  for (let t = 1; t <= year; t += 1) {
    factor = { n: factor.n * ALL_BP, d: factor.d * growthOfYear(discountRateBp, t) };
  }
  return factor;
};
