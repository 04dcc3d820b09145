import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { dayOf } from '../model/guards.ts';
import type { IdeaAnswer, IdeaState } from '../model/idea-state.ts';
import { day, object, text } from '../model/schema.ts';
import type { Contribution } from '../model/contribution.ts';
import { withEach } from '../voice/answer-contributions.ts';

type Input = { reason: string; answerBy: string };

/** An answer is never the last word for ever. What was answered with the idea waits with it again. */
export const reopenIdea = defineAct<Input>({
  command: 'reopen-idea',
  act: 'idea-reopened',
  summary: 'Take an answered idea up again, with a reason and a new day for the answer.',
  by: ['lead', 'approver'],
  doors: ['idea'],
  input: object({
    reason: text('Why it is taken up again', 1000),
    answerBy: day('By when an answer is asked for now'),
  }),
  decide: (input, state, context) => {
    if (!state.idea?.answer) {
      throw new DomainError(
        'too-early',
        'This idea has no answer yet, so there is nothing to take up again.',
      );
    }
    if (input.answerBy < dayOf(context.atIso)) {
      const message = 'The day for the answer has passed. Choose today or a later day.';
      throw new DomainError('invalid-input', message, {}, [{ path: '/answerBy', message }]);
    }
    return [facts({ answerBy: input.answerBy }), section('reason', 'text', input.reason)];
  },
  evolve: (state, event) => {
    if (!state.idea) return state;
    const idea: IdeaState & { answer?: IdeaAnswer } = { ...state.idea };
    delete idea.answer;
    const { answerBy } = factsOf<{ answerBy: string }>(event);
    const again = { at: event.at, reason: textOf(event, 'reason') };
    const withIt = Object.values(state.contributions).filter((one) => one.fate === 'with-idea');
    const waiting = withEach(
      state,
      withIt.map(({ id }) => id),
      unanswered,
    );
    return {
      ...waiting,
      idea: { ...idea, answerBy, reopened: [...idea.reopened, again] },
      ...(state.listening ? { listening: { ...state.listening, cutOff: answerBy } } : {}),
    };
  },
});

const unanswered = (one: Contribution): Contribution => {
  const open: { -readonly [Key in keyof Contribution]: Contribution[Key] } = { ...one };
  delete open.fate;
  delete open.reply;
  delete open.answeredAt;
  return open;
};
