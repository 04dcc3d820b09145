import { DomainError } from '../../errors.ts';
import { emptyQuick } from '../model/quick-state.ts';
import type { QuickState } from '../model/quick-state.ts';
import type { DecisionState } from '../model/state.ts';

/** The quick part of a state; empty before its first act. */
export const quickOf = (state: DecisionState): QuickState => state.quick ?? emptyQuick;

/** Money that must be spent by a day is asked about before any quote: is it worth buying without the day? */
export const assertLaterAnswered = (state: DecisionState, what: string): void => {
  if (!state.money?.offered || quickOf(state).later) return;
  throw new DomainError(
    'too-early',
    `${what} comes after one question: would you buy this later, at this price, if the money did not have to be spent by then?`,
  );
};
