import type { Rational } from '../exact/rational.ts';
import { add, fraction, greatestCommonDivisor, multiply, sum, ZERO } from '../exact/rational.ts';
import type { DiscountTiming } from '../rubric/rubric.ts';
import { ALL_BP, assertRate, assertWhole, growthOfYear, LAST_YEAR } from './discount-rate.ts';
import { midYearFactor } from './mid-year.ts';

/**
 * Present value: what are costs in later years worth today?
 *
 * In words: each year's cost times that year's discount factor, added up. Year 0 is not discounted; year t falls at
 * its end, or in its middle where the rubric's method says so. Exact; nothing is rounded here but a mid-year factor.
 *
 * Limits: real prices with a real rate. Spreadsheets' NPV discounts the first flow too; give year 1 for that.
 * Example: 1000 in year 0 and 1035 in year 1 at 350 is 2000.
 */
export type DatedAmount = { readonly year: number; readonly pence: Rational };

export const presentValue = (
  amounts: readonly DatedAmount[],
  discountRateBp: number,
  timing: DiscountTiming = 'end-year',
): Rational => createDiscounter(discountRateBp, timing)(amounts);

/** Present values at one rate and timing; mid-year factors are worked out once for all options. */
export const createDiscounter = (
  discountRateBp: number,
  timing: DiscountTiming,
): ((amounts: readonly DatedAmount[]) => Rational) => {
  assertRate(discountRateBp);
  if (timing === 'end-year') return (amounts) => workBack(sumByYear(amounts), discountRateBp);
  const factors = new Map<number, Rational>();
  const factorOf = (year: number): Rational => {
    const known = factors.get(year) ?? midYearFactor(discountRateBp, year);
    factors.set(year, known);
    return known;
  };
  return (amounts) => sum([...sumByYear(amounts)].map(([year, pence]) => multiply(pence, factorOf(year))));
};

const sumByYear = (amounts: readonly DatedAmount[]): ReadonlyMap<number, Rational> => {
  const byYear = new Map<number, Rational>();
  for (const { year, pence } of amounts) {
    assertWhole(year, 'A year', 0, LAST_YEAR);
    byYear.set(year, add(byYear.get(year) ?? ZERO, pence));
  }
  return byYear;
};

/** From the last year back: what is owed from year t on, carried to year t - 1, plus that year's own cost. */
const workBack = (byYear: ReadonlyMap<number, Rational>, discountRateBp: number): Rational => {
  const unit = leastCommonUnit([...byYear.values()]);
  const unitsIn = (year: number): bigint => {
    const pence = byYear.get(year);
    return pence ? pence.n * (unit / pence.d) : 0n;
  };
  const last = Math.max(0, ...byYear.keys());
  let n = unitsIn(last);
  let d = 1n;
  for (let t = last; t >= 1; t -= 1) {
    d *= growthOfYear(discountRateBp, t);
    n = n * ALL_BP + unitsIn(t - 1) * d;
  }
  return fraction(n, d * unit);
};

/** The smallest whole number that every denominator divides. */
export const leastCommonUnit = (all: readonly Rational[]): bigint =>
  all.reduce((unit, { d }) => {
    if (unit % d === 0n) return unit;
    return d % unit === 0n ? d : (unit / greatestCommonDivisor(unit, d)) * d;
  }, 1n);

/** The plain sum, for a tendered price. */
export const undiscounted = (amounts: readonly DatedAmount[]): Rational =>
  sum(amounts.map(({ pence }) => pence));
