import type { Rubric } from './rubric.ts';
import { isWeighted, listCriteria } from './walk-rubric.ts';
import type { Place } from './walk-rubric.ts';

/** The criteria that carry weight of their own (scored and price) with their share of the whole, 0-1, for questions only. */
export type LeafShare = { readonly place: Place; readonly share: number };

export const leafShares = (rubric: Rubric): readonly LeafShare[] =>
  listCriteria(rubric).flatMap((place) => {
    const { criterion, above } = place;
    if (!isWeighted(criterion) || criterion.kind === 'group') return [];
    return [
      { place, share: [...above, criterion].reduce((share, step) => share * (step.weightBp / 10000), 1) },
    ];
  });
