import { DomainError } from '../core/errors.ts';
import {
  hasRole,
  hasSealed,
  isDecided,
  isInterestClear,
  scoredCriteria,
} from '../core/decision/model/guards.ts';
import type { ScoredCriterion } from '../core/rubric/rubric.ts';
import type { DecisionView } from './read-decision.ts';

/** The criteria this person marks: a trial user only those the trial can answer. */
export const criteriaToMark = ({ state, viewer }: DecisionView): readonly ScoredCriterion[] => {
  const rubric = state.rubric?.rubric;
  const all = rubric ? scoredCriteria(rubric) : [];
  return hasRole(viewer, 'panel')
    ? all
    : hasRole(viewer, 'frontline')
      ? all.filter((one) => one.frontlineCanAnswer)
      : [];
};

/** Those that this person has not sealed yet. */
export const criteriaNotSealed = (view: DecisionView): readonly ScoredCriterion[] =>
  criteriaToMark(view).filter(({ id }) => !hasSealed(view.state, id, view.viewer.id));

/** Refuses whoever may not write marks now, in words; says nothing of what others have done. */
export const assertMayMark = (view: DecisionView): void => {
  const { state, viewer } = view;
  if (criteriaToMark(view).length === 0)
    throw new DomainError('not-allowed', 'You do not mark on this decision.');
  if (!isInterestClear(viewer))
    throw new DomainError('interests-needed', 'Declare interests before you see what is on offer.');
  if (!state.openedAt)
    throw new DomainError('too-early', 'Marking starts when the lead has opened the options.');
  if (state.markingClosed || state.qualitySealedAt || isDecided(state))
    throw new DomainError('too-late', 'Marking is closed. What you sealed stands as it is.');
  if (criteriaNotSealed(view).length === 0)
    throw new DomainError(
      'too-late',
      'You have sealed every criterion. A sealed mark changes one at a time, with a reason.',
    );
};
