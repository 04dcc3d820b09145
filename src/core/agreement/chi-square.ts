/**
 * The upper tail of the chi-square distribution. The question: how often would chance alone give a value this large?
 *
 * In words: one less the regularised lower incomplete gamma function P(a, y) with a half the degrees of freedom and y
 * half the value; P is y^a e^-y / Gamma(a + 1) times 1 + y / (a + 1) + y^2 / ((a + 1)(a + 2)) + ..., whose terms are all
 * positive. Everything is made of + - x / and square roots, so every machine gives the same bits.
 *
 * Source: Abramowitz and Stegun (1964), 6.5.29 and 26.4.19.
 * Limits: good to about 1e-12 absolutely, so a tail below that is given as about nought.
 * Example: 3.841459 with one degree of freedom leaves 0.05.
 */
const SQUARE_ROOT_OF_PI = 1.772453850905516;
/** Between scalings a sum may grow this far. */
const LARGE = 1e100;
const STRIDE = 200;

/** Throws a RangeError unless the value is 0 or more and the degrees of freedom are a whole number from 1. */
export const chiSquareTail = (value: number, degreesOfFreedom: number): number => {
  if (!(value >= 0) || !Number.isFinite(value))
    throw new RangeError(`The chi-square value ${value} is not a number of nought or more.`);
  if (!Number.isInteger(degreesOfFreedom) || degreesOfFreedom < 1)
    throw new RangeError(`The degrees of freedom ${degreesOfFreedom} are not a whole number from 1.`);
  const [a, y] = [degreesOfFreedom / 2, value / 2];
  if (y === 0) return 1;
  // e^-y is brought in by parts, as the product grows, so that nothing overflows.
  let owed = y;
  let term = degreesOfFreedom % 2 === 1 ? (2 * Math.sqrt(y)) / SQUARE_ROOT_OF_PI : 1;
  let sum = 0;
  for (let step = degreesOfFreedom % 2 === 1 ? 1.5 : 1; step <= a; step += 1) {
    term *= y / step;
    while (term > LARGE && owed > 0) {
      const part = Math.min(owed, STRIDE);
      term *= expOfMinus(part);
      owed -= part;
    }
  }
  sum = term;
  for (let step = a + 1; term > sum * 1e-17 || step <= y; step += 1) {
    term *= y / step;
    sum += term;
    while (sum > LARGE && owed > 0) {
      const part = expOfMinus(Math.min(owed, STRIDE));
      owed -= Math.min(owed, STRIDE);
      term *= part;
      sum *= part;
    }
  }
  while (owed > 0) {
    sum *= expOfMinus(Math.min(owed, STRIDE));
    owed -= Math.min(owed, STRIDE);
  }
  return Math.min(1, Math.max(0, 1 - sum));
};

/** e to the power -x for x from 0 to 200: the series at x / 1024, squared ten times. */
const expOfMinus = (x: number): number => {
  const small = x / 1024;
  let [term, sum] = [1, 1];
  for (let step = 1; step <= 20; step += 1) {
    term *= small / step;
    sum += term;
  }
  for (let doubling = 0; doubling < 10; doubling += 1) sum *= sum;
  return 1 / sum;
};
