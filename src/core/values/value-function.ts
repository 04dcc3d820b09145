/**
 * How a score becomes a value. The question: is the step from 1 to 2 worth as much as the step from 4 to 5?
 *
 * A score is what a mark says on its own scale; a value, 0-100, is what that is worth. Without a value function the
 * value rises in a straight line from the lowest score to the highest. A rubric may say otherwise, before any bid is
 * seen, and is then locked with it:
 *
 *   table             each level of the scale has its value; a score between two levels (the mean of several marks)
 *                     lies on the straight line between theirs
 *   linear            a straight line from `worst` (0) to `best` (100); best may be the smaller number
 *   piecewise-linear  straight lines between the points, in rising order of score
 *   exponential       a curve from `worst` (0) to `best` (100), bent so that `midScore` is worth 50, or by `rho`
 *
 * A score outside the ends is refused, or with `outside: 'clip'` worth what the nearest end is; never more.
 */
export type ValuePoint = { readonly score: number; readonly value: number };

/** Default 'error'. */
export type Outside = 'error' | 'clip';

export type TableValues = { readonly kind: 'table'; readonly values: readonly ValuePoint[] };

export type LinearValues = {
  readonly kind: 'linear';
  readonly worst: number;
  readonly best: number;
  readonly outside?: Outside;
};

export type PiecewiseValues = {
  readonly kind: 'piecewise-linear';
  readonly points: readonly ValuePoint[];
  readonly outside?: Outside;
};

/** One of `midScore` and `rho`. */
export type ExponentialValues = {
  readonly kind: 'exponential';
  readonly worst: number;
  readonly best: number;
  /** The score that is worth 50. */
  readonly midScore?: number;
  /** Kirkwood's constant, in scores; above 0 the curve rises fast first, below 0 it rises fast last. */
  readonly rho?: number;
  readonly outside?: Outside;
};

export type ValueFunction = TableValues | LinearValues | PiecewiseValues | ExponentialValues;

/** The scores between which the function is defined. */
export const domainOf = (values: ValueFunction): { readonly lowest: number; readonly highest: number } => {
  const ends =
    values.kind === 'table'
      ? values.values.map(({ score }) => score)
      : values.kind === 'piecewise-linear'
        ? values.points.map(({ score }) => score)
        : [values.worst, values.best];
  if (ends.length === 0 || !ends.every(Number.isFinite))
    throw new RangeError('A value function needs scores that are numbers.');
  return { lowest: Math.min(...ends), highest: Math.max(...ends) };
};
