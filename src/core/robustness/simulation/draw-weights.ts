import { exponential } from '../../draws/exponential.ts';
import type { Generator } from '../../draws/generator.ts';
import { intervalWeights } from './interval-weights.ts';
import type { WeightSampler, WeightUncertainty } from './plan.ts';

const TWO_32 = 2 ** 32;

/**
 * Draws weights. The question: if the stated weights are not the only fair ones, which others are?
 *
 *   any     n independent exponentials over their sum are uniform over all weights that sum to 1
 *   order   the same, sorted; the largest go to the first tier, in a random order inside it
 *   near    each stated weight times U(0.75, 1.25), over their sum. It is a cloud round the stated weights, not uniform
 * Sources: Tervonen and Lahdelma 2007; Barron and Barrett 1996 (the mean of sorted uniform weights is the rank-order
 * centroid, which the spec checks).
 * Limits: no kind of plausible is the right one, so a share is only ever said with the kind it rests on.
 * Example: two stated weights of a half stay between 0.375 and 0.625 when near; in a strict order their means are 0.75
 * and 0.25.
 */
export const createWeightSampler = (
  uncertainty: WeightUncertainty,
  leaves: number,
  generator: Generator,
): WeightSampler => {
  const words = new Uint32Array(leaves);
  switch (uncertainty.kind) {
    case 'stated': {
      const held = uncertainty.stated.slice();
      toSumOne(held);
      return (weights) => {
        weights.set(held);
      };
    }
    case 'near':
      return (weights) => {
        generator.fill(words, leaves);
        for (let leaf = 0; leaf < leaves; leaf += 1) {
          const factor = 0.75 + ((words[leaf] ?? 0) + 0.5) / (2 * TWO_32);
          weights[leaf] = (uncertainty.stated[leaf] ?? 0) * factor;
        }
        toSumOne(weights);
      };
    case 'any':
      return (weights) => {
        drawAny(weights, words, generator);
      };
    case 'order':
      return orderedWeights(uncertainty.tiers, words, generator);
    case 'intervals':
      return intervalWeights(uncertainty.low, uncertainty.high, generator);
  }
};

const drawAny = (weights: Float64Array, words: Uint32Array, generator: Generator): void => {
  const { length } = words;
  generator.fill(words, length);
  for (let leaf = 0; leaf < length; leaf += 1) weights[leaf] = exponential(words[leaf] as number);
  toSumOne(weights);
};

const orderedWeights = (
  tiers: readonly Int32Array[],
  words: Uint32Array,
  generator: Generator,
): WeightSampler => {
  const sorted = new Float64Array(words.length);
  const leafAt = Int32Array.from(tiers.flatMap((tier) => [...tier]));
  return (weights) => {
    drawAny(sorted, words, generator);
    sorted.sort();
    sorted.reverse();
    let place = 0;
    for (const tier of tiers) {
      shuffle(leafAt, place, tier.length, generator);
      place += tier.length;
    }
    for (let at = 0; at < leafAt.length; at += 1) weights[leafAt[at] ?? 0] = sorted[at] ?? 0;
  };
};

/** Every order of `count` places from `from` on is as likely (Fisher and Yates). */
const shuffle = (places: Int32Array, from: number, count: number, generator: Generator): void => {
  for (let left = count; left > 1; left -= 1) {
    const [a, b] = [from + left - 1, from + generator.below(left)];
    [places[a], places[b]] = [places[b] ?? 0, places[a] ?? 0];
  }
};

const toSumOne = (weights: Float64Array): void => {
  let sum = 0;
  for (let leaf = 0; leaf < weights.length; leaf += 1) sum += weights[leaf] ?? 0;
  for (let leaf = 0; leaf < weights.length; leaf += 1) weights[leaf] = (weights[leaf] ?? 0) / sum;
};
