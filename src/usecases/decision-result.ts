import { DomainError } from '../core/errors.ts';
import type { DecisionState } from '../core/decision/model/state.ts';
import { caseToRank } from '../core/decision/outcome/result-of-decision.ts';
import { beginEvaluation } from '../core/scoring/evaluate.ts';
import type { Result } from '../core/scoring/result.ts';
import type { Simulator } from './ports.ts';

/** A result, or in a sentence why there is none. */
export type FoundResult =
  { readonly result: Result; readonly reason: '' } | { readonly result: null; readonly reason: string };

/**
 * The ranking of a decision and its whole analysis. A long simulation runs where it keeps nobody waiting. Throws
 * DomainError that says what must happen first.
 */
export const loadResult = async (simulate: Simulator, state: DecisionState): Promise<Result> => {
  const { plan, finish } = beginEvaluation(caseToRank(state), { partial: false });
  return finish(plan && (await simulate(plan)));
};

export const findResult = async (simulate: Simulator, state: DecisionState): Promise<FoundResult> => {
  try {
    return { result: await loadResult(simulate, state), reason: '' };
  } catch (error) {
    if (error instanceof DomainError)
      return { result: null, reason: `There is no ranking yet. ${error.detail}` };
    throw error;
  }
};
