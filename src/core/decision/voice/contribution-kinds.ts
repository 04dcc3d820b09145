import { DomainError } from '../../errors.ts';
import {
  CONTRIBUTION_KINDS_AFTER,
  CONTRIBUTION_KINDS_BEFORE,
  CONTRIBUTION_KINDS_IDEA,
} from '../model/contribution.ts';
import type { Contribution, ContributionKind } from '../model/contribution.ts';
import type { DecisionState } from '../model/state.ts';

/** Every kind that may be said somewhere, each once. */
export const CONTRIBUTION_KINDS: readonly ContributionKind[] = [
  ...new Set([...CONTRIBUTION_KINDS_BEFORE, ...CONTRIBUTION_KINDS_AFTER, ...CONTRIBUTION_KINDS_IDEA]),
];

/** What may be said here and now. */
export const contributionKindsOf = (state: DecisionState): readonly ContributionKind[] => {
  if (state.door === 'idea') return CONTRIBUTION_KINDS_IDEA;
  return state.rubric?.lockedAt ? CONTRIBUTION_KINDS_AFTER : CONTRIBUTION_KINDS_BEFORE;
};

export const assertKind = (
  kind: ContributionKind,
  state: DecisionState,
  stage: Contribution['stage'],
): void => {
  if (contributionKindsOf(state).includes(kind)) return;
  if (state.door === 'idea')
    throw new DomainError(
      'not-allowed',
      'To an idea you can add that you have this, too, a fact, or a worry. Choose one of these.',
    );
  if (kind === 'same-here' || kind === 'fact')
    throw new DomainError(
      'not-allowed',
      'This belongs to an idea, and this is a decision. Say what the work needs instead.',
    );
  throw new DomainError(
    'too-late',
    stage === 'before-lock'
      ? 'Questions and contract requirements come after the rubric is locked. Before that, say what the work needs.'
      : 'The rubric is locked, so it cannot take up new needs or ideas. You can still ask a question or name a contract requirement.',
  );
};
