import { decimalOf, roundHalfUp } from '../exact/decimal.ts';
import {
  divideFixed,
  expFixed,
  FIXED_ONE,
  fromFixed,
  lnFixed,
  multiplyFixed,
  toFixed,
} from '../exact/fixed-point.ts';
import type { Fixed } from '../exact/fixed-point.ts';
import {
  compare,
  divide,
  fraction,
  isBelow,
  negative,
  ONE,
  scale,
  subtract,
  ZERO,
} from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import type { ExponentialValues } from './value-function.ts';

/**
 * Exponential value function. The question: what is a score worth when the first steps count for more than the last
 * (or the last for more than the first), by one and the same proportion all the way?
 *
 * With t the share of the way from worst to best, and R the length of the way in scores:
 *   value = 100 (1 - e^(-ct)) / (1 - e^-c),  c = R / rho
 * Nobody thinks in rho, so people name the score that is worth 50. With m its share of the way, c solves
 *   1 - 2 e^(-cm) + e^-c = 0
 * found by Newton's steps inside a bracket that always holds the root (0 to ln 2 / m). Below half-way c is above 0 and
 * the curve rises fast first; above it the curve is turned round; exactly half-way there is no bend, and the value is
 * the straight line's. Source: Kirkwood 1997, Strategic Decision Making.
 *
 * Exactness: worked out in whole numbers to 40 digits, then rounded half up to 6 decimals; a decimal from then on.
 * Limits: rises all the way or falls all the way; one bend; m no nearer to an end than a thousandth.
 * Example: worst 0, best 3, mid score 1: c = 3 ln g with g = 1.618... the golden ratio, rho = 1 / ln g = 2.078087, and
 * a score of 2 is worth 50 g = 80.901699.
 */
export type Bend = {
  /** Above 0. */
  readonly curvature: Fixed;
  /** The curve that rises fast last is the other one turned round: value(t) = 100 - other(1 - t). */
  readonly isTurned: boolean;
};

const MOST_STEPS = 400;
const STILL: Fixed = 1n << 16n;

/** For m, the share of the way to the score worth 50, above 0 and below 1. Null where there is no bend. */
export const bendOfMidpoint = (m: Rational): Bend | null => {
  if (compare(m, ZERO) <= 0 || compare(m, fraction(1n, 1n)) >= 0) {
    throw new RangeError('The score worth 50 must lie between the worst and the best.');
  }
  const side = compare(m, fraction(1n, 2n));
  if (side === 0) return null;
  return side < 0
    ? { curvature: solve(toFixed(m)), isTurned: false }
    : { curvature: solve(FIXED_ONE - toFixed(m)), isTurned: true };
};

const solve = (m: Fixed): Fixed => {
  let low = 0n;
  let high = divideFixed(lnFixed(2n * FIXED_ONE), m);
  let c = high;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const [atMid, atEnd] = [expFixed(-multiplyFixed(c, m)), expFixed(-c)];
    const height = FIXED_ONE - 2n * atMid + atEnd;
    if (height < 0n) low = c;
    else high = c;
    const slope = 2n * multiplyFixed(m, atMid) - atEnd;
    const newton = slope > 0n ? c - divideFixed(height, slope) : low;
    const next = newton > low && newton < high ? newton : (low + high) / 2n;
    const moved = next > c ? next - c : c - next;
    c = next;
    if (moved <= STILL) break;
  }
  return c;
};

/** c = R / rho. */
export const bendOfRho = (range: Rational, rho: Rational): Bend => {
  if (rho.n === 0n) throw new RangeError("'rho' cannot be 0.");
  if (range.n <= 0n) throw new RangeError('The range of an exponential value function is above 0.');
  const isTurned = isBelow(rho, ZERO);
  return { curvature: toFixed(divide(range, isTurned ? negative(rho) : rho)), isTurned };
};

/** The value, 0-1, at t of the way. */
export const shareAt = ({ curvature, isTurned }: Bend, t: Rational): Rational => {
  if (isBelow(t, ZERO) || isBelow(ONE, t)) throw new RangeError('A share of the way lies between 0 and 1.');
  const way = isTurned ? FIXED_ONE - toFixed(t) : toFixed(t);
  const share = divideFixed(
    FIXED_ONE - expFixed(-multiplyFixed(curvature, way)),
    FIXED_ONE - expFixed(-curvature),
  );
  return fromFixed(isTurned ? FIXED_ONE - share : share);
};

const DECIMALS = 6;

/** Null where the function has no bend and the straight line holds. */
export const bendOf = ({ worst, best, midScore, rho }: ExponentialValues): Bend | null => {
  const [from, to] = [decimalOf(worst), decimalOf(best)];
  if (midScore !== undefined) {
    return bendOfMidpoint(divide(subtract(decimalOf(midScore), from), subtract(to, from)));
  }
  const way = subtract(to, from);
  return rho === undefined ? null : bendOfRho(isBelow(way, ZERO) ? negative(way) : way, decimalOf(rho));
};

/** The value, 0-100, rounded half up to 6 decimals. */
export const exponentialValue = (bend: Bend, t: Rational): Rational =>
  fraction(roundHalfUp(scale(shareAt(bend, t), 100n), DECIMALS), 10n ** BigInt(DECIMALS));

/** Kirkwood's rho, in scores; null where there is no bend. It is what others need to draw the same curve. */
export const rhoOf = (values: ExponentialValues): Rational | null => {
  const bend = bendOf(values);
  if (!bend) return null;
  const range = subtract(decimalOf(values.best), decimalOf(values.worst));
  const length = divide(isBelow(range, ZERO) ? negative(range) : range, fromFixed(bend.curvature));
  return bend.isTurned ? negative(length) : length;
};
