import type { Generator } from '../../draws/generator.ts';
import type { WeightSampler } from './plan.ts';

/**
 * Weights between bounds. The question: which weights are possible when each is only known to lie between two?
 *
 * Uniform over all weights that sum to 1 and keep their bounds, by a walk: pick two leaves, look how much weight can
 * pass between them without breaking a bound, and pass an amount drawn evenly from that stretch (Gibbs sampling, a
 * hit-and-run whose directions are pairs: Tervonen et al. 2012). The walk starts at the point that is the same fraction of
 * the way between all bounds, is run in for 50 passes over the leaves, and takes 4 passes between two draws.
 *
 * Limits: neighbouring draws are not fully independent, so the sampling error is a little above that of the other
 * kinds; bounds that meet leave nothing to draw. Example: bounds 0.2-0.4, 0.2-0.4 and 0.3-0.5 have the mean 0.3, 0.3, 0.4.
 */
export const intervalWeights = (
  low: Float64Array,
  high: Float64Array,
  generator: Generator,
): WeightSampler => {
  const point = middlePoint(low, high);
  const leaves = point.length;
  const pass = (): void => {
    for (let step = 0; step < leaves; step += 1) {
      const from = generator.below(leaves);
      const to = (from + 1 + generator.below(leaves - 1)) % leaves;
      const [a, b] = [point[from] ?? 0, point[to] ?? 0];
      const least = Math.max((low[from] ?? 0) - a, b - (high[to] ?? 0));
      const most = Math.min((high[from] ?? 0) - a, b - (low[to] ?? 0));
      const moved = least + (Math.max(0, most - least) * (generator.word() + 0.5)) / 2 ** 32;
      point[from] = a + moved;
      point[to] = b - moved;
    }
  };
  const passes = (count: number): void => {
    for (let done = 0; done < count && leaves > 1; done += 1) pass();
  };
  passes(50);
  return (weights) => {
    passes(4);
    weights.set(point);
  };
};

const middlePoint = (low: Float64Array, high: Float64Array): Float64Array => {
  const sumOf = (numbers: Float64Array): number => numbers.reduce((total, value) => total + value, 0);
  const room = sumOf(high) - sumOf(low);
  const fraction = room > 0 ? (1 - sumOf(low)) / room : 0;
  return low.map((lowest, leaf) => lowest + fraction * ((high[leaf] ?? lowest) - lowest));
};
