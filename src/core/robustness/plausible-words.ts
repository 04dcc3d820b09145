import { countWords } from './number-words.ts';

/** What was drawn, in a word each. */
export type WeightKind = 'near' | 'order' | 'any' | 'intervals';
export type ScoreKind = 'none' | 'panel' | 'margin';

export type Plausible = {
  /** Share of draws in which the first-placed option came first, 0-1; level places shared. */
  readonly share: number;
  readonly weights: WeightKind;
  readonly scores: ScoreKind;
};

/**
 * How often first, in words a board member reads: "A is first in 87 of 100 plausible weightings." What counts as
 * plausible is said with it, since the same option may be first in 88 or in 29 of 100 according to that.
 * Limits: whole numbers of 100; all and none are said only when it was every draw or no draw.
 */
export const plausibleWords = (winner: string, { share, weights, scores }: Plausible): string =>
  `${winner} is first in ${outOf100(share)} plausible ${THINGS[scores]} (${drawnWords(weights, scores)}).`;

/** What counted as plausible, to stand inside a sentence. */
export const drawnWords = (weights: WeightKind, scores: ScoreKind): string =>
  `${WEIGHTS[weights]}${SCORES[scores]}`;

const outOf100 = (share: number): string => {
  if (share >= 1) return 'all';
  if (share <= 0) return 'none of the';
  const rounded = Math.floor(share * 100 + 0.5);
  if (rounded >= 100) return 'more than 99 of 100';
  return rounded < 1 ? 'fewer than 1 of 100' : `${rounded} of 100`;
};

const THINGS: Readonly<Record<ScoreKind, string>> = {
  none: 'weightings',
  panel: 'weightings and panels',
  margin: 'weightings and scores',
};

const WEIGHTS: Readonly<Record<WeightKind, string>> = {
  near: 'each weight up to a quarter more or less',
  order: 'any weights in the stated order',
  any: 'any weights at all',
  intervals: 'weights between the stated bounds',
};

const SCORES: Readonly<Record<ScoreKind, string>> = {
  none: '',
  panel: ', the panel drawn anew each time',
  margin: ', every score with its margin',
};

/** Points of a scale: "one point", "two points", "0.5 points". */
export const pointWords = (points: number): string => {
  const rounded = Math.round(points * 1e6) / 1e6;
  return `${countWords(rounded)} ${rounded === 1 ? 'point' : 'points'}`;
};
