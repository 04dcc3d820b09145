import type { Fault } from '../errors.ts';
import type { ExponentialValues, ValueFunction, ValuePoint } from './value-function.ts';

/** Faults in a value function by itself; whether it fits the scale is the rubric's to say. */
export const checkValueFunction = (values: ValueFunction, path: string): readonly Fault[] => {
  switch (values.kind) {
    case 'table':
      return checkPoints(values.values, `${path}/values`);
    case 'piecewise-linear':
      return checkPoints(values.points, `${path}/points`);
    case 'linear':
      return checkEnds(values, path);
    case 'exponential': {
      const ends = checkEnds(values, path);
      return ends.length > 0 ? ends : checkBend(values, path);
    }
  }
};

const checkPoints = (points: readonly ValuePoint[], path: string): readonly Fault[] => {
  if (points.length < 2) return [{ path, message: 'A value function needs at least two points.' }];
  return points.flatMap(({ score, value }, index) => {
    const before = points[index - 1];
    return [
      ...(Number.isFinite(score) && (!before || score > before.score)
        ? []
        : [
            {
              path: `${path}/${index}/score`,
              message: `The scores must rise from point to point; ${score} does not stand above ${before?.score ?? 'nothing'}.`,
            },
          ]),
      ...(value >= 0 && value <= 100
        ? []
        : [
            { path: `${path}/${index}/value`, message: `A value lies between 0 and 100; ${value} does not.` },
          ]),
    ];
  });
};

const checkEnds = (
  ends: { readonly worst: number; readonly best: number },
  path: string,
): readonly Fault[] => {
  const wrong = (['worst', 'best'] as const).filter((end) => !Number.isFinite(ends[end]));
  if (wrong.length > 0)
    return wrong.map((end) => ({ path: `${path}/${end}`, message: `'${end}' must be a number.` }));
  return ends.worst === ends.best
    ? [{ path, message: `The worst and the best score are both ${ends.best}; they must differ.` }]
    : [];
};

/** A mid score nearer to an end than a thousandth of the way, or a rho as short, makes a step of the curve. */
const STEEPEST = 700;
const NEAREST = 0.001;

const checkBend = ({ worst, best, midScore, rho }: ExponentialValues, path: string): readonly Fault[] => {
  if ((midScore === undefined) === (rho === undefined)) {
    return [
      { path, message: "An exponential value function has either 'midScore' or 'rho', one of the two." },
    ];
  }
  const range = Math.abs(best - worst);
  if (midScore !== undefined) {
    const away = Math.min(Math.abs(midScore - worst), Math.abs(best - midScore));
    const isBetween = (midScore > worst && midScore < best) || (midScore < worst && midScore > best);
    return isBetween && away >= NEAREST * range
      ? []
      : [
          {
            path: `${path}/midScore`,
            message: `The score worth 50 must lie between ${worst} and ${best}, at least a thousandth of the way from either; ${midScore} does not.`,
          },
        ];
  }
  return rho !== undefined && Number.isFinite(rho) && rho !== 0 && range <= STEEPEST * Math.abs(rho)
    ? []
    : [
        {
          path: `${path}/rho`,
          message: `'rho' must be a number other than 0, no smaller than the range over ${STEEPEST}; ${rho} is not.`,
        },
      ];
};
