import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { assertOpened, assertUndecided, participantOf } from '../model/guards.ts';
import { object, text } from '../model/schema.ts';

type Input = { text: string };

export const fileDissent = defineAct<Input>({
  command: 'file-dissent',
  act: 'dissent-filed',
  summary: 'Put a different view on record. It is printed unedited in the internal edition.',
  by: ['panel'],
  input: object({ text: text('Your view, in your own words') }),
  decide: (input, state, context) => {
    assertOpened(state, 'Filing a different view');
    assertUndecided(state);
    return [facts({ person: participantOf(state, context).id }), section('text', 'dissent', input.text)];
  },
  evolve: (state, event) => {
    const { person } = factsOf<{ person: string }>(event);
    return { ...state, dissents: [...state.dissents, { person, text: textOf(event, 'text'), at: event.at }] };
  },
});
