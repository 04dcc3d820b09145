import type { Generator } from '../../draws/generator.ts';
import { createScoreSampler, partsOf } from './draw-scores.ts';
import type { ScoreUncertainty } from './plan.ts';
import { writeTotals } from './write-totals.ts';

/** Draws are made this many at a time, so that what is known of a score is fetched once for all of them. */
export const LANES = 4;

/**
 * Draws scores LANES times and writes the options' totals under as many sets of weights. `weights` has leaf x LANES +
 * lane, `totals` option x LANES + lane.
 */
export type TotalsSampler = (totals: Float64Array, weights: Float64Array) => void;

/** Total = sum over leaves of weight x value. */
export const createTotalsSampler = (
  scores: ScoreUncertainty,
  leaves: number,
  generator: Generator,
): TotalsSampler => {
  switch (scores.kind) {
    case 'none':
      return (totals, weights) => {
        addFixed(totals, weights, scores.values);
      };
    case 'intervals':
      return betweenBounds(scores.low, scores.high, generator);
    case 'normal':
    case 'panel':
      return oneByOne(createScoreSampler(scores, leaves, generator));
  }
};

const oneByOne = (drawScores: ReturnType<typeof createScoreSampler>): TotalsSampler => {
  let [own, values, out] = [new Float64Array(0), new Float64Array(0), new Float64Array(0)];
  return (totals, weights) => {
    const [leaves, options] = [weights.length / LANES, totals.length / LANES];
    if (own.length !== leaves) {
      own = new Float64Array(leaves);
      values = new Float64Array(leaves * options);
      out = new Float64Array(options);
    }
    for (let lane = 0; lane < LANES; lane += 1) {
      for (let leaf = 0; leaf < leaves; leaf += 1) own[leaf] = weights[leaf * LANES + lane] ?? 0;
      drawScores(values);
      writeTotals(out, values, own);
      for (let option = 0; option < options; option += 1) totals[option * LANES + lane] = out[option] ?? 0;
    }
  };
};

const addFixed = (totals: Float64Array, weights: Float64Array, values: Float64Array): void => {
  const [options, width] = [totals.length / LANES, weights.length];
  let cell = 0;
  for (let option = 0; option < options; option += 1) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let at = 0; at < width; at += LANES, cell += 1) {
      const value = values[cell] as number;
      a += (weights[at] as number) * value;
      b += (weights[at + 1] as number) * value;
      c += (weights[at + 2] as number) * value;
      d += (weights[at + 3] as number) * value;
    }
    totals[option * LANES] = a;
    totals[option * LANES + 1] = b;
    totals[option * LANES + 2] = c;
    totals[option * LANES + 3] = d;
  }
};

/** Values between bounds, two to a word (see draw-scores.ts), never laid out: they go straight into the totals. */
const betweenBounds = (low: Float64Array, high: Float64Array, generator: Generator): TotalsSampler => {
  const parts = partsOf(low, high);
  const words = new Int32Array(parts.length);
  return (totals, weights) => {
    generator.fill(words, words.length);
    addBetween(totals, weights, parts, words);
  };
};

const addBetween = (
  totals: Float64Array,
  weights: Float64Array,
  parts: Float64Array,
  words: Int32Array,
): void => {
  const [options, width] = [totals.length / LANES, weights.length];
  let part = 0;
  for (let option = 0; option < options; option += 1) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let at = 0; at < width; at += LANES, part += 2) {
      const middle = parts[part] as number;
      const step = parts[part + 1] as number;
      const first = words[part] as number;
      const second = words[part + 1] as number;
      a += (weights[at] as number) * (middle + step * (first >> 16));
      b += (weights[at + 1] as number) * (middle + step * ((first << 16) >> 16));
      c += (weights[at + 2] as number) * (middle + step * (second >> 16));
      d += (weights[at + 3] as number) * (middle + step * ((second << 16) >> 16));
    }
    totals[option * LANES] = a;
    totals[option * LANES + 1] = b;
    totals[option * LANES + 2] = c;
    totals[option * LANES + 3] = d;
  }
};
