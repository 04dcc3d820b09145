import type { Fault } from '../errors.ts';
import type { Rational } from '../exact/rational.ts';
import { whole } from '../exact/rational.ts';
import { ALL_BP, LAST_YEAR } from './discount-rate.ts';
import type { DatedAmount } from './present-value.ts';

/**
 * The terms of a cost line: in which years is it paid, and how much in each?
 *
 *   year                     paid once, in that year
 *   everyYearUntil           paid in every year from `year` up to and with that one
 *   everyYears               with it: paid every so many years, as when a thing is replaced
 *   escalationBp             each year it is that much dearer than the year before (below nought: cheaper)
 *   fromYear                 with it: the year whose prices the amount is in; the line's first year unless stated
 *
 * In words: the amount in year t is the pence times (one plus the escalation) once for every year from `fromYear` to t.
 * Exact: no year is rounded. Limits: one steady rate of escalation, whole years, years 0 to 1000.
 * Example: 10000 pence in year 1, every year until 3, escalation 1000 from year 0: 11000, 12100 and 13310.
 */
export type CostTerms = {
  readonly year: number;
  /** Whole; negative for income. */
  readonly pence: number;
  readonly everyYears?: number;
  readonly everyYearUntil?: number;
  readonly escalationBp?: number;
  readonly fromYear?: number;
};

/** Throws a RangeError that names the first fault of `checkCostTerms`. */
export const amountsOf = (terms: CostTerms): readonly DatedAmount[] => {
  if (isPaidOnce(terms)) return [{ year: terms.year, pence: whole(terms.pence) }];
  const [fault] = checkCostTerms(terms, '');
  if (fault) throw new RangeError(fault.message);
  const { year, everyYears = 1, everyYearUntil = year, escalationBp = 0, fromYear = year } = terms;
  const [rise, unit] = escalationBp === 0 ? [1n, 1n] : [ALL_BP + BigInt(escalationBp), ALL_BP];
  const [before, between] = [BigInt(year - fromYear), BigInt(everyYears)];
  const [riseBetween, unitBetween] = [rise ** between, unit ** between];
  let pence: Rational = { n: BigInt(terms.pence) * rise ** before, d: unit ** before };
  const amounts: DatedAmount[] = [];
  for (let t = year; t <= everyYearUntil; t += everyYears) {
    amounts.push({ year: t, pence });
    pence = { n: pence.n * riseBetween, d: pence.d * unitBetween };
  }
  return amounts;
};

const isPaidOnce = ({
  year,
  pence,
  everyYears,
  everyYearUntil,
  escalationBp,
  fromYear,
}: CostTerms): boolean =>
  (everyYears ?? everyYearUntil ?? escalationBp ?? fromYear) === undefined &&
  Number.isSafeInteger(pence) &&
  Number.isInteger(year) &&
  year >= 0 &&
  year <= LAST_YEAR;

export const checkCostTerms = (terms: CostTerms, path: string): readonly Fault[] => {
  const { year, pence, everyYears, everyYearUntil, escalationBp, fromYear } = terms;
  const faults: Fault[] = [];
  const check = (sound: boolean, key: keyof CostTerms, message: string): void => {
    if (!sound) faults.push({ path: `${path}/${key}`, message });
  };
  const isWhole = (value: number, least: number, most: number): boolean =>
    Number.isSafeInteger(value) && value >= least && value <= most;
  check(Number.isSafeInteger(pence), 'pence', 'A cost must be a whole number of pence.');
  const isYear = isWhole(year, 0, LAST_YEAR);
  check(isYear, 'year', `A year must be a whole number from 0 to ${LAST_YEAR}.`);
  if (!isYear) return faults;
  if (everyYearUntil !== undefined) {
    check(
      isWhole(everyYearUntil, year, LAST_YEAR),
      'everyYearUntil',
      `The last year of a line that starts in year ${year} must be a whole number from ${year} to ${LAST_YEAR}.`,
    );
  }
  if (everyYears !== undefined) {
    check(
      isWhole(everyYears, 1, LAST_YEAR),
      'everyYears',
      `The years between payments must be a whole number from 1 to ${LAST_YEAR}.`,
    );
    check(
      everyYearUntil !== undefined,
      'everyYears',
      "A line with 'everyYears' needs 'everyYearUntil' too: the last year in which it may be paid.",
    );
  }
  if (escalationBp !== undefined) {
    check(
      isWhole(escalationBp, -9999, 100000),
      'escalationBp',
      'Escalation must be a whole number of basis points a year from -9999 to 100000; 200 is 2%.',
    );
  }
  if (fromYear !== undefined) {
    check(
      isWhole(fromYear, 0, year),
      'fromYear',
      `Escalation must count from a whole year from 0 to ${year}, the first year of the line.`,
    );
    check(
      escalationBp !== undefined,
      'fromYear',
      "A line with 'fromYear' needs 'escalationBp' too: by how much it rises each year.",
    );
  }
  return faults;
};
