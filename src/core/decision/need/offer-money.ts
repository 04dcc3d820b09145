import { assertUndecided } from '../model/guards.ts';
import { defineAct, facts, factsOf } from '../model/act.ts';
import { day, flag, object } from '../model/schema.ts';

type Input = { offered: boolean; spendBy?: string };
type Facts = { offered: boolean; spendBy: string | null };

export const offerMoney = defineAct<Input>({
  command: 'offer-money',
  act: 'money-offered',
  summary:
    'Say that money is offered and by when it must be spent. No amount: that waits until the need is locked.',
  by: ['lead'],
  doors: ['full', 'quick'],
  input: object(
    { offered: flag('True when money is offered') },
    { spendBy: day('By when it must be spent') },
  ),
  decide: (input, state) => {
    assertUndecided(state);
    return [facts({ offered: input.offered, spendBy: input.spendBy ?? null })];
  },
  evolve: (state, event) => {
    const { offered, spendBy } = factsOf<Facts>(event);
    return {
      ...state,
      money: { offered, spendBy, amountPence: state.money?.amountPence ?? null, statedAt: event.at },
    };
  },
});
