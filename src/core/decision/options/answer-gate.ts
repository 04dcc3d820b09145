import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import {
  allCriteria,
  assertInterestsClear,
  assertOpened,
  assertQualityOpen,
  assertRubricLocked,
  liveOption,
  participantOf,
} from '../model/guards.ts';
import type { GateState } from '../model/state.ts';
import { day, id, object, oneOf, text } from '../model/schema.ts';

type Answer = GateState['answer'];
type Input = { option: string; gate: string; answer: Answer; evidence: string; by?: string; owner?: string };
type Facts = { option: string; gate: string; answer: Answer; by: string | null };

export const answerGate = defineAct<Input>({
  command: 'answer-gate',
  act: 'gate-answered',
  summary: 'Answer a gate for one option, with evidence: met, not met, not applicable because, or due later.',
  by: ['lead', 'panel'],
  input: object(
    {
      option: id('The option'),
      gate: id('The gate'),
      answer: oneOf(['met', 'notMet', 'notApplicable', 'later'], 'The answer'),
      evidence: text('The evidence, or why the gate does not apply'),
    },
    { by: day('For later: by when'), owner: text('For later: who owns it', 200) },
  ),
  decide: (input, state, context) => {
    const rubric = assertRubricLocked(state, 'Answering a gate');
    assertOpened(state, 'Answering gates');
    assertQualityOpen(state, 'A gate');
    assertInterestsClear(participantOf(state, context));
    liveOption(state, input.option);
    const gate = allCriteria(rubric).find((criterion) => criterion.id === input.gate);
    if (gate?.kind !== 'gate') throw new DomainError('not-found', `The rubric has no gate '${input.gate}'.`);
    if (input.answer === 'later') {
      if (!gate.laterAllowed) {
        throw new DomainError(
          'not-allowed',
          `The published documents do not let '${gate.title}' be met later.`,
        );
      }
      if (!input.by || !input.owner) {
        throw new DomainError('reason-needed', 'A gate to be met later needs a date and an owner.');
      }
    }
    return [
      facts({ option: input.option, gate: input.gate, answer: input.answer, by: input.by ?? null }),
      section('evidence', 'bid', input.evidence),
      ...(input.owner ? [section('owner', 'name', input.owner)] : []),
    ];
  },
  evolve: (state, event) => {
    const { option, gate, answer, by } = factsOf<Facts>(event);
    const given: GateState = {
      answer,
      by,
      evidence: textOf(event, 'evidence'),
      owner: textOf(event, 'owner'),
      at: event.at,
    };
    return { ...state, gates: { ...state.gates, [option]: { ...state.gates[option], [gate]: given } } };
  },
});
