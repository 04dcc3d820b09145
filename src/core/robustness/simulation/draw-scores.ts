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

/**
 * Middle and step of each cell, one after the other. Half a word, read as signed, runs from -32768 to 32767: the middle
 * is half a step higher, so that the points drawn lie evenly round that of the bounds.
 */
export const partsOf = (low: Float64Array, high: Float64Array): Float64Array => {
  const parts = new Float64Array(2 * low.length);
  low.forEach((lowest, cell) => {
    const highest = high[cell] ?? lowest;
    const step = (highest - lowest) / 65536;
    parts[2 * cell] = (lowest + highest + step) / 2;
    parts[2 * cell + 1] = step;
  });
  return parts;
};

const between = (low: Float64Array, high: Float64Array, generator: Generator): ScoreSampler => {
  const parts = partsOf(low, high);
  const words = new Int32Array(Math.ceil(low.length / 2));
  return (values) => {
    generator.fill(words, words.length);
    for (let cell = 0; cell < values.length; cell += 1) {
      const word = words[cell >> 1] as number;
      const half = cell % 2 === 0 ? word >> 16 : (word << 16) >> 16;
      values[cell] = (parts[2 * cell] as number) + (parts[2 * cell + 1] as number) * half;
    }
  };
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
