import { DomainError } from '../../errors.ts';
import { evaluateCase } from '../../scoring/evaluate.ts';
import type { Result } from '../../scoring/result.ts';
import { hasPrice } from '../model/guards.ts';
import type { DecisionState } from '../model/state.ts';
import { caseOfDecision } from './case-of-decision.ts';

/** The result as it stands, or a refusal that says what must happen first. */
export const resultOfDecision = (state: DecisionState): Result => {
  const rubric = state.rubric?.rubric;
  if (!rubric || !state.qualitySealedAt) {
    throw new DomainError('too-early', 'There is a result when quality is sealed.');
  }
  if (hasPrice(rubric) && !state.priceOpenedAt) {
    throw new DomainError('too-early', 'There is a result when prices are open.');
  }
  const found = caseOfDecision(state);
  if (!found || found.options.length === 0) {
    throw new DomainError('incomplete', 'No option is left to rank: every one was withdrawn or set aside.');
  }
  return evaluateCase(found, { partial: false });
};
