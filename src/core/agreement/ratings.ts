import { rowAt } from './rows.ts';
import type { Rows } from './rows.ts';

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
export const countRatings = (units: Rows): Ratings => {
  let [pairableValues, largest] = [0, 0];
  for (let unit = 0; unit < units.length; unit += 1) {
    const { length } = rowAt(units, unit);
    if (length > 1) pairableValues += length;
    if (length > largest) largest = length;
  }
  const { codeOf, values: different } = buildCoder();
  const kinds = buildKinds(largest);
  const kindOf: number[] = [];
  const row = new Int32Array(largest);
  for (let unit = 0; unit < units.length; unit += 1) {
    const values = rowAt(units, unit);
    const { length } = values;
    for (let index = 0; index < length; index += 1) {
      const value = values[index];
      if (value === undefined || !Number.isFinite(value))
        throw new RangeError(`Unit ${unit} holds ${String(value)}, which is not a finite number.`);
      if (length > 1) row[index] = codeOf(value);
    }
    if (length > 1) kindOf.push(kinds.add(row, length));
  }
  const categories = Float64Array.from(different).sort();
  const rankOf = new Int32Array(categories.length);
  categories.forEach((value, rank) => (rankOf[codeOf(value)] = rank));
  const counted = kinds.counted();
  const { codes } = counted;
  for (let entry = 0; entry < codes.length; entry += 1)
    codes[entry] = rankOf[codes[entry] as number] as number;
  return { categories, kindOf: new Int32Array(kindOf), ...counted, pairableValues };
};

type Coder = {
  readonly codeOf: (value: number) => number;
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
    const known = isDirect ? (direct[value] as number) : (others.get(value) ?? -1);
    if (known >= 0) return known;
    const code = values.push(value) - 1;
    if (isDirect) direct[value] = code;
    else others.set(value, code);
    return code;
  };
  return { codeOf, values };
};

type Kinds = {
  /** The kind of a unit whose values have these codes, a new one where it has not been met. */
  readonly add: (row: Int32Array, size: number) => number;
  readonly counted: () => Pick<Ratings, 'frequency' | 'sizes' | 'start' | 'codes' | 'times'>;
};

const buildKinds = (largest: number): Kinds => {
  let [codes, times] = [new Int32Array(64), new Int32Array(64)];
  let written = 0;
  const [frequency, sizes, start]: [number[], number[], number[]] = [[], [], [0]];
  const known = new Map<number, number>();
  /** Of the unit at hand: its different codes in order of appearance, and by code how many values have it. */
  const met: number[] = [];
  const count: number[] = [];
  const countCodes = (row: Int32Array, size: number): number => {
    let different = 0;
    for (let index = 0; index < size; index += 1) {
      const code = row[index] as number;
      while (count.length <= code) count.push(0);
      if (count[code] === 0) {
        met[different] = code;
        different += 1;
      }
      (count[code] as number) += 1;
    }
    return different;
  };
  const writeEntries = (different: number): void => {
    if (written + different > codes.length)
      [codes, times] = [lengthened(codes, different), lengthened(times, different)];
    for (let entry = 0; entry < different; entry += 1) {
      const code = met[entry] as number;
      codes[written] = code;
      times[written] = count[code] as number;
      written += 1;
    }
    start.push(written);
  };
  const add = (row: Int32Array, size: number): number => {
    const different = countCodes(row, size);
    const key = keyOf(met, count, different, largest + 1);
    const found = key === null ? undefined : known.get(key);
    const kind = found ?? sizes.push(size) - 1;
    frequency[kind] = (frequency[kind] ?? 0) + 1;
    if (found === undefined) {
      if (key !== null) known.set(key, kind);
      writeEntries(different);
    }
    for (let entry = 0; entry < different; entry += 1) count[met[entry] as number] = 0;
    return kind;
  };
  const counted = (): ReturnType<Kinds['counted']> => ({
    frequency: new Int32Array(frequency),
    sizes: new Int32Array(sizes),
    start: new Int32Array(start),
    codes: codes.subarray(0, written),
    times: times.subarray(0, written),
  });
  return { add, counted };
};

/** Twice as long, and by at least that much. */
const lengthened = (list: Int32Array, more: number) => {
  const longer = new Int32Array(2 * list.length + more);
  longer.set(list);
  return longer;
};

/** A unit with more different values than this is a kind of its own: it hardly ever comes again. */
const MOST_COMPARED = 8;
const DIGITS = 2 ** 10;
const digits = new Float64Array(MOST_COMPARED);

/** One whole number for these codes and counts whatever their order, or null where there is none that a double holds exactly. */
const keyOf = (
  met: readonly number[],
  count: readonly number[],
  different: number,
  above: number,
): number | null => {
  if (different > MOST_COMPARED) return null;
  for (let entry = 0; entry < different; entry += 1) {
    const code = met[entry] as number;
    const digit = code * above + (count[code] as number);
    let place = entry;
    for (; place > 0 && (digits[place - 1] as number) > digit; place -= 1)
      digits[place] = digits[place - 1] as number;
    digits[place] = digit;
  }
  // Every digit is at least 1 and below the base, so different entries have different keys.
  let key = 0;
  for (let place = 0; place < different; place += 1) key = key * DIGITS + (digits[place] as number);
  return (digits[different - 1] ?? 0) < DIGITS && key <= Number.MAX_SAFE_INTEGER ? key : null;
};
