import type { Rational } from '../exact/rational.ts';
import { scale } from '../exact/rational.ts';
import { ALL_BP, assertWhole } from './discount-rate.ts';

/**
 * Optimism bias: who would be first if things cost more than they are said to?
 *
 * In words: every payment of a competing option is raised by a share that the team types, one share for capital and
 * one for revenue, and the ranking is run again. Income is left as it is. It is shown beside the ranking, never as it.
 *
 * Source: HM Treasury, Green Book supplementary guidance on optimism bias. The guidance asks for figures from the
 * body's own past projects; this project holds none and assumes none.
 * Limits: one share for all options. Example: 10000 of capital at 4300 basis points is 14300; income of -500 stays.
 */
export type OptimismBias = { readonly capitalBp: number; readonly revenueBp: number };

export const NO_BIAS: OptimismBias = { capitalBp: 0, revenueBp: 0 };

/** One figure stands for both; a figure left out is nought. */
export const biasOf = (given: number | Partial<OptimismBias>): OptimismBias => {
  const bias = typeof given === 'number' ? { capitalBp: given, revenueBp: given } : { ...NO_BIAS, ...given };
  assertWhole(bias.capitalBp, 'Optimism bias on capital in basis points', 0, 1_000_000);
  assertWhole(bias.revenueBp, 'Optimism bias on revenue in basis points', 0, 1_000_000);
  return bias;
};

export const raiseCost = (pence: Rational, isCapital: boolean, bias: OptimismBias): Rational => {
  const raiseBp = isCapital ? bias.capitalBp : bias.revenueBp;
  assertWhole(raiseBp, 'Optimism bias in basis points', 0, 1_000_000);
  if (raiseBp === 0 || pence.n <= 0n) return pence;
  return { ...scale(pence, ALL_BP + BigInt(raiseBp)), d: pence.d * ALL_BP };
};
