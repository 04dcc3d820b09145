import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf } from '../model/act.ts';
import { assertNeedLocked } from '../model/guards.ts';
import { day, object } from '../model/schema.ts';

type Input = { tenderDeadline?: string };
type Facts = { hash: string; tenderDeadline: string | null };

/** Freezes rubric and method under one printed hash, before anybody can know what is on offer. */
export const lockRubric = defineAct<Input>({
  command: 'lock-rubric',
  act: 'rubric-locked',
  summary: 'Lock the rubric with its whole method. Its hash is printed on the decision.',
  by: ['lead'],
  input: object(
    {},
    { tenderDeadline: day('Last day for tenders; until then a new version may replace this one') },
  ),
  decide: (input, state) => {
    assertNeedLocked(state, 'Locking the rubric');
    if (!state.rubric) throw new DomainError('too-early', 'Choose a rubric before locking it.');
    if (state.rubric.lockedAt) throw new DomainError('already-done', 'The rubric is already locked.');
    return [facts({ hash: state.rubric.hash, tenderDeadline: input.tenderDeadline ?? null })];
  },
  evolve: (state, event) => {
    if (!state.rubric) return state;
    const { hash, tenderDeadline } = factsOf<Facts>(event);
    const step = { at: event.at, act: 'locked' as const, hash, reason: null, noticeReference: null };
    return {
      ...state,
      rubric: { ...state.rubric, lockedAt: event.at, tenderDeadline, steps: [...state.rubric.steps, step] },
    };
  },
});
