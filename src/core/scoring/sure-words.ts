import { buildSureSentence } from '../robustness/sentence.ts';
import type { Result } from './result.ts';

export type Titles = Readonly<Record<string, string>>;

/** How sure the first place of a result is, in plain words; null where nothing is ranked. Titles are by id. */
export const sureWords = (
  result: Result,
  optionTitles: Titles,
  criterionTitles: Titles,
  most?: number,
): string | null => {
  const { winner, tied, robustness } = result;
  if (!robustness) return null;
  const share = winner === null ? undefined : robustness.rankAcceptability?.[winner]?.[0];
  const { weightUncertainty: weights, scoreUncertainty: scores } = robustness;
  const plausible = share === undefined ? null : { share, weights, scores };
  const facts = { ...robustness, winner, tied, plausible, optionTitles, criterionTitles };
  return buildSureSentence(facts, most);
};
