import { compare, divide, isBelow, isZero, multiply, subtract, sum, ZERO, add } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import { assertWeights } from './assert-weights.ts';
import type { Contender } from './contender.ts';

/**
 * Smallest shift. The question: how many percentage points of weight must move before this rival draws level?
 *
 * With d_j the winner's lead on criterion j, take weight from where the lead is largest and give it to where it is
 * smallest (or most negative), each giver down to nought, until the gap closes. That greedy order is the optimum of the
 * linear programme "least total weight moved, weights not below nought, their sum kept"; what moves is half the L1
 * distance between old and new weights. Exact.
 *
 * Null when no weights can do it: the winner leads on every criterion.
 * Limits: all weights are free, alone or together; gates, minimums and price values are held.
 * Example: leads of 40 and -20 at weights 0.5 and 0.5 leave a gap of 10; each point moved closes 0.6, so 0.1667 moves.
 */
export const smallestShift = (
  winner: Contender,
  rival: Contender,
  weights: readonly Rational[],
): Rational | null => {
  assertWeights(weights, [winner, rival], 'leafValues');
  const leads = weights.map((weight, index) => ({
    weight,
    lead: subtract(winner.leafValues[index] ?? ZERO, rival.leafValues[index] ?? ZERO),
  }));
  const [first] = leads;
  if (!first) return null;
  const lowest = leads.reduce((least, next) => (isBelow(next.lead, least) ? next.lead : least), first.lead);
  let gap = sum(leads.map(({ weight, lead }) => multiply(weight, lead)));
  let moved = ZERO;
  for (const { weight, lead } of [...leads].sort((a, b) => compare(b.lead, a.lead))) {
    if (compare(gap, ZERO) <= 0) break;
    const gain = subtract(lead, lowest);
    if (isZero(gain)) break;
    const needed = divide(gap, gain);
    const taken = isBelow(needed, weight) ? needed : weight;
    moved = add(moved, taken);
    gap = subtract(gap, multiply(taken, gain));
  }
  return compare(gap, ZERO) <= 0 ? moved : null;
};
