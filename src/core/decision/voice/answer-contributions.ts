import { withEntries } from '../model/growing.ts';
import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { DOORS } from '../model/door.ts';
import { assertRubricLocked, held } from '../model/guards.ts';
import { id, list, object, oneOf, text } from '../model/schema.ts';
import { FATES } from '../model/contribution.ts';
import type { Contribution, Fate } from '../model/contribution.ts';
import type { DecisionState } from '../model/state.ts';
import { isAnswered } from './owed.ts';

type Input = { contributions: readonly string[]; fate: Fate; reply: string };
type Facts = { contributions: readonly string[]; fate: Fate };

/** Every contribution ends with a fate and a reply. One reply may answer several. */
export const answerContributions = defineAct<Input>({
  command: 'answer-contributions',
  act: 'contribution-answered',
  summary: 'Record what came of one or several contributions, with the reply their authors will read.',
  by: ['lead'],
  doors: DOORS,
  input: object({
    contributions: list(id('A contribution'), 1, 200),
    fate: oneOf(FATES, 'What came of it'),
    reply: text('The reply, to the people who said it'),
  }),
  decide: (input, state) => {
    const status = state.outcome?.status;
    const found = input.contributions.map((one) => held(state.contributions, one));
    if (found.some((one) => !one))
      throw new DomainError('not-found', 'One of these contributions does not exist.');
    if (found.some((one) => one && isAnswered(one)) && (status === 'approved' || status === 'declined')) {
      throw new DomainError(
        'too-late',
        'This decision is final, so replies that stand can no longer change.',
      );
    }
    if (input.fate === 'changed-rubric' && !state.rubric) {
      throw new DomainError('too-early', 'No rubric has been chosen yet, so it cannot have changed.');
    }
    if (input.fate === 'trial-evidence') {
      const rubric = assertRubricLocked(state, 'Counting something as trial evidence');
      if (!rubric.method?.trial) throw new DomainError('not-allowed', 'The locked method has no trial.');
    }
    return [
      facts({ contributions: [...input.contributions], fate: input.fate }),
      section('reply', 'text', input.reply),
    ];
  },
  evolve: (state, event) => {
    const { contributions, fate } = factsOf<Facts>(event);
    const reply = textOf(event, 'reply');
    return withEach(state, contributions, (one) => ({
      ...one,
      fate,
      reply,
      answeredAt: event.at,
      awaitsSecondPerson: fate === 'set-aside',
    }));
  },
});

export const withEach = (
  state: DecisionState,
  ids: readonly string[],
  change: (one: Contribution) => Contribution,
): DecisionState => {
  const changed = ids.flatMap((one): [string, Contribution][] => {
    const present = state.contributions[one];
    return present ? [[one, change(present)]] : [];
  });
  return { ...state, contributions: withEntries(state, state.contributions, Object.fromEntries(changed)) };
};
