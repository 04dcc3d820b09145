import type { Rational } from './rational.ts';

/**
 * Decimals in and out of exact fractions. The question: which number did the person write, and how is an exact
 * result shown without changing what was decided?
 *
 * In: the shortest decimal that names the number is what was written, so 0.1 is one tenth, not the double near it.
 * Out: rounded half up (towards the larger number), for display only. Example: 65.3333335 at 6 places is 65.333334,
 * and -0.5 at 0 places is 0.
 */
export const decimalOf = (value: number): Rational => {
  if (Number.isSafeInteger(value)) return { n: BigInt(value), d: 1n };
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!parts) throw new RangeError(`${value} is not a decimal number.`);
  const [, sign = '', before = '0', after = '', exponent = '0'] = parts;
  const digits = BigInt(`${sign}${before}${after}`);
  const places = after.length - Number(exponent);
  return places >= 0
    ? { n: digits, d: 10n ** BigInt(places) }
    : { n: digits * 10n ** BigInt(-places), d: 1n };
};

/** How many decimal places the number was written with: 2.50 has 1, 3 has 0. */
export const decimalPlaces = (value: number): number => {
  const { d } = decimalOf(value);
  return d === 1n ? 0 : String(d).length - 1;
};

/** The nearest whole multiple of 10^-places, as a whole number of those; halves go up. */
export const roundHalfUp = ({ n, d }: Rational, places: number): bigint => {
  const doubled = 2n * n * 10n ** BigInt(places) + d;
  const divisor = 2n * d;
  const quotient = doubled / divisor;
  return doubled % divisor < 0n ? quotient - 1n : quotient;
};

const DISPLAY_PLACES = 6;
const DISPLAY_UNIT = 1_000_000;

/** The number as the result shows it: rounded half up to 6 places. */
export const shownNumber = (value: Rational): number => {
  const units = roundHalfUp(value, DISPLAY_PLACES);
  const asNumber = Number(units);
  if (Number.isSafeInteger(asNumber)) return asNumber / DISPLAY_UNIT;
  const text = String(units);
  return Number(`${text.slice(0, -DISPLAY_PLACES)}.${text.slice(-DISPLAY_PLACES)}`);
};

export const shownOrNull = (value: Rational | null | undefined): number | null =>
  value ? shownNumber(value) : null;

/** A statistic as the result shows it: rounded half up to 6 places. Throws a RangeError for what is not a number. */
export const shownDouble = (value: number): number => {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number that can be shown.`);
  const shown = Math.floor(value * DISPLAY_UNIT + 0.5) / DISPLAY_UNIT;
  return shown === 0 ? 0 : shown;
};
