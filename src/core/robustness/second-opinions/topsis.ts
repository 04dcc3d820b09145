import { sharesOf } from './performance-table.ts';
import type { Direction, PerformanceTable } from './performance-table.ts';

/**
 * TOPSIS. The question: how near is each option to an imagined best one, and how far from an imagined worst one?
 *
 * In words: bring every criterion to one measure, multiply by its weight; the best (worst) option takes the best (worst)
 * figure of each criterion. Closeness = distance to the worst / (distance to the worst + distance to the best), with
 * straight-line distances: 1 is the best itself, 0 the worst.
 *
 *   vector   figure / square root of the sum of squares of the column (Hwang and Yoon 1981, the classic)
 *   min-max  (figure - worst) / (best - worst) of the column
 *
 * Never an award rule: the measure, the best and the worst come from the options themselves, so an option that joins or
 * leaves can change the order of the others; and the two measures can disagree (the example), so it is always named.
 * Limits: a column in which all are alike tells nothing and counts for nothing. Closeness is null for all where no
 * column tells anything. Example: risk 1, 2, 5 (a cost) and height 3000, 3750, 4500 (a benefit) at equal weights: vector
 * gives 0.762, 0.722, 0.238 and min-max 0.5, 0.617, 0.5. Source: Opricovic and Tzeng 2004, EJOR 156:445-455.
 */
export type TopsisMeasure = 'vector' | 'min-max';

export const topsisCloseness = (
  table: PerformanceTable,
  measure: TopsisMeasure,
): readonly (number | null)[] => {
  const shares = sharesOf(table);
  const columns = shares.map((share, criterion) => {
    const column = table.rows.map((row) => row[criterion] ?? Number.NaN);
    const direction = table.directions[criterion] ?? 'benefit';
    const measured = measure === 'vector' ? byLength(column) : byRange(column, direction);
    return goodness(measured, measure === 'vector' ? direction : 'benefit').map((figure) => figure * share);
  });
  const distances = (ends: readonly number[]): readonly number[] =>
    table.rows.map((_row, option) =>
      Math.sqrt(
        columns.reduce((sum, column, criterion) => {
          const difference = (column[option] ?? Number.NaN) - (ends[criterion] ?? Number.NaN);
          return sum + difference * difference;
        }, 0),
      ),
    );
  const toBest = distances(columns.map(highest));
  const toWorst = distances(columns.map(lowest));
  return toWorst.map((away, option) => {
    const both = away + (toBest[option] ?? Number.NaN);
    return both === 0 ? null : away / both;
  });
};

const highest = (column: readonly number[]): number =>
  column.reduce((most, figure) => Math.max(most, figure), -Infinity);
const lowest = (column: readonly number[]): number =>
  column.reduce((least, figure) => Math.min(least, figure), Infinity);

const byLength = (column: readonly number[]): readonly number[] => {
  const largest = column.reduce((most, figure) => Math.max(most, Math.abs(figure)), 0);
  if (largest === 0) return column.map(() => 0);
  const scaled = column.map((figure) => figure / largest);
  const length = Math.sqrt(scaled.reduce((sum, figure) => sum + figure * figure, 0));
  return scaled.map((figure) => figure / length);
};

const byRange = (column: readonly number[], direction: Direction): readonly number[] => {
  const [least, most] = [lowest(column), highest(column)];
  if (least === most) return column.map(() => 0);
  return column.map((figure) => (direction === 'benefit' ? figure - least : most - figure) / (most - least));
};

/** Turned so that more is better, whichever way the criterion runs. */
const goodness = (column: readonly number[], direction: Direction): readonly number[] =>
  direction === 'benefit' ? column : column.map((figure) => -figure);
