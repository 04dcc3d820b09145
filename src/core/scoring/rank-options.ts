import { compare } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';

/**
 * Ranks by exact total, highest first. Level totals share a rank and the next rank is skipped: 1, 1, 3.
 * Returns the rank of each entry, in the order given.
 */
export const rankTotals = (totals: readonly Rational[]): readonly number[] => {
  const order = totals.map((total, index) => ({ total, index })).sort((a, b) => compare(b.total, a.total));
  const ranks = new Array<number>(totals.length).fill(0);
  let rank = 0;
  order.forEach(({ total, index }, place) => {
    const above = order[place - 1];
    if (!above || compare(above.total, total) !== 0) rank = place + 1;
    ranks[index] = rank;
  });
  return ranks;
};
