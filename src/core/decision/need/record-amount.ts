import { assertNeedLocked, assertUndecided } from '../model/guards.ts';
import { defineAct, facts, section } from '../model/act.ts';
import { object, pence } from '../model/schema.ts';

type Input = { amountPence: number };

export const recordAmount = defineAct<Input>({
  command: 'record-amount',
  act: 'amount-recorded',
  summary: 'Record the amount of money available, in pence. Refused until the need is locked.',
  by: ['lead', 'commercial'],
  input: object({ amountPence: pence('Amount available, in pence') }),
  decide: (input, state) => {
    assertNeedLocked(state, 'An amount of money');
    assertUndecided(state);
    return [facts({}), section('amount', 'money', input.amountPence)];
  },
  evolve: (state, event) => {
    const amount = event.sections['amount'];
    return {
      ...state,
      money: {
        offered: state.money?.offered ?? true,
        spendBy: state.money?.spendBy ?? null,
        amountPence: typeof amount === 'number' ? amount : null,
        statedAt: state.money?.statedAt ?? event.at,
      },
    };
  },
});
