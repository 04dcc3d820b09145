import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { dayOf } from '../model/guards.ts';
import { day, flag, object, text } from '../model/schema.ts';

type Input = {
  problem: string;
  whoHasIt: string;
  smallestStep: string;
  askedOf: string;
  askedFor: string;
  answerBy: string;
  staffSaid?: string;
  alreadyOwned?: string;
  couldBeDone?: string;
  open?: boolean;
};

type Facts = { revision: number; answerBy: string; open: boolean };

/** The whole of an idea in one act. Its texts are as long as fit on one side of paper together. */
export const stateIdea = defineAct<Input>({
  command: 'state-idea',
  act: 'idea-stated',
  summary:
    'State or restate a problem or an idea: who has it, the smallest next step, who is asked for what by when.',
  by: ['lead'],
  doors: ['idea'],
  input: object(
    {
      problem: text('The problem or the idea, as the people who have it would say it', 1200),
      whoHasIt: text('Who has it, and how many', 600),
      smallestStep: text('The smallest next step', 600),
      askedOf: text('Who is asked: a name and a job', 200),
      askedFor: text('What they are asked for', 400),
      answerBy: day('By when an answer is asked for'),
    },
    {
      staffSaid: text('What staff said about it', 1000),
      alreadyOwned: text('What we already own that might do', 600),
      couldBeDone: text('What could be done about it', 1200),
      open: flag('False: only those on it and those with its link read it. True, or absent: everybody here'),
    },
  ),
  decide: (input, state, context) => {
    if (input.answerBy < dayOf(context.atIso)) {
      const message = 'The day for the answer has passed. Choose today or a later day.';
      throw new DomainError('invalid-input', message, {}, [{ path: '/answerBy', message }]);
    }
    return [
      facts({
        revision: (state.idea?.revision ?? 0) + 1,
        answerBy: input.answerBy,
        open: input.open ?? true,
      }),
      section('problem', 'text', input.problem),
      section('who-has-it', 'text', input.whoHasIt),
      ...(input.staffSaid ? [section('staff-said', 'text', input.staffSaid)] : []),
      ...(input.alreadyOwned ? [section('already-owned', 'text', input.alreadyOwned)] : []),
      ...(input.couldBeDone ? [section('could-be-done', 'text', input.couldBeDone)] : []),
      section('smallest-step', 'text', input.smallestStep),
      section('asked-of', 'name', input.askedOf),
      section('asked-for', 'text', input.askedFor),
    ];
  },
  evolve: (state, event) => {
    const { revision, answerBy, open } = factsOf<Facts>(event);
    return {
      ...state,
      idea: {
        problem: textOf(event, 'problem'),
        whoHasIt: textOf(event, 'who-has-it'),
        staffSaid: textOf(event, 'staff-said'),
        alreadyOwned: textOf(event, 'already-owned'),
        couldBeDone: textOf(event, 'could-be-done'),
        smallestStep: textOf(event, 'smallest-step'),
        askedOf: textOf(event, 'asked-of'),
        askedFor: textOf(event, 'asked-for'),
        answerBy,
        open,
        revision,
        statedAt: event.at,
        reopened: state.idea?.reopened ?? [],
      },
    };
  },
});
