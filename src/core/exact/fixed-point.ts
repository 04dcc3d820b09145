import type { Rational } from './rational.ts';

/**
 * Exponential and logarithm in whole numbers. The question: what is e^x, to the same digit on every machine?
 *
 * JavaScript leaves the last digits of its own exponential and logarithm open, so a value made with them could differ
 * between two computers. Here a number is a whole count of 2^-192 (57 decimal places), and only + - * and whole-number
 * division are used:
 *
 *   e^x   x = k ln 2 + r with |r| <= ln 2 / 2; Taylor's series for r / 4096; squared twelve times; times 2^k
 *   ln y  y = m 2^k with 3/4 <= m < 3/2; twice the series z + z^3/3 + z^5/5 ... of z = (m - 1) / (m + 1); plus k ln 2
 *
 * Source: the textbook series. Limits: at least 40 digits after the point for results up to 10^10; far larger ones keep
 * about 50 leading digits. The logarithm of nought or less is refused.
 * Example: e^1 = 2.718281828459045235360287471..., ln 2 = 0.693147180559945309417232121...
 */
const BITS = 192n;

/** A whole number of 2^-192. */
export type Fixed = bigint;

export const FIXED_ONE: Fixed = 1n << BITS;

/** Rounded towards the smaller number; a difference of at most 2^-192. */
export const toFixed = ({ n, d }: Rational): Fixed => {
  const scaled = n << BITS;
  const quotient = scaled / d;
  return scaled % d < 0n ? quotient - 1n : quotient;
};

export const fromFixed = (value: Fixed): Rational => ({ n: value, d: FIXED_ONE });

export const multiplyFixed = (a: Fixed, b: Fixed): Fixed => (a * b) >> BITS;
export const divideFixed = (a: Fixed, b: Fixed): Fixed => (a << BITS) / b;

/** z + z^3/3 + z^5/5 + ..., half the logarithm of (1 + z) / (1 - z). */
const halfLogSeries = (z: Fixed): Fixed => {
  const square = multiplyFixed(z, z);
  let total = 0n;
  let power = z;
  for (let odd = 1n; power !== 0n && power !== -1n; odd += 2n) {
    total += power / odd;
    power = multiplyFixed(power, square);
  }
  return total;
};

const LN_2: Fixed = 2n * halfLogSeries(FIXED_ONE / 3n);

const HALVINGS = 12n;

export const expFixed = (x: Fixed): Fixed => {
  const twos = (2n * x + LN_2) / (2n * LN_2) - (2n * x + LN_2 < 0n ? 1n : 0n);
  const small = (x - twos * LN_2) >> HALVINGS;
  let total = FIXED_ONE;
  let term = FIXED_ONE;
  for (let count = 1n; term !== 0n && term !== -1n; count += 1n) {
    term = multiplyFixed(term, small) / count;
    total += term;
  }
  for (let round = 0n; round < HALVINGS; round += 1n) total = multiplyFixed(total, total);
  return twos < 0n ? total >> -twos : total << twos;
};

export const lnFixed = (y: Fixed): Fixed => {
  if (y <= 0n) throw new RangeError('Only a number above 0 has a logarithm.');
  const bits = BigInt(y.toString(2).length);
  const shift = bits - BITS;
  const down = (value: Fixed, by: bigint): Fixed => (by < 0n ? value << -by : value >> by);
  const below = down(y, shift);
  const [mantissa, twos] = 4n * below < 3n * FIXED_ONE ? [down(y, shift - 1n), shift - 1n] : [below, shift];
  const z = divideFixed(mantissa - FIXED_ONE, mantissa + FIXED_ONE);
  return 2n * halfLogSeries(z) + twos * LN_2;
};
