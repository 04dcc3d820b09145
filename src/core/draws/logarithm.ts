/**
 * The natural logarithm of a number above nought, from + - x / alone. The question: what is log x, with the same bits
 * everywhere? (The language leaves Math.log to each engine, so a seed alone would not fix a simulation's result.)
 *
 * In words: x is a power of two times a number r between 0.70 and 1.42; with s = (r - 1) / (r + 1),
 * log r = 2 (s + s^3/3 + s^5/5 + ...), to s^21. Limits: x from 2^-1000 to 2^1000; relative error below 1e-14.
 * Example: log 2 is 0.6931471805599453.
 */
export const logarithm = (x: number): number => {
  if (!(x >= SMALLEST && x <= LARGEST)) throw new RangeError(`${x} is not a number from 2^-1000 to 2^1000.`);
  let rest = x;
  let powers = 0;
  while (rest >= TWO_16) {
    rest /= TWO_16;
    powers += 16;
  }
  while (rest < 1) {
    rest *= TWO_16;
    powers -= 16;
  }
  while (rest > ROOT_2) {
    rest /= 2;
    powers += 1;
  }
  const s = (rest - 1) / (rest + 1);
  const square = s * s;
  let series = 0;
  for (let term = SERIES.length - 1; term >= 0; term -= 1) series = series * square + (SERIES[term] ?? 0);
  return powers * LOG_2 + 2 * s * series;
};

/** 1, 1/3, 1/5 ... 1/21. */
const SERIES = Float64Array.from({ length: 11 }, (_, term) => 1 / (2 * term + 1));
const TWO_16 = 65536;
const ROOT_2 = 1.4142135623730951;
const LOG_2 = 0.6931471805599453;
const LARGEST = 2 ** 1000;
const SMALLEST = 1 / LARGEST;
