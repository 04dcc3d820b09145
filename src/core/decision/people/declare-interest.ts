import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { participantOf } from '../model/guards.ts';
import { flag, object, text } from '../model/schema.ts';

type Input = { hasInterest: boolean; statement?: string };

/** Before anybody sees what is on offer, and the lead first of all. */
export const declareInterest = defineAct<Input>({
  command: 'declare-interest',
  act: 'interest-declared',
  summary: 'Say whether you, or someone close to you, have a link with a supplier.',
  by: ['lead', 'commercial', 'panel', 'frontline', 'approver', 'auditor'],
  doors: ['full', 'quick'],
  input: object(
    { hasInterest: flag('True when there is a link') },
    { statement: text('What the link is; needed when there is one') },
  ),
  decide: (input, state, context) => {
    const person = participantOf(state, context);
    if (person.id !== state.lead && !state.people[state.lead]?.interest) {
      throw new DomainError('too-early', 'The lead declares first. You can declare when that is done.');
    }
    if (person.interest?.hasInterest && !input.hasInterest) {
      throw new DomainError(
        'not-allowed',
        'You declared a link before. Declare again and say what has changed; somebody else judges what follows.',
      );
    }
    if (input.hasInterest && !input.statement) {
      throw new DomainError('reason-needed', 'Say in a sentence what the link is.');
    }
    return [
      facts({ person: person.id, hasInterest: input.hasInterest }),
      ...(input.statement ? [section('statement', 'interest', input.statement)] : []),
    ];
  },
  evolve: (state, event) => {
    const { person, hasInterest } = factsOf<{ person: string; hasInterest: boolean }>(event);
    const present = state.people[person];
    if (!present) return state;
    const interest = { declaredAt: event.at, hasInterest, statement: textOf(event, 'statement') };
    return { ...state, people: { ...state.people, [person]: { ...present, interest } } };
  },
});
