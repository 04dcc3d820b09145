import { createGenerator } from '../../draws/generator.ts';
import type { Generator } from '../../draws/generator.ts';
import { createScoreSampler } from './draw-scores.ts';
import { createTotalsSampler, LANES } from './draw-totals.ts';
import { createWeightSampler } from './draw-weights.ts';
import type { SimulationPlan } from './plan.ts';
import type { Tally } from './tally.ts';
import { createCounter, createTally } from './tally.ts';
import { writeTotals } from './write-totals.ts';

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
const TYPICAL_STREAM = 3;

export const countBlocks = (draws: number): number => Math.ceil(draws / DRAWS_A_BLOCK);

const drawsOf = (draws: number, block: number): number =>
  Math.min(DRAWS_A_BLOCK, draws - block * DRAWS_A_BLOCK);

/** Draws one block of weights and scores and counts who comes where. */
export const simulateBlock = (plan: SimulationPlan, block: number): Tally => {
  const { seed, options, leaves } = plan;
  const stream = (which: number) => createGenerator(seed, block * STREAMS_A_BLOCK + which);
  const lanes = createLanes(plan, stream(WEIGHT_STREAM), stream(SCORE_STREAM));
  const tally = createTally(options, leaves);
  const { count, finish } = createCounter(tally, typicalTotals(plan, stream(TYPICAL_STREAM)));
  const weights = new Float64Array(leaves);
  const totals = new Float64Array(options);
  const draws = drawsOf(plan.draws, block);
  for (let draw = 0; draw < draws; draw += LANES) {
    lanes.draw();
    for (let lane = 0; lane < LANES && draw + lane < draws; lane += 1) {
      for (let option = 0; option < options; option += 1)
        totals[option] = lanes.totals[option * LANES + lane] as number;
      for (let leaf = 0; leaf < leaves; leaf += 1)
        weights[leaf] = lanes.weights[leaf * LANES + lane] as number;
      count(totals, weights);
    }
  }
  finish();
  return tally;
};

/** LANES draws at a time: `draw` fills `weights` (leaf x LANES + lane) and `totals` (option x LANES + lane). */
const createLanes = (
  { options, leaves, ...plan }: SimulationPlan,
  forWeights: Generator,
  forScores: Generator,
) => {
  const drawWeights = createWeightSampler(plan.weights, leaves, forWeights);
  const drawTotals = createTotalsSampler(plan.scores, leaves, forScores);
  const one = new Float64Array(leaves);
  const weights = new Float64Array(leaves * LANES);
  const totals = new Float64Array(options * LANES);
  const draw = (): void => {
    for (let lane = 0; lane < LANES; lane += 1) {
      drawWeights(one);
      for (let leaf = 0; leaf < leaves; leaf += 1) weights[leaf * LANES + lane] = one[leaf] as number;
    }
    drawTotals(totals, weights);
  };
  return { weights, totals, draw };
};

/** A few draws of their own, added up: only an order to start sorting from. */
const TYPICAL_ROUNDS = 4;

const typicalTotals = (plan: SimulationPlan, generator: Generator): Float64Array => {
  const lanes = createLanes(plan, generator, generator);
  const typical = new Float64Array(plan.options);
  for (let round = 0; round < TYPICAL_ROUNDS; round += 1) {
    lanes.draw();
    lanes.totals.forEach((total, at) => {
      const option = Math.floor(at / LANES);
      typical[option] = (typical[option] ?? 0) + total;
    });
  }
  return typical;
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
