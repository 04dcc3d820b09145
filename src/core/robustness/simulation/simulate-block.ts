import { createGenerator } from '../../draws/generator.ts';
import { createScoreSampler } from './draw-scores.ts';
import { createWeightSampler } from './draw-weights.ts';
import type { SimulationPlan } from './plan.ts';
import type { Tally } from './tally.ts';
import { createCounter, createTally } from './tally.ts';

/**
 * A simulation is cut into blocks of this many draws. Each block has generator streams of its own, so blocks can be
 * drawn by anyone, in any order, on any thread, and are merged by number: the same bits for any number of workers.
 */
export const DRAWS_A_BLOCK = 2048;

/** Streams of one block: weights and scores apart, so that the weights drawn do not depend on how scores are drawn. */
const STREAMS_A_BLOCK = 4;
const WEIGHT_STREAM = 0;
const SCORE_STREAM = 1;
const CONFIDENCE_STREAM = 2;

export const countBlocks = (draws: number): number => Math.ceil(draws / DRAWS_A_BLOCK);

const drawsOf = (draws: number, block: number): number =>
  Math.min(DRAWS_A_BLOCK, draws - block * DRAWS_A_BLOCK);

/** Draws one block of weights and scores and counts who comes where. */
export const simulateBlock = (plan: SimulationPlan, block: number): Tally => {
  const { seed, options, leaves } = plan;
  const stream = (which: number) => createGenerator(seed, block * STREAMS_A_BLOCK + which);
  const drawWeights = createWeightSampler(plan.weights, leaves, stream(WEIGHT_STREAM));
  const drawScores = createScoreSampler(plan.scores, leaves, stream(SCORE_STREAM));
  const tally = createTally(options, leaves);
  const { count, finish } = createCounter(tally);
  const weights = new Float64Array(leaves);
  const values = new Float64Array(options * leaves);
  const totals = new Float64Array(options);
  const fixed = plan.scores.kind === 'none';
  if (fixed) drawScores(values);
  for (let left = drawsOf(plan.draws, block); left > 0; left -= 1) {
    drawWeights(weights);
    if (!fixed) drawScores(values);
    writeTotals(totals, values, weights);
    count(totals, weights);
  }
  finish();
  return tally;
};

/**
 * Confidence factors of one block: by option, the draws of scores in which it was first under its own central weights
 * (level options share), for those options that have some.
 */
export const confidenceBlock = (
  plan: SimulationPlan,
  central: Float64Array,
  has: readonly boolean[],
  draws: number,
  block: number,
): Float64Array => {
  const { options, leaves } = plan;
  const generator = createGenerator(plan.seed, block * STREAMS_A_BLOCK + CONFIDENCE_STREAM);
  const drawScores = createScoreSampler(plan.scores, leaves, generator);
  const values = new Float64Array(options * leaves);
  const totals = new Float64Array(options);
  const first = new Float64Array(options);
  for (let left = drawsOf(draws, block); left > 0; left -= 1) {
    drawScores(values);
    for (let option = 0; option < options; option += 1) {
      if (!has[option]) continue;
      writeTotals(totals, values, central.subarray(option * leaves, (option + 1) * leaves));
      first[option] = (first[option] ?? 0) + shareOfFirst(totals, option);
    }
  }
  return first;
};

/** 1 when the option is first alone, a half when it shares the first place with one other, and so on; else 0. */
export const shareOfFirst = (totals: Float64Array, option: number): number => {
  const mine = totals[option] ?? 0;
  let level = 0;
  for (const total of totals) {
    if (total > mine) return 0;
    if (total === mine) level += 1;
  }
  return 1 / level;
};

/**
 * Total = sum over leaves of weight x value. Four options at a time, because a processor adds four sums as fast as one;
 * each option's sum is the same as if it were alone.
 */
export const writeTotals = (totals: Float64Array, values: Float64Array, weights: Float64Array): void => {
  const leaves = weights.length;
  const options = totals.length;
  let option = 0;
  for (; option + 3 < options; option += 4) {
    const first = option * leaves;
    const [second, third, fourth] = [first + leaves, first + 2 * leaves, first + 3 * leaves];
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let leaf = 0; leaf < leaves; leaf += 1) {
      const weight = weights[leaf] as number;
      a += weight * (values[first + leaf] as number);
      b += weight * (values[second + leaf] as number);
      c += weight * (values[third + leaf] as number);
      d += weight * (values[fourth + leaf] as number);
    }
    totals[option] = a;
    totals[option + 1] = b;
    totals[option + 2] = c;
    totals[option + 3] = d;
  }
  for (; option < options; option += 1) {
    let sum = 0;
    for (let leaf = 0; leaf < leaves; leaf += 1)
      sum += (weights[leaf] as number) * (values[option * leaves + leaf] as number);
    totals[option] = sum;
  }
};
