import { DomainError } from '../../errors.ts';
import { defineAct, facts, section, textOf } from '../model/act.ts';
import { object, text } from '../model/schema.ts';
import { quickOf } from './quick-of.ts';

/** Undo: the choice stays on record, and so does why it is looked at again. */
export const reopenRecord = defineAct<{ reason: string }>({
  command: 'reopen-record',
  act: 'record-reopened',
  summary:
    'Quick record: look at the choice again, with a reason. The choice recorded before stays on record.',
  by: ['lead'],
  doors: ['quick'],
  input: object({ reason: text('Why it is looked at again', 400) }),
  decide: (input, state) => {
    if (state.outcome?.status !== 'approved')
      throw new DomainError('too-early', 'No choice is recorded yet, so there is nothing to look at again.');
    return [facts({}), section('reason', 'text', input.reason)];
  },
  evolve: (state, event) => ({
    ...state,
    ...(state.outcome ? { outcome: { ...state.outcome, status: 'returned' as const } } : {}),
    quick: {
      ...quickOf(state),
      reopened: [...quickOf(state).reopened, { at: event.at, reason: textOf(event, 'reason') }],
    },
  }),
});
