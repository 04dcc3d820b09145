import type { Case } from '../../scoring/case.ts';
import { evaluateCase } from '../../scoring/evaluate.ts';
import type { Result } from '../../scoring/result.ts';
import type { DecisionState } from '../model/state.ts';
import { quickOf } from './quick-of.ts';
import { scoredOfQuick } from './quick-rubric.ts';
import { QUICK_SCALE } from './scale.ts';

/** A quick record as the pure engine reads it: marks by discussion, criteria weighed alike, price beside and not in it. */
export const caseOfQuick = (state: DecisionState): Case | null => {
  const quick = quickOf(state);
  const isWhole = quick.criteria.every(
    ({ marks }) => marks !== null && quick.options.every(({ id }) => Object.hasOwn(marks, id)),
  );
  if (quick.criteria.length === 0 || quick.options.length === 0 || !isWhole) return null;
  return {
    format: 'counterweight-case/1',
    title: state.title ?? state.id,
    rubric: {
      format: 'counterweight-rubric/1',
      id: 'quick-record',
      version: 1,
      title: 'Criteria by discussion',
      scale: QUICK_SCALE,
      criteria: scoredOfQuick(quick, 10_000),
    },
    options: quick.options.map(({ id, title, kind }) => ({ id, kind, title: title ?? id })),
    marks: [],
    consensus: quick.criteria.flatMap((criterion) =>
      quick.options.map(({ id }) => ({
        option: id,
        criterion: criterion.id,
        score: criterion.marks?.[id] ?? 0,
      })),
    ),
    settings: { purpose: 'appraisal' },
  };
};

/**
 * Null until every option has a mark on every criterion, or where the reader may not see them.
 *
 * Who is first is the plain sum of the marks. The engine's weights are whole hundredths of a per cent, and three equal
 * ones cannot be: one is heavier by a hundredth and would part two options that are level.
 */
export const resultOfQuick = (state: DecisionState): Result | null => {
  const given = caseOfQuick(state);
  if (!given) return null;
  const first = firstOf(state);
  return {
    ...evaluateCase(given, { partial: false }),
    winner: first.length === 1 ? (first[0] ?? null) : null,
    tied: first.length === 1 ? [] : first,
  };
};

const firstOf = (state: DecisionState): readonly string[] => {
  const { options, criteria } = quickOf(state);
  const sums = options.map(({ id }) => criteria.reduce((sum, { marks }) => sum + (marks?.[id] ?? 0), 0));
  const most = Math.max(...sums);
  return options.filter((_option, index) => sums[index] === most).map(({ id }) => id);
};
