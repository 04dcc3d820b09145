/**
 * Values by unit, counted. The question: in which unit was which value given, and how often?
 *
 * A unit is one thing that several people valued (here one option under one criterion). Only units with two values or
 * more are kept: a single value cannot be compared with anything, so it says nothing about agreement (Krippendorff
 * calls the others pairable). Every different value is a category; a unit is a short list of categories with counts,
 * so that what is worked out from it costs a step for each different value rather than for each pair of people.
 *
 * Example: the units 1 1 2, 3 3 and 4: two pairable units, five pairable values, categories 1, 2 and 3.
 */
export type Ratings = {
  /** The different values, rising. */
  readonly categories: Float64Array;
  /** Unit u has the entries from start[u] up to, not including, start[u + 1]. */
  readonly start: Int32Array;
  /** By entry: which category, and how many people gave it. */
  readonly codes: Int32Array;
  readonly times: Int32Array;
  /** By unit: how many values. */
  readonly sizes: Int32Array;
  readonly pairableValues: number;
};

/** Throws a RangeError that names the unit when a value is not a finite number. */
export const countRatings = (units: readonly (readonly number[])[]): Ratings => {
  const kept = units.filter((values, unit) => {
    if (values.length === 1) assertFinite(values[0], unit);
    return values.length > 1;
  });
  const pairableValues = kept.reduce((sum, values) => sum + values.length, 0);
  const found = new Map<number, number>();
  const raw = new Int32Array(pairableValues);
  let next = 0;
  units.forEach((values, unit) => {
    if (values.length < 2) return;
    for (const value of values) {
      let code = found.get(value);
      if (code === undefined) {
        assertFinite(value, unit);
        code = found.size;
        found.set(value, code);
      }
      raw[next] = code;
      next += 1;
    }
  });
  const categories = Float64Array.from(found.keys()).sort();
  const rankOf = new Int32Array(found.size);
  categories.forEach((value, rank) => (rankOf[found.get(value) ?? 0] = rank));
  return { categories, ...countEntries(kept, raw, rankOf), pairableValues };
};

const assertFinite = (value: number | undefined, unit: number): void => {
  if (!Number.isFinite(value))
    throw new RangeError(`Unit ${unit} holds ${String(value)}, which is not a finite number.`);
};

const countEntries = (
  kept: readonly (readonly number[])[],
  raw: Int32Array,
  rankOf: Int32Array,
): Pick<Ratings, 'start' | 'codes' | 'times' | 'sizes'> => {
  const start = new Int32Array(kept.length + 1);
  const [codes, times] = [new Int32Array(raw.length), new Int32Array(raw.length)];
  const entryOf = new Int32Array(rankOf.length).fill(-1);
  let [entries, read] = [0, 0];
  kept.forEach((values, unit) => {
    const first = entries;
    for (let index = 0; index < values.length; index += 1) {
      const code = rankOf[raw[read] ?? 0] ?? 0;
      read += 1;
      let entry = entryOf[code] ?? -1;
      if (entry < first) {
        entry = entries;
        entries += 1;
        entryOf[code] = entry;
        codes[entry] = code;
      }
      times[entry] = (times[entry] ?? 0) + 1;
    }
    start[unit + 1] = entries;
  });
  return {
    start,
    codes: codes.slice(0, entries),
    times: times.slice(0, entries),
    sizes: Int32Array.from(kept, (values) => values.length),
  };
};
