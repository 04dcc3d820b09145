import type { Fault } from '../errors.ts';
import type { Rubric, Scale } from './rubric.ts';
import { highestScore, isNumeric, lowestScore, scaleOf } from './scale.ts';
import { listGroups, listScored } from './walk-rubric.ts';

/** Can every scored criterion be marked, and can every minimum be reached? */
export const checkScales = (rubric: Rubric): readonly Fault[] => [
  ...checkOneName(rubric),
  ...(rubric.scale ? checkScale(rubric.scale, '/scale') : []),
  ...(rubric.levels ? checkScale(rubric.levels, '/levels') : []),
  ...listScored(rubric).flatMap(({ criterion, pointer }) => {
    const scale = scaleOf(rubric, criterion);
    if (!scale) {
      return [
        {
          path: pointer,
          message: `'${criterion.title}' has no levels and the rubric has no scale; add one of the two.`,
        },
      ];
    }
    return [
      ...(criterion.levels ? checkScale(criterion.levels, `${pointer}/levels`) : []),
      ...checkWithin(criterion.minimum, lowestScore(scale), highestScore(scale), `${pointer}/minimum`),
    ];
  }),
  ...listGroups(rubric).flatMap(({ criterion, pointer }) =>
    checkWithin(criterion.minimum, 0, 100, `${pointer}/minimum`),
  ),
  ...checkWithin(rubric.minimumQuality, 0, 100, '/minimumQuality'),
];

const checkOneName = (rubric: Rubric): readonly Fault[] =>
  rubric.scale && rubric.levels
    ? [{ path: '/levels', message: "'scale' and 'levels' mean the same here; keep one of them." }]
    : [];

const checkScale = (scale: Scale, path: string): readonly Fault[] => {
  if (isNumeric(scale)) {
    return scale.highest > scale.lowest
      ? []
      : [
          {
            path,
            message: `The highest mark (${scale.highest}) must be above the lowest (${scale.lowest}).`,
          },
        ];
  }
  const seen = new Set<number>();
  const repeated = scale.flatMap((level, index) => {
    const known = seen.has(level.score);
    seen.add(level.score);
    return known
      ? [
          {
            path: `${path}/${index}/score`,
            message: `Two levels have the score ${level.score}; each needs its own.`,
          },
        ]
      : [];
  });
  return seen.size < 2
    ? [...repeated, { path, message: 'A scale needs at least two levels with different scores.' }]
    : repeated;
};

const checkWithin = (
  minimum: number | undefined,
  lowest: number,
  highest: number,
  path: string,
): readonly Fault[] =>
  minimum === undefined || (minimum >= lowest && minimum <= highest)
    ? []
    : [
        {
          path,
          message: `The minimum ${minimum} is not on the scale, which runs from ${lowest} to ${highest}.`,
        },
      ];
