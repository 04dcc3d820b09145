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
    const spread = spreadOf(rowAt(cells, cell), cell);
    const last = widest[most - 1];
    if (spread.range === 0 || (last && !isWider(spread, last))) continue;
    const place = widest.findIndex((one) => isWider(spread, one));
    widest.splice(place < 0 ? widest.length : place, 0, spread);
    if (widest.length > most) widest.pop();
  }
  return widest;
};

const isWider = (a: Spread, b: Spread): boolean =>
  a.range === b.range ? a.marks > b.marks : a.range > b.range;

/** Throws a RangeError that names the cell when a value is not a finite number. */
const spreadOf = (values: ArrayLike<number>, cell: number): Spread => {
  let [lowest, highest] = [Infinity, -Infinity];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? NaN;
    if (!Number.isFinite(value))
      throw new RangeError(`Cell ${cell} holds ${value}, which is not a finite number.`);
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const range = values.length < 2 ? 0 : highest - lowest;
  return { cell, lowest, highest, range, marks: values.length };
};
