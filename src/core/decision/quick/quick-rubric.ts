import type { GateCriterion, Rubric, ScoredCriterion } from '../../rubric/rubric.ts';
import type { QuickState } from '../model/quick-state.ts';
import { QUICK_SCALE } from './scale.ts';

/** What price counts for in the draft rubric of a raised record: what the small-purchase rubric gives it. */
const PRICE_BP = 2000;

/**
 * The criteria of a quick record as a rubric. Discussion weighs them alike, so `shareBp` is cut into equal parts,
 * what is left over going to the first.
 */
export const scoredOfQuick = ({ criteria }: QuickState, shareBp: number): readonly ScoredCriterion[] => {
  const each = Math.floor(shareBp / criteria.length);
  const left = shareBp - each * criteria.length;
  return criteria.map((criterion, index) => ({
    id: criterion.id,
    title: criterion.title ?? criterion.id,
    kind: 'scored',
    weightBp: each + (index < left ? 1 : 0),
    question: criterion.title ?? criterion.id,
  }));
};

/** The draft that a raised record starts from: its criteria, its gates, and price. Not locked, so all of it can change. */
export const draftRubricOf = (quick: QuickState, title: string): Rubric => ({
  format: 'counterweight-rubric/1',
  id: 'raised-record',
  version: 1,
  title: `Rubric for ${title}`.slice(0, 200),
  purpose:
    'Made from a quick record: its criteria with equal weights, price as in the small-purchase rubric. Change it before it is locked.',
  scale: QUICK_SCALE,
  criteria: [
    ...scoredOfQuick(quick, 10_000 - PRICE_BP),
    {
      id: 'price',
      title: 'Cost over its life',
      kind: 'price',
      weightBp: PRICE_BP,
      basis: 'whole-life',
      method: 'lowest-over-price',
    },
    ...quick.gates.map((gate): GateCriterion => ({
      id: gate.id,
      title: gate.title ?? gate.id,
      kind: 'gate',
      question: gate.title ?? gate.id,
      laterAllowed: true,
    })),
  ],
});
