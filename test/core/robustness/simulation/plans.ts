import type {
  ScoreUncertainty,
  SimulationPlan,
  WeightUncertainty,
} from '../../../../src/core/robustness/simulation/plan.ts';
import type { SimulationOutcome } from '../../../../src/core/robustness/simulation/simulate.ts';
import { centralWeights } from '../../../../src/core/robustness/simulation/central-weights.ts';

export const flat = (rows: readonly (readonly number[])[]): Float64Array => Float64Array.from(rows.flat());

export const planOf = (
  rows: readonly (readonly number[])[],
  more: { draws?: number; seed?: number; weights?: WeightUncertainty; scores?: ScoreUncertainty } = {},
): SimulationPlan => ({
  seed: more.seed ?? 1,
  draws: more.draws ?? 100_000,
  options: rows.length,
  leaves: rows[0]?.length ?? 0,
  weights: more.weights ?? { kind: 'any' },
  scores: more.scores ?? { kind: 'none', values: flat(rows) },
});

const rowsOf = (numbers: Float64Array, width: number, by: number): number[][] =>
  Array.from({ length: numbers.length / width }, (_, row) =>
    Array.from(numbers.subarray(row * width, (row + 1) * width), (value) => value / by),
  );

/** Shares in place of counts, as the worked examples give them. */
export const sharesOf = ({ tally, confidence }: SimulationOutcome) => {
  const { has, weights } = centralWeights(tally);
  return {
    rank_acceptability: rowsOf(tally.rankMass, tally.options, tally.draws),
    pairwise_winning: rowsOf(tally.wins, tally.options, tally.draws),
    central_weights: rowsOf(weights, tally.leaves, 1).map((row, option) => (has[option] ? row : null)),
    confidence_factors: confidence.shares,
  };
};
