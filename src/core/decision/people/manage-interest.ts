import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { held, participantOf } from '../model/guards.ts';
import { id, object, oneOf, text } from '../model/schema.ts';

type Outcome = 'may-take-part' | 'stands-aside';
type Input = { person: string; outcome: Outcome; reason: string };

export const manageInterest = defineAct<Input>({
  command: 'manage-interest',
  act: 'interest-managed',
  summary:
    'Record how a declared interest is managed. Nobody judges their own; the approver judges the lead’s.',
  by: ['lead', 'approver'],
  doors: ['full', 'quick'],
  input: object({
    person: id('Whose interest'),
    outcome: oneOf(['may-take-part', 'stands-aside'], 'What follows'),
    reason: text('Why'),
  }),
  decide: (input, state, context) => {
    const judge = participantOf(state, context);
    const person = held(state.people, input.person);
    if (!person?.interest?.hasInterest) {
      throw new DomainError('not-found', 'This person has not declared an interest.');
    }
    if (judge.id === person.id) throw new DomainError('not-allowed', 'Nobody judges their own interest.');
    return [
      facts({ person: input.person, outcome: input.outcome }),
      section('reason', 'interest', input.reason),
    ];
  },
  evolve: (state, event) => {
    const { person, outcome } = factsOf<{ person: string; outcome: Outcome }>(event);
    const present = state.people[person];
    if (!present?.interest) return state;
    const interest = { ...present.interest, outcome, outcomeReason: textOf(event, 'reason') };
    return { ...state, people: { ...state.people, [person]: { ...present, interest } } };
  },
});
