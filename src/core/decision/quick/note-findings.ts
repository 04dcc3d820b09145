import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { list, object, text } from '../model/schema.ts';
import { quickOf } from './quick-of.ts';

type Input = { said: readonly { words: string; who: string }[]; owned?: string };

const SAID = object({
  words: text('What somebody who will use it said, in their words', 300),
  who: text('Their role, not their name: a ward clerk', 60),
});

/** What is known before anybody asks for a price: the words of those who will use it, and what is owned already. */
export const noteFindings = defineAct<Input>({
  command: 'note-findings',
  act: 'findings-noted',
  summary: 'Quick record: what one or two users said, and what the organisation already owns.',
  by: ['lead'],
  doors: ['quick'],
  input: object({ said: list(SAID, 0, 2) }, { owned: text('What we already own that could do it', 300) }),
  decide: (input, state) => {
    if (!state.need) throw new DomainError('too-early', 'State the need first.');
    return [
      facts({ said: input.said.length }),
      ...input.said.flatMap(({ words, who }, index) => [
        section(`words/${index}`, 'voice', words),
        section(`who/${index}`, 'contributor', who),
      ]),
      ...(input.owned ? [section('owned', 'text', input.owned)] : []),
    ];
  },
  evolve: (state, event) => ({
    ...state,
    quick: {
      ...quickOf(state),
      said: Array.from({ length: factsOf<{ said: number }>(event).said }, (_unused, index) => ({
        words: textOf(event, `words/${index}`),
        who: textOf(event, `who/${index}`),
      })),
      owned: textOf(event, 'owned'),
      foundAt: event.at,
    },
  }),
});
