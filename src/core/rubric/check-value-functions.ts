import type { Fault } from '../errors.ts';
import { checkValueFunction } from '../values/check-value-function.ts';
import { domainOf } from '../values/value-function.ts';
import type { TableValues, ValueFunction } from '../values/value-function.ts';
import type { Rubric, Scale } from './rubric.ts';
import { highestScore, isNumeric, lowestScore, scaleOf } from './scale.ts';
import { listScored } from './walk-rubric.ts';

/** Is every score that can be given on a criterion worth something by its value function? */
export const checkValueFunctions = (rubric: Rubric): readonly Fault[] =>
  listScored(rubric).flatMap(({ criterion, pointer }) => {
    const values = criterion.valueFunction;
    const scale = scaleOf(rubric, criterion);
    if (!values || !scale) return [];
    const path = `${pointer}/valueFunction`;
    const faults = checkValueFunction(values, path);
    return faults.length > 0 ? faults : checkFit(values, scale, path);
  });

const checkFit = (values: ValueFunction, scale: Scale, path: string): readonly Fault[] => {
  if (values.kind === 'table') return checkTable(values, scale, path);
  const { lowest, highest } = domainOf(values);
  const [from, to] = [lowestScore(scale), highestScore(scale)];
  return values.outside === 'clip' || (lowest <= from && highest >= to)
    ? []
    : [
        {
          path,
          message: `The value function runs from ${lowest} to ${highest} and the scale from ${from} to ${to}: cover the whole scale, or say "outside": "clip".`,
        },
      ];
};

const checkTable = ({ values }: TableValues, scale: Scale, path: string): readonly Fault[] => {
  if (isNumeric(scale)) {
    return [
      {
        path,
        message: "A table needs a scale of levels; on a numeric scale use 'piecewise-linear' with points.",
      },
    ];
  }
  const levels = new Set(scale.map(({ score }) => score));
  const listed = new Set(values.map(({ score }) => score));
  return [
    ...values.flatMap(({ score }, index) =>
      levels.has(score)
        ? []
        : [
            {
              path: `${path}/values/${index}/score`,
              message: `The scale has no level with the score ${score}.`,
            },
          ],
    ),
    ...[...levels].flatMap((score) =>
      listed.has(score)
        ? []
        : [{ path: `${path}/values`, message: `The level with the score ${score} has no value; add one.` }],
    ),
  ];
};
