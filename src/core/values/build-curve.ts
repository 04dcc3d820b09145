import { decimalOf, shownNumber } from '../exact/decimal.ts';
import { add, clip, compare, divide, HUNDRED, isBelow, multiply, subtract } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import { checkValueFunction } from './check-value-function.ts';
import { bendOf, exponentialValue } from './exponential-curve.ts';
import { domainOf } from './value-function.ts';
import type { Outside, ValueFunction, ValuePoint } from './value-function.ts';

/**
 * A value function that can be asked. The question: what is this score worth, 0-100?
 *
 *   straight line   100 (score - worst) / (best - worst)
 *   between points  value before + (value after - value before) x share of the way from the one to the other
 *   exponential     see exponential-curve.ts
 *
 * Exact fractions, but for the exponential, which is rounded to 6 decimals once.
 * Limits: a score outside the ends throws, or is worth what the end is worth when the function says 'clip'.
 * Example: points (50, 100), (75, 80), (90, 50), (100, 0): 60 is worth 92.
 */
export type Curve = (score: Rational) => Rational;

/** Throws a RangeError that says what is wrong where the function is not sound. */
export const buildCurve = (values: ValueFunction): Curve => {
  const [fault] = checkValueFunction(values, '');
  if (fault) throw new RangeError(fault.message);
  const inside = insideOf(values);
  const inner = innerCurve(values);
  return (score) => inner(inside(score));
};

const insideOf = (values: ValueFunction): ((score: Rational) => Rational) => {
  const ends = domainOf(values);
  const [lowest, highest] = [decimalOf(ends.lowest), decimalOf(ends.highest)];
  const outside: Outside = values.kind === 'table' ? 'error' : (values.outside ?? 'error');
  return (score) => {
    const within = clip(score, lowest, highest);
    if (outside === 'error' && compare(within, score) !== 0) {
      throw new RangeError(
        `The score ${shownNumber(score)} lies outside the value function, which runs from ${ends.lowest} to ${ends.highest}.`,
      );
    }
    return within;
  };
};

const innerCurve = (values: ValueFunction): Curve => {
  switch (values.kind) {
    case 'table':
      return between(values.values);
    case 'piecewise-linear':
      return between(values.points);
    case 'linear':
      return straight(values);
    case 'exponential': {
      const bend = bendOf(values);
      const share = shareOfWay(values);
      return bend ? (score) => exponentialValue(bend, share(score)) : straight(values);
    }
  }
};

type Ends = { readonly worst: number; readonly best: number };

const shareOfWay = ({ worst, best }: Ends): Curve => {
  const from = decimalOf(worst);
  const way = subtract(decimalOf(best), from);
  return (score) => divide(subtract(score, from), way);
};

const straight = (ends: Ends): Curve => {
  const share = shareOfWay(ends);
  return (score) => multiply(share(score), HUNDRED);
};

const between = (given: readonly ValuePoint[]): Curve => {
  const points = given.map(({ score, value }) => ({ score: decimalOf(score), value: decimalOf(value) }));
  return (score) => {
    const index = points.findIndex((point) => !isBelow(point.score, score));
    const [before, after] = [points[index - 1], points[index]];
    if (!after) throw new RangeError(`The score ${shownNumber(score)} lies beyond the last point.`);
    if (!before) return after.value;
    const share = divide(subtract(score, before.score), subtract(after.score, before.score));
    return add(before.value, multiply(share, subtract(after.value, before.value)));
  };
};
