import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { assertInterestsClear, participantOf } from '../model/guards.ts';
import { flag, object, text } from '../model/schema.ts';
import type { DecisionState, Outcome } from '../model/state.ts';
import { contributionsOwed } from '../voice/owed.ts';

type Input = { reason: string; acceptOwed?: boolean };

/** The approver's three answers. Each needs a reason; approving makes the decision final. */
const answer = (
  command: string,
  act: string,
  status: Exclude<Outcome['status'], 'waiting'>,
  summary: string,
) =>
  defineAct<Input>({
    command,
    act,
    summary,
    by: ['approver'],
    input: object(
      { reason: text('Why') },
      { acceptOwed: flag('True to approve although contributions are still owed a reply') },
    ),
    decide: (input, state, context) => {
      const person = participantOf(state, context);
      assertInterestsClear(person);
      if (state.outcome?.status !== 'waiting') {
        throw new DomainError('too-early', 'There is no recommendation waiting for an answer.');
      }
      if (status === 'approved') assertOwedAccepted(state, input.acceptOwed ?? false);
      return [facts({ person: person.id }), section('reason', 'bid', input.reason)];
    },
    evolve: (state, event) =>
      state.outcome
        ? {
            ...state,
            outcome: {
              ...state.outcome,
              status,
              answeredAt: event.at,
              answeredBy: factsOf<{ person: string }>(event).person,
              answerReason: textOf(event, 'reason'),
            },
          }
        : state,
  });

const assertOwedAccepted = (state: DecisionState, accepted: boolean): void => {
  const owed = contributionsOwed(state).length;
  if (owed === 0) return;
  if (!state.outcome?.owedReason || !accepted) {
    throw new DomainError(
      'unanswered-contributions',
      `${owed} ${owed === 1 ? 'contribution is' : 'contributions are'} still owed a reply. Approve only if a legal date forces it, and say so.`,
      { owed },
    );
  }
};

export const approveDecision = answer(
  'approve-decision',
  'decision-approved',
  'approved',
  'Approve the recommendation, with a reason. The decision is final.',
);

export const returnDecision = answer(
  'return-decision',
  'decision-returned',
  'returned',
  'Return the recommendation to the lead, with a reason.',
);

export const declineDecision = answer(
  'decline-decision',
  'decision-declined',
  'declined',
  'Decline the recommendation, with a reason. The decision ends.',
);
