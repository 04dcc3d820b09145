import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { DOORS } from '../model/door.ts';
import { assertUndecided } from '../model/guards.ts';
import { day, object, text } from '../model/schema.ts';

type Input = { cutOff: string; laterOwner: string; question?: string };

export const openListening = defineAct<Input>({
  command: 'open-listening',
  act: 'listening-opened',
  summary:
    'Start to hear frontline staff, or change the cut-off. What arrives by the cut-off is owed a reply.',
  by: ['lead'],
  doors: DOORS,
  input: object(
    {
      cutOff: day('Last day on which a contribution is owed a reply before the decision'),
      laterOwner: text('Who looks after what arrives later', 200),
    },
    { question: text('What you would like to hear about the work, in a sentence', 500) },
  ),
  decide: (input, state) => {
    assertUndecided(state);
    return [
      facts({ cutOff: input.cutOff }),
      section('later-owner', 'name', input.laterOwner),
      ...(input.question ? [section('question', 'text', input.question)] : []),
    ];
  },
  evolve: (state, event) => ({
    ...state,
    listening: {
      openedAt: state.listening?.openedAt ?? event.at,
      cutOff: factsOf<{ cutOff: string }>(event).cutOff,
      laterOwner: textOf(event, 'later-owner'),
      question: textOf(event, 'question'),
    },
  }),
});
