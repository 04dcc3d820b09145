import { createGenerator } from '../draws/generator.ts';
import { buildAlphaMeter } from './alpha.ts';
import type { Metric } from './alpha.ts';
import type { Ratings } from './ratings.ts';

/**
 * A 95% range for alpha, by bootstrap. The question: had other cells of the same kind been marked by these people, how
 * different might alpha have come out?
 *
 * In words: draw as many units as there are, with replacement, from those that can be compared; work alpha out on
 * them; do it 10,000 times. The range runs from the value that 2.5% of the resamples lie below to the one that 2.5% lie
 * above. A resample on which alpha is undefined (all values equal) is discarded and counted. Only whole units are
 * drawn, so the gaps of a unit and the people who valued it stay together.
 *
 * Source: Efron (1979) for the bootstrap; units as in Hayes and Krippendorff (2007), with the expected difference worked
 * out anew in each resample.
 * Limits: fewer resamples where there is much to do (at most 20 million units drawn and 20 million values
 * counted, but never fewer than 200). The people are held: it says nothing about another panel. Units that share an
 * option or a criterion are taken as independent. With few units the range is rough; with one there is none. No unit is
 * more likely than another by more than one part in 2^32 / units.
 * Example: twenty units on which two people agree and none on which they differ: every resample gives 1, so 1 to 1.
 */
export type AlphaRange = {
  /** Null when there are fewer than two units, or no resample on which alpha is defined. */
  readonly range95: readonly [lowest: number, highest: number] | null;
  readonly resamples: number;
  readonly discarded: number;
};

const RESAMPLES = 10_000;
const MOST_DRAWN_UNITS = 20_000_000;
/** Beyond it a range is so narrow, and takes so long, that it is not drawn. */
export const MOST_RANGED_UNITS = 5000;
const MOST_COUNTED = 20_000_000;
const FEWEST_RESAMPLES = 200;
/** The generator's stream, so that no other simulation draws the same numbers. */
const STREAM = 0x616c7068;
const TWO_32 = 2 ** 32;

export const resamplesFor = ({ kindOf, codes }: Ratings, wanted = RESAMPLES): number => {
  if (!Number.isSafeInteger(wanted) || wanted < 1)
    throw new RangeError(`${wanted} resamples cannot be drawn; it takes a whole number from 1.`);
  const units = Math.max(1, kindOf.length);
  const affordable = Math.floor(Math.min(MOST_DRAWN_UNITS / units, MOST_COUNTED / Math.max(1, codes.length)));
  return Math.min(RESAMPLES, wanted, Math.max(FEWEST_RESAMPLES, affordable));
};

/** One range for each measure, from the same resamples: 10,000, or fewer where fewer are wanted. Throws a RangeError when the seed is not a whole number. */
export const alphaRanges = (
  ratings: Ratings,
  metrics: readonly Metric[],
  seed: number,
  wanted = RESAMPLES,
): readonly AlphaRange[] => {
  const { fill } = createGenerator(seed, STREAM);
  const units = ratings.kindOf.length;
  if (units < 2 || units > MOST_RANGED_UNITS)
    return metrics.map(() => ({ range95: null, resamples: 0, discarded: 0 }));
  const resamples = resamplesFor(ratings, wanted);
  const alphasOf = buildAlphaMeter(ratings, metrics);
  const found = metrics.map((): number[] => []);
  const drawn = new Int32Array(ratings.frequency.length);
  const words = new Uint32Array(units);
  for (let resample = 0; resample < resamples; resample += 1) {
    fill(words, units);
    drawKinds(ratings.kindOf, words, drawn);
    alphasOf(drawn).forEach(({ value }, index) => {
      if (value !== null) found[index]?.push(value);
    });
  }
  return found.map((values) => ({
    range95: middle95(values),
    resamples,
    discarded: resamples - values.length,
  }));
};

/** One unit for each word, counted by its kind. */
const drawKinds = (kindOf: Int32Array, words: Uint32Array, drawn: Int32Array): void => {
  const units = kindOf.length;
  drawn.fill(0);
  for (let draw = 0; draw < units; draw += 1) {
    const kind = kindOf[Math.floor(((words[draw] ?? 0) * units) / TWO_32)] ?? 0;
    drawn[kind] = (drawn[kind] ?? 0) + 1;
  }
};

/** The values that 2.5% lie below and above, by counting from either end. */
const middle95 = (values: readonly number[]): readonly [number, number] | null => {
  const sorted = Float64Array.from(values).sort();
  const outside = Math.floor(sorted.length / 40);
  const [lowest, highest] = [sorted[outside], sorted[sorted.length - 1 - outside]];
  return lowest === undefined || highest === undefined ? null : [lowest, highest];
};
