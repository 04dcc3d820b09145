import { decimalOf } from '../exact/decimal.ts';
import type { Rational } from '../exact/rational.ts';
import { compare, divide, HUNDRED, isBelow, isZero, multiply, subtract, ZERO } from '../exact/rational.ts';

/**
 * Quality and cost as one sum of money, two ways. Both stand beside the award rule and never decide.
 *
 * Price per quality point. The question: what does one point of quality cost in this option?
 * In words: cost over quality, lowest is best. No answer at nought points. It rewards a cheap poor option unless there
 * is a minimum of quality. Example: 90000 pence for 60 points is 1500 a point.
 *
 * Quality in money. The question: what is left of the cost when its quality is paid for at a published price?
 * In words: cost less the worth of one point times the points above a floor, lowest is best; may be below nought.
 * It depends on no other bid. Example: 90000 pence, 60 points, a floor of 50 and 2000 a point: 70000.
 *
 * Sources: Bergman and Lundberg on quality-to-price scoring; Cabinet Office bid evaluation guidance (2021).
 * Limits: quality from 0 to 100 and read as evenly worth paying for.
 */
export const pricePerQualityPoint = (cost: Rational, quality: Rational): Rational | null => {
  assertQuality(quality, 'Quality');
  return isZero(quality) ? null : divide(cost, quality);
};

export type MoneyForQuality = {
  readonly pencePerPoint: number;
  /** Points up to this are worth nothing more. */
  readonly floor: number;
};

export const qualityInMoney = (cost: Rational, quality: Rational, worth: MoneyForQuality): Rational => {
  assertQuality(quality, 'Quality');
  if (!Number.isSafeInteger(worth.pencePerPoint) || worth.pencePerPoint < 1) {
    throw new RangeError(
      `The worth of a quality point must be a whole number of pence above nought, and ${worth.pencePerPoint} is not.`,
    );
  }
  const floor = decimalOf(worth.floor);
  assertQuality(floor, 'The quality floor');
  const above = subtract(quality, floor);
  return isBelow(above, ZERO)
    ? cost
    : subtract(cost, multiply(above, { n: BigInt(worth.pencePerPoint), d: 1n }));
};

const assertQuality = (quality: Rational, name: string): void => {
  if (compare(quality, ZERO) >= 0 && compare(quality, HUNDRED) <= 0) return;
  throw new RangeError(`${name} must lie between 0 and 100.`);
};
