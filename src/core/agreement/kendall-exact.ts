import { fourfoldSpread } from './kendall-w.ts';
import type { Midranks } from './midranks.ts';

/**
 * The exact tail of Kendall's W by counting. The question: of all the ways to order every assessor's places, in what
 * share are the rank sums spread at least as far as they are?
 *
 * Assessor by assessor, keep each set of rank sums that can come about and its probability, then add the next assessor's
 * places in every different order. The next order is as likely whichever option is whose, so sums that differ only in
 * which option has them are one set: they are kept sorted, and there are few of them.
 *
 * Limits: null when that would take more than 200,000 steps: it reaches some 50 assessors with three options, 14 with
 * four, 5 with five, 3 with six and 2 with eight.
 * Example: two assessors, three options, places 1 2 3 each: the six orders spread the sums by 8, 6, 6, 2, 2 and 0.
 */
const MOST_STEPS = 200_000;
const MOST_OPTIONS = 9;

export const exactTail = (ranks: readonly Midranks[], observed: number): number | null => {
  const m = ranks[0]?.doubled.length ?? 0;
  const base = 2 * m * ranks.length + 1;
  if (m > MOST_OPTIONS || base ** m > Number.MAX_SAFE_INTEGER) return null;
  let states = new Map([[encode([...(ranks[0]?.doubled ?? [])], base), 1]]);
  let steps = 0;
  for (let assessor = 1; assessor < ranks.length; assessor += 1) {
    const places = ranks[assessor]?.doubled ?? [];
    steps += states.size * countArrangements(places);
    if (steps > MOST_STEPS) return null;
    const arrangements = listArrangements(places);
    if (assessor === ranks.length - 1) return shareAsSpread(states, arrangements, base, observed);
    states = addAssessor(states, arrangements, base);
  }
  return null;
};

type States = Map<number, number>;

const addAssessor = (states: States, arrangements: readonly (readonly number[])[], base: number): States => {
  const next: States = new Map();
  const share = 1 / arrangements.length;
  for (const [key, probability] of states) {
    const sums = decode(key, arrangements[0]?.length ?? 0, base);
    for (const places of arrangements) {
      const sum = encode(
        places.map((place, at) => place + (sums[at] ?? 0)),
        base,
      );
      next.set(sum, (next.get(sum) ?? 0) + probability * share);
    }
  }
  return next;
};

const shareAsSpread = (
  states: States,
  arrangements: readonly (readonly number[])[],
  base: number,
  observed: number,
): number => {
  const m = arrangements[0]?.length ?? 0;
  const sums = new Float64Array(m);
  // Doubled sums of k assessors have the mean k (m + 1), whatever the orders.
  const k = (base - 1) / (2 * m);
  let tail = 0;
  for (const [key, probability] of states) {
    const before = decode(key, m, base);
    let asSpread = 0;
    for (const places of arrangements) {
      for (let at = 0; at < m; at += 1) sums[at] = (before[at] ?? 0) + (places[at] ?? 0);
      if (fourfoldSpread(sums, k) >= observed) asSpread += 1;
    }
    tail += (probability * asSpread) / arrangements.length;
  }
  return Math.min(1, tail);
};

/** Sums in rising order as the digits of one whole number. */
const encode = (sums: number[], base: number): number => {
  sums.sort((a, b) => a - b);
  return sums.reduce((key, sum) => key * base + sum, 0);
};

const decode = (key: number, m: number, base: number): readonly number[] => {
  const sums = new Array<number>(m).fill(0);
  for (let at = m - 1, rest = key; at >= 0; at -= 1, rest = Math.floor(rest / base)) sums[at] = rest % base;
  return sums;
};

/** m! over the product of t! for each group of t level places. */
const countArrangements = (places: readonly number[]): number => {
  const seen = new Map<number, number>();
  return places.reduce((count, place, at) => {
    const level = (seen.get(place) ?? 0) + 1;
    seen.set(place, level);
    return (count * (at + 1)) / level;
  }, 1);
};

/** Every different order of these places. */
const listArrangements = (places: readonly number[]): readonly (readonly number[])[] => {
  if (places.length <= 1) return [places];
  return [...new Set(places)].flatMap((first) => {
    const rest = [...places];
    rest.splice(rest.indexOf(first), 1);
    return listArrangements(rest).map((order) => [first, ...order]);
  });
};
