import type { Case, CaseOption, GateAnswer } from '../../scoring/case.ts';
import { applicableGates } from '../marking/missing-gates.ts';
import { liveOptions } from '../model/guards.ts';
import type { DecisionState, GateState, OptionState } from '../model/state.ts';

/**
 * The decision as the pure engine reads it. Bids that were set aside are left out, so the ranking runs again
 * without them; withdrawn options likewise. Hidden marks and prices are simply not there.
 */
export const caseOfDecision = (state: DecisionState): Case | undefined => {
  const rubric = state.rubric?.rubric;
  if (!rubric) return undefined;
  const options = liveOptions(state).filter((option) => !option.setAside);
  const ids = new Set(options.map((option) => option.id));
  return {
    format: 'counterweight-case/1',
    title: state.title ?? state.id,
    rubric,
    options: options.map((option) => toCaseOption(state, option)),
    marks: Object.entries(state.marks).flatMap(([criterion, byOption]) =>
      Object.entries(byOption)
        .filter(([option]) => ids.has(option))
        .flatMap(([option, byAssessor]) =>
          Object.values(byAssessor)
            .filter((mark) => mark.score !== null)
            .map((mark) => ({
              assessor: mark.assessor,
              group: mark.group,
              option,
              criterion,
              score: Number(mark.score),
              reason: mark.reason ?? '',
            })),
        ),
    ),
    consensus: Object.entries(state.consensus).flatMap(([criterion, byOption]) =>
      Object.entries(byOption)
        .filter(([option, agreed]) => ids.has(option) && agreed.score !== null)
        .map(([option, agreed]) => ({
          option,
          criterion,
          score: Number(agreed.score),
          reason: agreed.reason ?? '',
        })),
    ),
    settings: { purpose: state.purpose },
  };
};

const toCaseOption = (state: DecisionState, option: OptionState): CaseOption => {
  const lines = state.costs[option.id]?.lines;
  const rubric = state.rubric?.rubric;
  const gates = rubric ? applicableGates(state, rubric, option.id) : [];
  const answers = gates.flatMap((gate): [string, GateAnswer][] => {
    const given = state.gates[option.id]?.[gate.id];
    return given ? [[gate.id, toGateAnswer(given)]] : [];
  });
  return {
    id: option.id,
    title: option.title ?? option.id,
    kind: option.kind,
    incumbent: option.incumbent,
    ...(lines ? { costs: lines } : {}),
    gates: Object.fromEntries(answers),
  };
};

const toGateAnswer = (given: GateState): GateAnswer => {
  const met = { met: true, notMet: false, later: 'later', notApplicable: 'notApplicable' } as const;
  return {
    met: met[given.answer],
    evidence: given.evidence ?? '',
    ...(given.answer === 'notApplicable' ? { reason: given.evidence ?? '' } : {}),
    ...(given.by ? { by: given.by } : {}),
    ...(given.owner ? { owner: given.owner } : {}),
  };
};
