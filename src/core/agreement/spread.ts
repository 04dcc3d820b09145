import { rowAt } from './rows.ts';
import type { Rows } from './rows.ts';

/**
 * The spread of the marks on one cell. The question: where are people furthest apart?
 *
 * In words: the highest mark less the lowest, on 0-100. Named by cell, never by person. It needs no theory and says
 * something from two marks up, so it is what a small panel should look at first.
 * Limits: the range grows with the number of marks, so the number is said with it.
 * Example: 20, 80 and 60 spread from 20 to 80, a range of 60 over three marks.
 */
export type Spread = {
  readonly cell: number;
  readonly lowest: number;
  readonly highest: number;
  readonly range: number;
  readonly marks: number;
};

/** The widest first, at most `most` of them; of cells as wide the one with more marks, then the earlier. */
export const widestSpreads = (cells: Rows, most: number): readonly Spread[] => {
  if (!Number.isSafeInteger(most) || most < 1)
    throw new RangeError(`${most} cells cannot be listed; it takes a whole number from 1.`);
  const widest: Spread[] = [];
  for (let cell = 0; cell < cells.length; cell += 1) {
    const values = rowAt(cells, cell);
    const range = rangeOf(values, cell);
    const last = widest[most - 1];
    if (range === 0 || (last && !isWider(range, values.length, last))) continue;
    const place = widest.findIndex((one) => isWider(range, values.length, one));
    widest.splice(place < 0 ? widest.length : place, 0, spreadOf(values, cell, range));
    if (widest.length > most) widest.pop();
  }
  return widest;
};

const isWider = (range: number, marks: number, than: Spread): boolean =>
  range === than.range ? marks > than.marks : range > than.range;

const spreadOf = (values: ArrayLike<number>, cell: number, range: number): Spread => {
  const sorted = Float64Array.from(values).sort();
  return { cell, lowest: sorted[0] ?? 0, highest: sorted.at(-1) ?? 0, range, marks: values.length };
};

/** Nought for a single value. Throws a RangeError that names the cell when a value is not a finite number. */
const rangeOf = (values: ArrayLike<number>, cell: number): number => {
  let [lowest, highest] = [Infinity, -Infinity];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? NaN;
    if (!Number.isFinite(value))
      throw new RangeError(`Cell ${cell} holds ${value}, which is not a finite number.`);
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return values.length < 2 ? 0 : highest - lowest;
};
