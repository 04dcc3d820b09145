import type { Generator } from '../../draws/generator.ts';
import { logarithm } from '../../draws/logarithm.ts';
import { panelScores } from './panel-scores.ts';
import type { ScoreSampler, ScoreUncertainty } from './plan.ts';

/**
 * Draws scores. The question: how firm are the values themselves?
 *
 * A value between bounds is drawn from 65,536 evenly spaced points, two of them to a word: the sum of many such values
 * cannot be told from a finer draw, and it takes half the time. A normal value is drawn by the polar method of Marsaglia
 * and Bray (1964), with this project's own logarithm.
 */
export const createScoreSampler = (
  uncertainty: ScoreUncertainty,
  leaves: number,
  generator: Generator,
): ScoreSampler => {
  switch (uncertainty.kind) {
    case 'none':
      return (values) => {
        values.set(uncertainty.values);
      };
    case 'intervals':
      return between(uncertainty.low, uncertainty.high, generator);
    case 'normal':
      return normal(uncertainty.mean, uncertainty.deviation, generator);
    case 'panel':
      return panelScores(uncertainty, leaves, generator);
  }
};

const between = (low: Float64Array, high: Float64Array, generator: Generator): ScoreSampler => {
  // One cell more where their number is odd, so that every word serves two.
  const pairs = Math.ceil(low.length / 2);
  const words = new Int32Array(pairs);
  const step = new Float64Array(2 * pairs);
  const middle = new Float64Array(2 * pairs);
  low.forEach((lowest, cell) => {
    const width = ((high[cell] ?? lowest) - lowest) / 65536;
    step[cell] = width;
    // Half a word, read as signed, runs from -32768 to 32767: half a step more is evenly round the middle.
    middle[cell] = (lowest + (high[cell] ?? lowest) + width) / 2;
  });
  return (values) => {
    generator.fill(words, pairs);
    spread(values, middle, step, words);
  };
};

/** A typed array leaves out what is written beyond its end, so an odd last cell needs no case of its own. */
const spread = (values: Float64Array, middle: Float64Array, step: Float64Array, words: Int32Array): void => {
  for (let pair = 0, cell = 0; pair < words.length; pair += 1, cell += 2) {
    const word = words[pair] as number;
    values[cell] = (middle[cell] as number) + (step[cell] as number) * (word >> 16);
    values[cell + 1] = (middle[cell + 1] as number) + (step[cell + 1] as number) * ((word << 16) >> 16);
  }
};

const normal = (mean: Float64Array, deviation: Float64Array, generator: Generator): ScoreSampler => {
  const drawNormal = createNormal(generator);
  return (values) => {
    for (let cell = 0; cell < mean.length; cell += 1)
      values[cell] = (mean[cell] ?? 0) + (deviation[cell] ?? 0) * drawNormal();
  };
};

/** Standard normal numbers, made in pairs: a point in the unit circle, stretched. */
const createNormal = (generator: Generator): (() => number) => {
  const coordinate = (): number => (generator.word() + 0.5) / 2 ** 31 - 1;
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    let [x, y, square] = [0, 0, 0];
    do {
      x = coordinate();
      y = coordinate();
      square = x * x + y * y;
    } while (square >= 1);
    const stretch = Math.sqrt((-2 * logarithm(square)) / square);
    spare = y * stretch;
    return x * stretch;
  };
};
