import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import {
  assertOpened,
  assertQualityOpen,
  assertRubricLocked,
  assessorsOf,
  hasSealed,
  scoredCriteria,
} from '../model/guards.ts';
import { object, text } from '../model/schema.ts';

type Input = { reason: string };

export const closeMarking = defineAct<Input>({
  command: 'close-marking',
  act: 'marking-closed',
  summary: 'Close marking before everybody has sealed, with a reason. The record says who is missing.',
  by: ['lead'],
  input: object({ reason: text('Why marking closes without them') }),
  decide: (input, state) => {
    const rubric = assertRubricLocked(state, 'Closing marking');
    assertOpened(state, 'Closing marking');
    assertQualityOpen(state, 'Marking');
    if (state.markingClosed) throw new DomainError('already-done', 'Marking is already closed.');
    const criteria = scoredCriteria(rubric);
    const missing = assessorsOf(state)
      .filter((person) => criteria.some((criterion) => !hasSealed(state, criterion.id, person.id)))
      .map((person) => person.id);
    if (missing.length === 0) {
      throw new DomainError(
        'already-done',
        'Everybody has sealed every criterion; there is nothing to close.',
      );
    }
    return [facts({ missing }), section('reason', 'text', input.reason)];
  },
  evolve: (state, event) => ({
    ...state,
    markingClosed: {
      at: event.at,
      reason: textOf(event, 'reason'),
      missing: factsOf<{ missing: readonly string[] }>(event).missing,
    },
  }),
});
