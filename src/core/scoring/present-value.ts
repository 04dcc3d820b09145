import type { Rational } from '../exact/rational.ts';
import { fraction, ONE, sum, whole } from '../exact/rational.ts';

/**
 * Present value: what is a cost in later years worth today?
 *
 * In words: each year's cost divided by one plus that year's rate, once for every year from 1 up to it. Year 0 is
 * not discounted; year t falls at its end. Exact; nothing is rounded here.
 *
 * Rates: 350 means the schedule of HM Treasury's Green Book (long-term discount rates): 3.5 % for years 1 to 30,
 * 3 % to year 75, 2.5 % to 125, 2 % to 200, 1.5 % to 300 and 1 % after. Factors compound through the steps, so
 * year 31 is 1 / (1.035^30 x 1.03) = 0.3459, not 1 / 1.03^31. Any other value is one flat rate for every year.
 *
 * Limits: real prices with a real rate. Spreadsheets' NPV discounts the first flow too; give year 1 for that.
 * Example: 1000 in year 0 and 1035 in year 1 at 350 is 2000.
 */
export type YearlyPence = { readonly year: number; readonly pence: number };

const GREEN_BOOK_BP = 350;
const GREEN_BOOK: readonly { readonly through: number; readonly bp: number }[] = [
  { through: 30, bp: 350 },
  { through: 75, bp: 300 },
  { through: 125, bp: 250 },
  { through: 200, bp: 200 },
  { through: 300, bp: 150 },
];
const GREEN_BOOK_AFTER_BP = 100;

export const rateOfYearBp = (discountRateBp: number, year: number): number =>
  discountRateBp === GREEN_BOOK_BP
    ? (GREEN_BOOK.find((step) => year <= step.through)?.bp ?? GREEN_BOOK_AFTER_BP)
    : discountRateBp;

const ALL_BP = 10000n;
const growth = (discountRateBp: number, year: number): bigint =>
  ALL_BP + BigInt(rateOfYearBp(discountRateBp, year));

/** What one pound at the end of `year` is worth today. */
export const discountFactor = (discountRateBp: number, year: number): Rational => {
  let factor = ONE;
  for (let t = 1; t <= year; t += 1) {
    factor = { n: factor.n * ALL_BP, d: factor.d * growth(discountRateBp, t) };
  }
  return factor;
};

/** Works back from the last year: what is owed from year t on, carried to year t - 1, plus that year's own cost. */
export const presentValue = (costs: readonly YearlyPence[], discountRateBp: number): Rational => {
  const byYear = new Map<number, bigint>();
  for (const { year, pence } of costs) byYear.set(year, (byYear.get(year) ?? 0n) + BigInt(pence));
  const last = Math.max(0, ...byYear.keys());
  let n = byYear.get(last) ?? 0n;
  let d = 1n;
  for (let t = last; t >= 1; t -= 1) {
    d *= growth(discountRateBp, t);
    n = n * ALL_BP + (byYear.get(t - 1) ?? 0n) * d;
  }
  return fraction(n, d);
};

/** The plain sum, for a tendered price. */
export const undiscounted = (costs: readonly YearlyPence[]): Rational =>
  sum(costs.map(({ pence }) => whole(pence)));
