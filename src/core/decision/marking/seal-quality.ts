import type { Fault } from '../../errors.ts';
import { DomainError } from '../../errors.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import { defineAct, facts } from '../model/act.ts';
import {
  assertOpened,
  assertQualityOpen,
  assertRubricLocked,
  isRevealed,
  liveOptions,
  scoredCriteria,
} from '../model/guards.ts';
import { object } from '../model/schema.ts';
import type { DecisionState } from '../model/state.ts';
import { missingGates } from './missing-gates.ts';

/** The door between quality and price: from here no gate, mark or consensus moves, and prices may be opened. */
export const sealQuality = defineAct<Record<string, never>>({
  command: 'seal-quality',
  act: 'quality-sealed',
  summary: 'Seal quality: every gate answered, every mark in. Nothing about quality can change after this.',
  by: ['lead'],
  input: object({}),
  decide: (_input, state) => {
    const rubric = assertRubricLocked(state, 'Sealing quality');
    assertOpened(state, 'Sealing quality');
    assertQualityOpen(state, 'Quality');
    const faults = missingQuality(state, rubric);
    if (faults.length > 0) {
      throw new DomainError(
        'incomplete',
        `Quality cannot be sealed yet: ${faults.length} ${faults.length === 1 ? 'thing is' : 'things are'} missing.`,
        {},
        faults,
      );
    }
    return [facts({})];
  },
  evolve: (state, event) => ({ ...state, qualitySealedAt: event.at }),
});

/** Everything that keeps quality from being sealed, each with the place to put it right. */
export const missingQuality = (state: DecisionState, rubric: Rubric): readonly Fault[] => {
  const options = liveOptions(state);
  const criteria = scoredCriteria(rubric);
  const waiting = criteria
    .filter((criterion) => !isRevealed(state, criterion.id))
    .map((criterion) => ({
      path: `/marks/${criterion.id}`,
      message: `'${criterion.title}' is not sealed by every assessor.`,
    }));
  const cells = criteria.flatMap((criterion) =>
    options
      .filter((option) => !hasPanelMark(state, criterion.id, option.id))
      .map((option) => ({
        path: `/marks/${criterion.id}/${option.id}`,
        message: `Nobody on the panel has marked '${option.title ?? option.id}' on '${criterion.title}'.`,
      })),
  );
  return [...missingGates(state, rubric), ...waiting, ...(waiting.length > 0 ? [] : cells)];
};

const hasPanelMark = (state: DecisionState, criterion: string, option: string): boolean =>
  state.consensus[criterion]?.[option] !== undefined ||
  Object.values(state.marks[criterion]?.[option] ?? {}).some((mark) => mark.group === 'panel');
