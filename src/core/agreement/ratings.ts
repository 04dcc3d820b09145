/**
 * Values by unit, counted. The question: in which unit was which value given, and how often?
 *
 * A unit is one thing that several people valued (here one option under one criterion). Only units with two values or
 * more are kept: a single value cannot be compared with anything, so it says nothing about agreement (Krippendorff
 * calls the others pairable). Every different value is a category. Units with the same values in any order are of one
 * kind, and a kind is a short list of categories with counts; so what is worked out from it costs a step for each
 * different value of each kind rather than for each pair of people on each unit.
 *
 * Example: the units 1 1 2, 3 3, 2 1 1 and 4: three pairable units of two kinds, eight pairable values in 1, 2 and 3.
 */
export type Ratings = {
  /** The different values, rising. */
  readonly categories: Float64Array;
  /** By pairable unit. */
  readonly kindOf: Int32Array;
  /** By kind: how many units are of it, and how many values each has. */
  readonly frequency: Int32Array;
  readonly sizes: Int32Array;
  /** Kind k has the entries from start[k] up to, not including, start[k + 1]. */
  readonly start: Int32Array;
  /** By entry: which category, and how many people gave it. */
  readonly codes: Int32Array;
  readonly times: Int32Array;
  readonly pairableValues: number;
};

/** Throws a RangeError that names the unit when a value is not a finite number. */
export const countRatings = (units: readonly ArrayLike<number>[]): Ratings => {
  const pairableValues = units.reduce((sum, { length }) => sum + (length > 1 ? length : 0), 0);
  const largest = units.reduce((most, { length }) => Math.max(most, length), 0);
  const codesOfValues = buildCoder();
  const kinds = buildKinds(largest);
  const kindOf: number[] = [];
  const row = new Int32Array(largest);
  const { direct } = codesOfValues;
  for (let unit = 0; unit < units.length; unit += 1) {
    const values = units[unit] ?? [];
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      if (value === undefined || !Number.isFinite(value))
        throw new RangeError(`Unit ${unit} holds ${String(value)}, which is not a finite number.`);
      const code = direct[value] ?? -1;
      row[index] = code < 0 && values.length > 1 ? codesOfValues.codeOf(value) : code;
    }
    if (values.length > 1) kindOf.push(kinds.add(row, values.length));
  }
  const categories = Float64Array.from(codesOfValues.values).sort();
  const rankOf = new Int32Array(categories.length);
  categories.forEach((value, rank) => (rankOf[codesOfValues.codeOf(value)] = rank));
  const { codes, ...counted } = kinds.counted();
  return {
    categories,
    kindOf: Int32Array.from(kindOf),
    ...counted,
    codes: codes.map((code) => rankOf[code] ?? 0),
    pairableValues,
  };
};

type Coder = {
  readonly codeOf: (value: number) => number;
  /** By whole value: its code where it has one, else -1. */
  readonly direct: Int32Array;
  readonly values: readonly number[];
};

/** Whole values up to this are looked up in an array, others in a map. */
const MOST_DIRECT = 10_000;

/** A code for each different value, in order of appearance. */
const buildCoder = (): Coder => {
  const values: number[] = [];
  const direct = new Int32Array(MOST_DIRECT + 1).fill(-1);
  const others = new Map<number, number>();
  const codeOf = (value: number): number => {
    const isDirect = value >= 0 && value <= MOST_DIRECT && Math.floor(value) === value;
    const known = isDirect ? (direct[value] ?? -1) : (others.get(value) ?? -1);
    if (known >= 0) return known;
    const code = values.push(value) - 1;
    if (isDirect) direct[value] = code;
    else others.set(value, code);
    return code;
  };
  return { codeOf, direct, values };
};

type Kinds = {
  /** The kind of a unit whose values have these codes, a new one where it has not been met. */
  readonly add: (row: Int32Array, size: number) => number;
  readonly counted: () => Pick<Ratings, 'frequency' | 'sizes' | 'start' | 'codes' | 'times'>;
};

/** A unit with more different values than this is a kind of its own: it hardly ever comes again. */
const MOST_COMPARED = 8;

const buildKinds = (largest: number): Kinds => {
  const [codes, times]: [number[], number[]] = [[], []];
  const [frequency, sizes, start]: [number[], number[], number[]] = [[], [], [0]];
  const known = new Map<number, number>();
  const entryOf: number[] = [];
  let written = 0;
  /** Writes the unit's entries after the last, the codes rising where there are few. Returns where they end. */
  const writeEntries = (row: Int32Array, size: number): number => {
    let to = written;
    for (let index = 0; index < size; index += 1) {
      const code = row[index] ?? 0;
      const entry = entryOf[code] ?? -1;
      if (entry >= written && entry < to && codes[entry] === code) times[entry] = (times[entry] ?? 0) + 1;
      else {
        entryOf[code] = to;
        codes[to] = code;
        times[to] = 1;
        to += 1;
      }
    }
    return to;
  };
  const add = (row: Int32Array, size: number): number => {
    const to = writeEntries(row, size);
    const key = keyOf(codes, times, written, to, largest + 1);
    const kind = key === null ? undefined : known.get(key);
    if (kind !== undefined) {
      frequency[kind] = (frequency[kind] ?? 0) + 1;
      return kind;
    }
    if (key !== null) known.set(key, sizes.length);
    frequency.push(1);
    start.push(to);
    written = to;
    return sizes.push(size) - 1;
  };
  const counted = (): ReturnType<Kinds['counted']> => ({
    frequency: Int32Array.from(frequency),
    sizes: Int32Array.from(sizes),
    start: Int32Array.from(start),
    codes: Int32Array.from(codes.slice(0, written)),
    times: Int32Array.from(times.slice(0, written)),
  });
  return { add, counted };
};

/** One whole number for these entries whatever their order, or null where there is none that a double holds exactly. */
const keyOf = (
  codes: readonly number[],
  times: readonly number[],
  from: number,
  to: number,
  above: number,
): number | null => {
  if (to - from > MOST_COMPARED) return null;
  const digits: number[] = [];
  for (let entry = from; entry < to; entry += 1)
    digits.push((codes[entry] ?? 0) * above + (times[entry] ?? 0));
  digits.sort((a, b) => a - b);
  // Every digit is at least 1 and below the base, so different entries have different keys.
  let key = 0;
  for (const digit of digits) key = key * DIGITS + digit;
  return (digits.at(-1) ?? 0) < DIGITS && key <= Number.MAX_SAFE_INTEGER ? key : null;
};

const DIGITS = 2 ** 10;
