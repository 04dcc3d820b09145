import type { Rational } from './rational.ts';

const SHIFT = 128n;
const UNIT = Number(1n << SHIFT);

/**
 * A fraction as a double, for statistics only. The question: which double stands for this exact number?
 *
 * In words: the whole part of the fraction times 2^128, rounded once to a double. It depends on the number alone, not on
 * how its fraction is written, so that two values that are equal stay equal: 2/3 and 20000/30000 give the same double.
 * Limits: what lies below 2^-128 becomes 0.
 */
export const toDouble = ({ n, d }: Rational): number => Number((n << SHIFT) / d) / UNIT;
