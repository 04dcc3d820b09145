/**
 * Exact fractions. The question they answer: is this total really at the threshold, are these two really level?
 *
 * Binary floating point cannot say: 0.05 x 61 + 0.6 x 62 + 0.35 x 85 is 70, and a double gives 69.99999999999999,
 * which would put out a bid that passed. So every score, weight, price and threshold is a fraction of two whole
 * numbers of any size, and rounding happens once, for display.
 *
 * Limits: the denominator is always above zero; fractions are not kept in lowest terms (that would cost a
 * greatest common divisor at each step) but sums of like fractions stay small.
 */
export type Rational = { readonly n: bigint; readonly d: bigint };

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };
export const HUNDRED: Rational = { n: 100n, d: 1n };

export const whole = (value: bigint | number): Rational => ({ n: BigInt(value), d: 1n });

/** n / d with the sign moved to the numerator. `d` must not be zero. */
export const fraction = (n: bigint, d: bigint): Rational => {
  if (d === 0n) throw new RangeError('A fraction cannot have the denominator 0.');
  return d < 0n ? { n: -n, d: -d } : { n, d };
};

export const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
};

export const reduced = ({ n, d }: Rational): Rational => {
  const divisor = greatestCommonDivisor(n, d);
  return divisor <= 1n ? { n, d } : { n: n / divisor, d: d / divisor };
};

export const add = (a: Rational, b: Rational): Rational => {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  const divisor = greatestCommonDivisor(a.d, b.d);
  return { n: a.n * (b.d / divisor) + b.n * (a.d / divisor), d: (a.d / divisor) * b.d };
};

export const negative = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const subtract = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? { n: a.n - b.n, d: a.d } : add(a, negative(b));
export const multiply = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });
export const scale = (a: Rational, by: bigint): Rational => ({ n: a.n * by, d: a.d });
export const divide = (a: Rational, b: Rational): Rational => fraction(a.n * b.d, a.d * b.n);
export const sum = (terms: Iterable<Rational>): Rational => {
  let total = ZERO;
  for (const term of terms) total = add(total, term);
  return total;
};

/** Below zero when a < b, zero when equal, above zero when a > b. */
export const compare = (a: Rational, b: Rational): number => {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const isBelow = (a: Rational, b: Rational): boolean => compare(a, b) < 0;
export const isEqual = (a: Rational, b: Rational): boolean => compare(a, b) === 0;
export const isZero = (a: Rational): boolean => a.n === 0n;

export const clip = (a: Rational, lowest: Rational, highest: Rational): Rational =>
  isBelow(a, lowest) ? lowest : isBelow(highest, a) ? highest : a;

/** A double holds whole numbers up to 1024 bits; this many keep every digit that the quotient can show. */
const MOST_BITS = 1000n;

const bitsOf = (value: bigint): bigint => BigInt((value < 0n ? -value : value).toString(16).length * 4);

/**
 * For statistics and simulation only. The nearest double while both parts are whole numbers that a double holds; beyond
 * that both lose their last binary digits alike, since centuries of discounting make parts that no double can reach.
 */
export const toDouble = (a: Rational): number => {
  // Two whole numbers that doubles hold divide to the nearest double, in lowest terms or not.
  const over = Number(a.n);
  const under = Number(a.d);
  if (Number.isSafeInteger(over) && Number.isSafeInteger(under)) return over / under;
  const { n, d } = reduced(a);
  const quotient = Number(n) / Number(d);
  if (Number.isFinite(quotient) && (quotient !== 0 || n === 0n)) return quotient;
  const longest = bitsOf(n) > bitsOf(d) ? bitsOf(n) : bitsOf(d);
  const spare = longest > MOST_BITS ? longest - MOST_BITS : 0n;
  const size = Number((n < 0n ? -n : n) >> spare) / Number(d >> spare);
  return n < 0n ? -size : size;
};
