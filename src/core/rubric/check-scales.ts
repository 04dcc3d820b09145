import type { Fault } from '../errors.ts';
import { decimalPlaces } from '../exact/decimal.ts';
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

/** Marks are kept as whole numbers of a scale's smallest unit; beyond this a JSON number loses digits anyway. */
const MOST_UNITS = 1e15;

const checkDigits = (scale: Scale, path: string): readonly Fault[] => {
  const ends = isNumeric(scale) ? [scale.lowest, scale.highest] : scale.map((level) => level.score);
  const places = Math.max(isNumeric(scale) ? scale.decimals : 0, ...ends.map(decimalPlaces));
  return ends.every((end) => Math.abs(end) * 10 ** places <= MOST_UNITS)
    ? []
    : [{ path, message: 'The scores of this scale have more than 15 digits; use shorter ones.' }];
};

const checkScale = (scale: Scale, path: string): readonly Fault[] => {
  const numbers = isNumeric(scale)
    ? [scale.lowest, scale.highest, scale.decimals]
    : scale.map((level) => level.score);
  if (!numbers.every(Number.isFinite))
    return [{ path, message: 'Something on this scale is not a number; give each mark as one.' }];
  return [...checkDigits(scale, path), ...checkOrder(scale, path)];
};

const checkOrder = (scale: Scale, path: string): readonly Fault[] => {
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
