import { createGenerator } from '../draws/generator.ts';
import type { Generator } from '../draws/generator.ts';
import { exactTail } from './kendall-exact.ts';
import { fourfoldSpread } from './kendall-w.ts';
import type { Concordance } from './kendall-w.ts';
import type { Midranks } from './midranks.ts';

/**
 * The p value of Kendall's W. The question: if the assessors' orders had nothing to do with each other, how often would
 * they still agree this well or better?
 *
 * Every assessor keeps his or her own places, ties included, in an order picked at random. Where the cases can be counted
 * they are (`exact`). Else a permutation test draws orders from a seeded generator: (1 + orders that agree as well) over
 * (1 + orders drawn), so it is never nought.
 *
 * Source: Kendall and Babington Smith (1939) for the exact distribution; Davison and Hinkley (1997), section 4.3, for the
 * 1 added above and below.
 * Limits: 10,000 orders, fewer where there is much to do (2 million places in all, but never fewer than 200).
 * Example: three assessors with one order of three options: 6 of the 216 triples of orders agree as well, so p = 0.0278.
 */
export type ConcordanceP = {
  readonly p: number;
  readonly method: 'exact' | 'permutation';
  /** Orders drawn; 0 when exact. */
  readonly permutations: number;
};

const PERMUTATIONS = 10_000;
const MOST_PLACES = 2_000_000;
const FEWEST_PERMUTATIONS = 200;
const STREAM = 0x6b656e64;
const TWO_32 = 2 ** 32;

/** Null where W is undefined. Throws a RangeError when the seed is not a whole number. */
export const kendallP = ({ w, ranks, rankSums }: Concordance, seed: number): ConcordanceP | null => {
  if (w.value === null) return null;
  const generator = createGenerator(seed, STREAM);
  const observed = fourfoldSpread(
    rankSums.map((sum) => 2 * sum),
    ranks.length,
  );
  const p = exactTail(ranks, observed);
  return p === null ? tailBy(generator, ranks, observed) : { p, method: 'exact', permutations: 0 };
};

export const permutationTail = (ranks: readonly Midranks[], observed: number, seed: number): ConcordanceP =>
  tailBy(createGenerator(seed, STREAM), ranks, observed);

const tailBy = ({ fill }: Generator, ranks: readonly Midranks[], observed: number): ConcordanceP => {
  const k = ranks.length;
  const m = ranks[0]?.doubled.length ?? 0;
  const affordable = Math.floor(MOST_PLACES / Math.max(1, k * m));
  const permutations = Math.min(PERMUTATIONS, Math.max(FEWEST_PERMUTATIONS, affordable));
  const [kept, ...shuffled] = ranks.map(({ doubled }) => Int32Array.from(doubled));
  const sums = new Int32Array(m);
  const words = new Uint32Array(m);
  let asGood = 0;
  for (let permutation = 0; permutation < permutations; permutation += 1) {
    sums.set(kept ?? []);
    for (const order of shuffled) {
      fill(words, m);
      for (let at = m - 1; at >= 0; at -= 1) {
        const other = Math.floor(((words[at] as number) * (at + 1)) / TWO_32);
        const picked = order[other] as number;
        order[other] = order[at] as number;
        order[at] = picked;
        (sums[at] as number) += picked;
      }
    }
    if (fourfoldSpread(sums, k) >= observed) asGood += 1;
  }
  return { p: (1 + asGood) / (1 + permutations), method: 'permutation', permutations };
};
