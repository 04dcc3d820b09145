import { listCriteria } from '../core/rubric/walk-rubric.ts';
import { sureWords } from '../core/scoring/sure-words.ts';
import type { ReportInput } from './input.ts';
import { optionName } from './names.ts';

/** How sure the ranking is, in plain words, with at most so many conditions; null where there is none. */
export const howSure = (input: ReportInput, most?: number): string | null => {
  const { result, state } = input;
  const rubric = state.rubric?.rubric;
  if (!result || !rubric) return null;
  return sureWords(
    result,
    Object.fromEntries(result.options.map(({ id }) => [id, optionName(input, id)])),
    Object.fromEntries(listCriteria(rubric).map(({ criterion }) => [criterion.id, criterion.title])),
    most,
  );
};
