import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf } from '../model/act.ts';
import { day, object } from '../model/schema.ts';

type Input = { notifiedOn: string };

/** Replies to what staff said after bids were invited become visible to them from this day. */
export const notifyAward = defineAct<Input>({
  command: 'notify-award',
  act: 'award-notified',
  summary: 'Record that bidders were told the outcome, and on which day.',
  by: ['lead', 'commercial'],
  input: object({ notifiedOn: day('The day bidders were told') }),
  decide: (input, state) => {
    if (state.outcome?.status !== 'approved') {
      throw new DomainError('too-early', 'Bidders are told after the decision is approved.');
    }
    if (state.notifiedOn) throw new DomainError('already-done', `Bidders were told on ${state.notifiedOn}.`);
    return [facts({ notifiedOn: input.notifiedOn })];
  },
  evolve: (state, event) => ({ ...state, notifiedOn: factsOf<{ notifiedOn: string }>(event).notifiedOn }),
});
