import { buildSureSentence } from '../core/robustness/sentence.ts';
import { listCriteria } from '../core/rubric/walk-rubric.ts';
import type { ReportInput } from './input.ts';
import { optionName } from './names.ts';

/** How sure the ranking is, in one sentence; null where there is none. */
export const howSure = (input: ReportInput): string | null => {
  const { result, state } = input;
  const rubric = state.rubric?.rubric;
  if (!result || !rubric) return null;
  const { winner, tied, robustness } = result;
  return buildSureSentence({
    winner,
    tied,
    optionTitles: Object.fromEntries(result.options.map(({ id }) => [id, optionName(input, id)])),
    criterionTitles: Object.fromEntries(
      listCriteria(rubric).map(({ criterion }) => [criterion.id, criterion.title]),
    ),
    crossovers: robustness?.crossovers ?? [],
    withoutAssessor: robustness?.withoutAssessor ?? {},
    withoutOption: robustness?.withoutOption ?? {},
    withoutCriterion: robustness?.withoutCriterion ?? {},
  });
};
