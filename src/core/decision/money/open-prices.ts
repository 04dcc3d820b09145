import { DomainError } from '../../errors.ts';
import { defineAct, facts } from '../model/act.ts';
import { liveOptions } from '../model/guards.ts';
import { object } from '../model/schema.ts';

export const openPrices = defineAct<Record<string, never>>({
  command: 'open-prices',
  act: 'prices-opened',
  summary: 'Open the prices. Possible only after quality is sealed.',
  by: ['lead', 'commercial'],
  input: object({}),
  decide: (_input, state) => {
    if (!state.qualitySealedAt) {
      throw new DomainError('too-early', 'Prices open after quality is sealed.');
    }
    if (state.priceOpenedAt) throw new DomainError('already-done', 'Prices are already open.');
    const missing = liveOptions(state).filter((option) => !state.costs[option.id]);
    if (missing.length > 0) {
      throw new DomainError(
        'incomplete',
        'Prices cannot be opened yet: some options have no costs.',
        {},
        missing.map((option) => ({
          path: `/costs/${option.id}`,
          message: `No costs are recorded for '${option.title ?? option.id}'.`,
        })),
      );
    }
    return [facts({})];
  },
  evolve: (state, event) => ({ ...state, priceOpenedAt: event.at }),
});
