import { HUNDRED, isBelow, isEqual } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import { shareOut } from './basis-points.ts';

/**
 * Weights from points. The question: how much does each criterion matter, when people can say it in numbers?
 *
 *   points  each criterion gets any points; its weight is its points over the sum of all points
 *   swing   people ask which criterion's step from worst to best matters most and give it 100; every other step gets its
 *           share of that, 0 to 100; the weight is again the share of the sum
 *
 * Swing is the better question, since a weight only means something beside the length of the scale it belongs to. If
 * nothing got 100, the step that matters most was not found, and the answers are refused.
 * Source: Edwards and Barron 1994 (SMARTS). Exact.
 * Example: swings of 100, 80, 70, 30, 20 and 10 are 10/31, 8/31, 7/31, 3/31, 2/31 and 1/31.
 */
export const weighPoints = (points: readonly Rational[]): readonly Rational[] => shareOut(points);

export const weighSwings = (swings: readonly Rational[]): readonly Rational[] => {
  if (swings.some((swing) => isBelow(HUNDRED, swing))) {
    throw new RangeError('A swing cannot be above 100: the step that matters most has 100.');
  }
  if (swings.length > 0 && !swings.some((swing) => isEqual(swing, HUNDRED))) {
    throw new RangeError('No criterion has the swing 100; give 100 to the step that matters most.');
  }
  return shareOut(swings);
};
