import { DomainError } from '../../errors.ts';
import { defineAct, facts } from '../model/act.ts';
import { object } from '../model/schema.ts';

/** The need comes before the money: no amount and no price can be typed until this entry stands. */
export const lockNeed = defineAct<Record<string, never>>({
  command: 'lock-need',
  act: 'need-locked',
  summary: 'Lock the need. Amounts of money can be recorded only after this.',
  by: ['lead'],
  input: object({}),
  decide: (_input, state) => {
    if (!state.need) throw new DomainError('too-early', 'State the need before locking it.');
    if (state.need.lockedAt) throw new DomainError('already-done', 'The need is already locked.');
    return [facts({ revision: state.need.revision })];
  },
  evolve: (state, event) => (state.need ? { ...state, need: { ...state.need, lockedAt: event.at } } : state),
});
