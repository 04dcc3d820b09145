import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { assertUndecided, liveOption } from '../model/guards.ts';
import { id, object, oneOf, text } from '../model/schema.ts';
import type { SetAsideGround } from '../model/state.ts';

export const SET_ASIDE_GROUNDS = ['gate', 'minimum', 'exclusion', 'procedure', 'abnormally-low'] as const;

type Input = { option: string; ground: SetAsideGround; reason: string; supplierAnswer?: string };

/**
 * A bid leaves the ranking only on a ground the law knows, never because another is liked better.
 * A price that looks abnormally low may be disregarded only after the supplier was asked
 * (Procurement Act 2023 s.19(3)-(5)).
 */
export const setBidAside = defineAct<Input>({
  command: 'set-bid-aside',
  act: 'bid-set-aside',
  summary: 'Set a bid aside on a named ground. The ranking runs again without it.',
  by: ['lead'],
  input: object(
    {
      option: id('The bid'),
      ground: oneOf(SET_ASIDE_GROUNDS, 'The ground'),
      reason: text('The facts that make the ground apply'),
    },
    { supplierAnswer: text('Abnormally low price only: what the supplier answered when asked') },
  ),
  decide: (input, state) => {
    assertUndecided(state);
    const option = liveOption(state, input.option);
    if (option.kind !== 'bid') throw new DomainError('not-allowed', 'Only a bid can be set aside.');
    if (option.setAside) throw new DomainError('already-done', 'This bid is already set aside.');
    if (!state.qualitySealedAt)
      throw new DomainError('too-early', 'A bid is set aside after quality is sealed.');
    if (input.ground === 'abnormally-low' && !state.priceOpenedAt) {
      throw new DomainError('too-early', 'A price can be called abnormally low only after prices are open.');
    }
    if (input.ground === 'abnormally-low' && !input.supplierAnswer) {
      throw new DomainError(
        'reason-needed',
        'Ask the supplier to explain its price first, and record the answer.',
      );
    }
    if (state.outcome?.status === 'waiting') {
      throw new DomainError(
        'too-late',
        'The recommendation is with the approver. It has to be returned first.',
      );
    }
    return [
      facts({ option: input.option, ground: input.ground }),
      section('reason', 'bid', input.reason),
      ...(input.supplierAnswer ? [section('supplier-answer', 'bid', input.supplierAnswer)] : []),
    ];
  },
  evolve: (state, event) => {
    const { option, ground } = factsOf<{ option: string; ground: SetAsideGround }>(event);
    const present = state.options[option];
    if (!present) return state;
    const setAside = {
      at: event.at,
      ground,
      reason: textOf(event, 'reason'),
      supplierAnswer: textOf(event, 'supplier-answer'),
    };
    return { ...state, options: { ...state.options, [option]: { ...present, setAside } } };
  },
});
