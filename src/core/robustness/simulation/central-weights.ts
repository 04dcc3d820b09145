import type { SimulationPlan } from './plan.ts';
import { shareOfFirst } from './simulate-block.ts';
import type { Tally } from './tally.ts';
import { writeTotals } from './write-totals.ts';

/** By option: the share of draws in which it was first under its central weights; null for an option never first. */
export type Confidence = { readonly shares: readonly (number | null)[]; readonly draws: number };

/**
 * Central weights. The question: what would somebody have to think important for this option to come first?
 * In words: the mean of the weights of all draws in which it was first; none for an option that never was.
 * Source: Lahdelma and Salminen 2001. Limits: it rests on as many draws as the option was first in, so it is not firm
 * below some 400 of them.
 * Example: of 1, 0 and 0, 1 under any weights each is first on its own half, where the mean weights are 0.75 and 0.25.
 */
export const centralWeights = ({
  options,
  leaves,
  rankMass,
  firstWeights,
}: Tally): { readonly has: readonly boolean[]; readonly weights: Float64Array } => {
  const firstOf = (option: number): number => rankMass[option * options] ?? 0;
  return {
    has: Array.from({ length: options }, (_, option) => firstOf(option) > 0),
    weights: firstWeights.map((sum, index) => {
      const times = firstOf(Math.floor(index / leaves));
      return times > 0 ? sum / times : 0;
    }),
  };
};

/** Multiplications that confidence factors may take; beyond it they are drawn less often, and the result says how often. */
const MOST_WORK = 1_000_000_000;
const LEAST_DRAWS = 1000;

export type ConfidenceJob = {
  readonly kind: 'confidence';
  readonly plan: SimulationPlan;
  readonly central: Float64Array;
  readonly has: readonly boolean[];
  readonly draws: number;
};

/**
 * Confidence factors. The question: under the weights that favour it, would uncertain scores let this option down?
 * With fixed scores there is nothing to draw: it is first there, or level, or it is not.
 */
export const confidencePlan = (
  plan: SimulationPlan,
  central: Float64Array,
  has: readonly boolean[],
): { readonly job: ConfidenceJob | null; readonly finish: (first: Float64Array) => Confidence } => {
  if (plan.scores.kind === 'none') {
    const { values } = plan.scores;
    const totals = new Float64Array(plan.options);
    const shares = has.map((some, option) => {
      if (!some) return null;
      writeTotals(totals, values, central.subarray(option * plan.leaves, (option + 1) * plan.leaves));
      return shareOfFirst(totals, option);
    });
    return { job: null, finish: () => ({ shares, draws: plan.draws }) };
  }
  const oneDraw = plan.options * plan.leaves * has.filter(Boolean).length;
  const draws = Math.min(plan.draws, Math.max(LEAST_DRAWS, Math.floor(MOST_WORK / oneDraw)));
  return {
    job: { kind: 'confidence', plan, central, has, draws },
    finish: (first) => ({
      shares: has.map((some, option) => (some ? (first[option] ?? 0) / draws : null)),
      draws,
    }),
  };
};
