import type { Rational } from '../exact/rational.ts';
import { compare } from '../exact/rational.ts';

/**
 * Who beats whom on cost and quality at once? The question: is there an option that costs no more, is no worse, and is
 * better in one of the two?
 *
 * In words: for each option, every other with cost at or below its own and quality at or above, one of them strictly.
 * Those alike in both do not beat each other. The ones that nobody beats are the Pareto front.
 * Limits: no weights; an option may be beaten and still be first by the published method.
 * Example (office location, Goodwin and Wright): 12000 for 52.3 is beaten by 10000 for 60.2 alone.
 */
export type CostedQuality = { readonly id: string; readonly cost: Rational; readonly quality: Rational };

/** By option id, the ids that beat it, in the order given. */
export const dominatedBy = (
  options: readonly CostedQuality[],
): Readonly<Record<string, readonly string[]>> => {
  const costs = placesOf(options.map(({ cost }) => cost));
  const qualities = placesOf(options.map(({ quality }) => quality));
  const at = (places: readonly number[], index: number): number => places[index] ?? 0;
  const beats = (one: number, other: number): boolean => {
    const dearer = at(costs, one) - at(costs, other);
    const better = at(qualities, one) - at(qualities, other);
    return dearer <= 0 && better >= 0 && dearer !== better;
  };
  return Object.fromEntries(
    options.map(({ id }, index) => [
      id,
      options.filter((_other, place) => beats(place, index)).map((other) => other.id),
    ]),
  );
};

/** Each value's place among the different values, lowest first: exact comparisons once, small numbers after. */
const placesOf = (values: readonly Rational[]): readonly number[] => {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => compare(a.value, b.value));
  const places = new Array<number>(values.length).fill(0);
  let place = 0;
  order.forEach(({ value, index }, position) => {
    const before = order[position - 1];
    if (before && compare(before.value, value) !== 0) place += 1;
    places[index] = place;
  });
  return places;
};
