import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { DOORS } from '../model/door.ts';
import { assertUndecided, held } from '../model/guards.ts';
import { id, object, text } from '../model/schema.ts';

type Input = { person: string; reason: string };

export const removePerson = defineAct<Input>({
  command: 'remove-person',
  act: 'person-left',
  summary: 'Record that somebody has left this decision, with the reason. What they did stays on record.',
  by: ['lead'],
  doors: DOORS,
  input: object({ person: id('The participant'), reason: text('Why they leave') }),
  decide: (input, state) => {
    assertUndecided(state);
    const person = held(state.people, input.person);
    if (!person || person.left)
      throw new DomainError('not-found', 'There is no such person on this decision.');
    if (input.person === state.lead)
      throw new DomainError('not-allowed', 'The lead cannot leave the decision.');
    return [facts({ person: input.person }), section('reason', 'text', input.reason)];
  },
  evolve: (state, event) => {
    const { person } = factsOf<{ person: string }>(event);
    const present = state.people[person];
    if (!present) return state;
    const left = { at: event.at, reason: textOf(event, 'reason') };
    return { ...state, people: { ...state.people, [person]: { ...present, left } } };
  },
});
