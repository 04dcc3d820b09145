import { DomainError } from '../../errors.ts';
import type { Case } from '../../scoring/case.ts';
import { evaluateCase, rankCase } from '../../scoring/evaluate.ts';
import type { Ranking } from '../../scoring/evaluate.ts';
import type { Result } from '../../scoring/result.ts';
import { hasPrice } from '../model/guards.ts';
import type { DecisionState } from '../model/state.ts';
import { caseOfDecision } from './case-of-decision.ts';

/** The result as it stands, or a refusal that says what must happen first. */
export const resultOfDecision = (state: DecisionState): Result =>
  evaluateCase(caseToRank(state), { partial: false });

/** Who is where, without the analysis of how sure that is, or the same refusal. */
export const rankingOfDecision = (state: DecisionState): Ranking => rankCase(caseToRank(state));

/** The case of a decision that may be ranked; throws DomainError that says what must happen first. */
export const caseToRank = (state: DecisionState): Case => {
  const rubric = state.rubric?.rubric;
  if (!rubric || !state.qualitySealedAt) {
    throw new DomainError('too-early', 'There is a result when quality is sealed.');
  }
  if (hasPrice(rubric) && !state.priceOpenedAt) {
    throw new DomainError('too-early', 'There is a result when prices are open.');
  }
  if (!holdsEverything(state)) {
    throw new DomainError(
      'not-allowed',
      'There is no ranking for you to see: some of the marks or prices it rests on are not visible to you.',
    );
  }
  const found = caseOfDecision(state);
  if (!found || found.options.length === 0) {
    throw new DomainError('incomplete', 'No option is left to rank: every one was withdrawn or set aside.');
  }
  return found;
};

/** A ranking from some of the marks would be a wrong one. What the ranking is made from is never erased, only hidden. */
const holdsEverything = (state: DecisionState): boolean => {
  const marks = Object.values(state.marks).flatMap((byOption) =>
    Object.values(byOption).flatMap((byAssessor) => Object.values(byAssessor)),
  );
  const agreed = Object.values(state.consensus).flatMap((byOption) => Object.values(byOption));
  const costs = Object.values(state.costs);
  return [...marks, ...agreed].every((one) => one.score !== null) && costs.every((one) => one.lines !== null);
};
