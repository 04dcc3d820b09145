import { logarithm } from './logarithm.ts';

/**
 * A standard exponential number from one random word: -log u, with u the middle of the word's share of 0 to 1.
 *
 * The logarithm again, made quick for the millions of times a simulation needs it: word + 1/2 is a power of two times
 * a number r from 1 to 2; r is near the middle c of one of 32 stretches, whose logarithm is looked up; with
 * s = (r - c) / (r + c) the rest is 2 (s + s^3/3 + s^5/5 + s^7/7). Error below 1e-15; + - x / alone.
 * Limits: the largest answer is 22.9 (word 0), the smallest 1.2e-10. Example: word 2^31 - 1 gives 0.69314718...
 */
export const exponential = (word: number): number => {
  if (word >>> 0 !== word) throw new RangeError(`${word} is not a whole number from 0 to 2^32 - 1.`);
  const top = 31 - Math.clz32(word);
  const power = top < 0 ? -1 : top;
  const r = (word + 0.5) / (POWERS[power + 1] as number);
  const stretch = Math.floor((r - 1) * STRETCHES);
  const middle = 1 + (stretch + 0.5) / STRETCHES;
  const s = (r - middle) / (r + middle);
  const square = s * s;
  const series = 1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7)));
  return (32 - power) * LOG_2 - ((MIDDLE_LOGS[stretch] as number) + 2 * s * series);
};

const STRETCHES = 32;
const LOG_2 = logarithm(2);
/** 2^-1 to 2^31. */
const POWERS = Float64Array.from({ length: 33 }, (_, index) => 2 ** index / 2);
const MIDDLE_LOGS = Float64Array.from({ length: STRETCHES }, (_, stretch) =>
  logarithm(1 + (stretch + 0.5) / STRETCHES),
);
