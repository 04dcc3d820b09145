import { compare } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';

/**
 * Pareto front. The question: which options are neither dearer nor worse than some other?
 *
 * One option puts another off the front when it costs no more, is no worse in quality, and is better in one of the
 * two. Two alike stay together. Found by sorting on cost, then quality, and keeping whatever raises the quality so far.
 * The answer runs from the cheapest up; those alike by id. Limits: no weights, no view on how much quality a pound buys.
 * Example: costs 5, 10, 12 with qualities 47, 60, 52: the first two.
 */
export type CostAndQuality = { readonly id: string; readonly cost: Rational; readonly quality: Rational };

export const findPareto = (options: readonly CostAndQuality[]): readonly string[] => {
  const sorted = [...options].sort(
    (a, b) => compare(a.cost, b.cost) || compare(b.quality, a.quality) || (a.id < b.id ? -1 : 1),
  );
  const front: CostAndQuality[] = [];
  for (const option of sorted) {
    const best = front.at(-1);
    const raises = !best || compare(option.quality, best.quality) > 0;
    const alike =
      best && compare(option.quality, best.quality) === 0 && compare(option.cost, best.cost) === 0;
    if (raises || alike) front.push(option);
  }
  return front.map((option) => option.id);
};
