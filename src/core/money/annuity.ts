import type { Rational } from '../exact/rational.ts';
import { divide, ONE } from '../exact/rational.ts';
import type { DiscountTiming } from '../rubric/rubric.ts';
import { amountsOf } from './cost-terms.ts';
import { assertWhole, LAST_YEAR } from './discount-rate.ts';
import { presentValue } from './present-value.ts';
import type { DatedAmount } from './present-value.ts';

/**
 * Annuity factors: what is one pound in every year from 1 to n worth today?
 *
 * In words: the sum of the discount factors of years 1 to n. At one flat rate d that is (1 - (1+d)^-n) / d, which
 * handbooks of life-cycle costing call UPV; at a rate of nought it is n. On the Green Book schedule the same sum
 * follows the steps, which the closed form cannot.
 *
 * Escalating (UPV*): the pound is in today's prices and rises by e a year from now, so year t brings (1+e)^t. At a flat
 * rate that is (1+e)/(d-e) x (1 - ((1+e)/(1+d))^n), and exactly n when e = d, where the closed form divides by nought.
 *
 * Source: engineering economics; factors as in NIST Handbook 135. Limits: whole years, 1 to 1000.
 * Example: at 1000 basis points UPV of 3 years is 2.486852; UPV* of 7 years with an escalation of 1000 is 7.
 */
export const annuityFactor = (
  discountRateBp: number,
  years: number,
  timing: DiscountTiming = 'end-year',
): Rational => {
  assertYears(years);
  const ones = Array.from({ length: years }, (_unused, index): DatedAmount => ({
    year: index + 1,
    pence: ONE,
  }));
  return presentValue(ones, discountRateBp, timing);
};

export const escalatingAnnuityFactor = (
  discountRateBp: number,
  escalationBp: number,
  years: number,
): Rational => {
  assertYears(years);
  const rising = amountsOf({ year: 1, pence: 1, everyYearUntil: years, escalationBp, fromYear: 0 });
  return presentValue(rising, discountRateBp);
};

/**
 * Equivalent annual cost: what would each year of use cost, if every year cost the same?
 *
 * In words: the present value over the annuity factor of the option's life. It lets options of unequal lives be
 * compared, on the assumption that each would be bought again on the same terms.
 * Limits: where a need ends on a fixed day that assumption fails; then compare present values over the same years.
 * Example at 1000 basis points: 10000 for 3 years is 4021.15 a year, 15000 for 5 years is 3956.96 a year, so the
 * dearer of the two to buy is the cheaper to have.
 */
export const equivalentAnnualCost = (
  cost: Rational,
  discountRateBp: number,
  years: number,
  timing: DiscountTiming = 'end-year',
): Rational => divide(cost, annuityFactor(discountRateBp, years, timing));

const assertYears = (years: number): void => assertWhole(years, 'A life in years', 1, LAST_YEAR);
