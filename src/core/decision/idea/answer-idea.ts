import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { dayOf, participantOf } from '../model/guards.ts';
import { IDEA_FATES } from '../model/idea-state.ts';
import type { IdeaFate } from '../model/idea-state.ts';
import { day, object, oneOf, text } from '../model/schema.ts';
import { isAnswered } from '../voice/owed.ts';
import { withEach } from '../voice/answer-contributions.ts';

type Input = { fate: IdeaFate; reply: string; target?: string; lookAgainOn?: string };

type Facts = {
  fate: IdeaFate;
  person: string;
  target: string | null;
  lookAgainOn: string | null;
  contributions: readonly string[];
};

/** Fates that lead somewhere, and so name where. */
const BECAME: readonly IdeaFate[] = ['became-decision', 'became-option'];

/** One answer for the idea and for everything added to it that has none yet: nobody is owed twice. */
export const answerIdea = defineAct<Input>({
  command: 'answer-idea',
  act: 'idea-answered',
  summary: 'Say what comes of an idea, in words that its author and everybody who added to it will read.',
  by: ['lead', 'approver'],
  doors: ['idea'],
  input: object(
    {
      fate: oneOf(IDEA_FATES, 'What comes of it'),
      reply: text('The answer, to the people who asked', 2000),
    },
    {
      target: {
        type: 'string',
        pattern: '^[0-9a-f]{32}$',
        description: 'The decision it became, or became an option of',
      },
      lookAgainOn: day('When it is looked at again; an answer of not now needs it'),
    },
  ),
  decide: (input, state, context) => {
    if (!state.idea) throw new DomainError('too-early', 'The idea is not stated yet. State it first.');
    assertTarget(input);
    assertLookAgain(input, dayOf(context.atIso));
    const open = Object.values(state.contributions).filter((one) => !isAnswered(one));
    return [
      facts({
        fate: input.fate,
        person: participantOf(state, context).id,
        target: input.target ?? null,
        lookAgainOn: input.lookAgainOn ?? null,
        contributions: open.map(({ id }) => id),
      }),
      section('reply', 'text', input.reply),
    ];
  },
  evolve: (state, event) => {
    const { fate, person, target, lookAgainOn, contributions } = factsOf<Facts>(event);
    const reply = textOf(event, 'reply');
    const answered = withEach(state, contributions, (one) => ({
      ...one,
      fate: 'with-idea',
      reply,
      answeredAt: event.at,
      awaitsSecondPerson: false,
    }));
    const answer = { fate, reply, target, lookAgainOn, answeredAt: event.at, answeredBy: person };
    return state.idea ? { ...answered, idea: { ...state.idea, answer } } : answered;
  },
});

const refuse = (path: string, message: string): DomainError =>
  new DomainError('invalid-input', message, {}, [{ path, message }]);

const assertTarget = ({ fate, target }: Input): void => {
  if (BECAME.includes(fate) === (target !== undefined)) return;
  throw target === undefined
    ? refuse('/target', 'Say which decision it became part of.')
    : refuse('/target', 'Only an idea that became a decision or an option names a decision.');
};

const assertLookAgain = ({ fate, lookAgainOn }: Input, today: string): void => {
  if (fate === 'not-now' && lookAgainOn === undefined)
    throw refuse('/lookAgainOn', 'Not now needs a day on which it is looked at again.');
  if (lookAgainOn !== undefined && lookAgainOn <= today)
    throw refuse('/lookAgainOn', 'Choose a day after today to look at it again.');
};
