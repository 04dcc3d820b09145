import { decimalPlaces } from '../exact/decimal.ts';
import type { Level, NumericScale, Rubric, Scale, ScoredCriterion } from './rubric.ts';

export const isNumeric = (scale: Scale): scale is NumericScale => 'lowest' in scale;
export const isAnchored = (scale: Scale): scale is readonly Level[] => !isNumeric(scale);

/** A criterion's own levels, else the rubric's scale (which a file may also call `levels`). */
export const scaleOf = (rubric: Rubric, criterion: ScoredCriterion): Scale | undefined =>
  criterion.levels ?? rubric.scale ?? rubric.levels;

export const lowestScore = (scale: Scale): number =>
  isNumeric(scale) ? scale.lowest : Math.min(...scale.map((level) => level.score));

export const highestScore = (scale: Scale): number =>
  isNumeric(scale) ? scale.highest : Math.max(...scale.map((level) => level.score));

/** A mark is one of the levels, or any number on a numeric scale with no more decimals than it allows. */
export const isOnScale = (scale: Scale, score: number): boolean =>
  Number.isFinite(score) &&
  (isNumeric(scale)
    ? score >= scale.lowest && score <= scale.highest && decimalPlaces(score) <= scale.decimals
    : scale.some((level) => level.score === score));

/** The scale in words, for a message: '0, 1, 2, 3, 4 or 5', or '0 to 100 with at most 2 decimals'. */
export const describeScale = (scale: Scale): string => {
  if (isNumeric(scale)) {
    const most = scale.decimals === 0 ? 'in whole numbers' : `with at most ${scale.decimals} decimals`;
    return `${scale.lowest} to ${scale.highest} ${most}`;
  }
  const scores = scale.map((level) => String(level.score));
  return `${scores.slice(0, -1).join(', ')} or ${scores.at(-1) ?? ''}`;
};
