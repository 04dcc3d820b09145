import type { Fault } from '../../errors.ts';
import type { GateCriterion, Rubric } from '../../rubric/rubric.ts';
import { allCriteria, liveOptions } from '../model/guards.ts';
import type { DecisionState } from '../model/state.ts';

const gatesOf = (rubric: Rubric): readonly GateCriterion[] =>
  allCriteria(rubric).filter((criterion) => criterion.kind === 'gate');

/** The gates that apply to an option, given the answers so far. A gate that is skipped counts as not applicable further down. */
export const applicableGates = (
  state: DecisionState,
  rubric: Rubric,
  option: string,
): readonly GateCriterion[] => {
  const applies = (gate: GateCriterion, seen: readonly string[]): boolean => {
    const when = gate.appliesWhen;
    if (!when || seen.includes(gate.id)) return true;
    const before = gatesOf(rubric).find((one) => one.id === when.gate);
    const skipped = before !== undefined && !applies(before, [...seen, gate.id]);
    const answer = skipped ? 'notApplicable' : state.gates[option]?.[when.gate]?.answer;
    return answer !== undefined && when.answer.includes(answer);
  };
  return gatesOf(rubric).filter((gate) => applies(gate, []));
};

/** One fault for every gate that applies and has no answer yet. Baselines answer gates too when they apply. */
export const missingGates = (state: DecisionState, rubric: Rubric): readonly Fault[] =>
  liveOptions(state).flatMap((option) =>
    applicableGates(state, rubric, option.id)
      .filter((gate) => !state.gates[option.id]?.[gate.id])
      .map((gate) => ({
        path: `/gates/${option.id}/${gate.id}`,
        message: `Gate '${gate.title}' has no answer for '${option.title ?? option.id}'.`,
      })),
  );
