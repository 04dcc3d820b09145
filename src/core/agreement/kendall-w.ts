import { chiSquareTail } from './chi-square.ts';
import type { Measured } from './measured.ts';
import { assertTable, measured, undefinedBecause } from './measured.ts';
import { midranks } from './midranks.ts';
import type { Midranks } from './midranks.ts';

/**
 * Kendall's coefficient of concordance, W. The question: do the assessors put the options in the same order?
 *
 * In words: give each assessor's options places (midranks where level) and add the places up for each option. W is how
 * far those sums spread, S, over how far they would spread if all orders were the same:
 *
 *   W = 12 S / (k^2 (m^3 - m) - k T), with k assessors, m options, T the sum of t^3 - t over groups of t level options
 *
 * 1 is one order, 0 is places that cancel out. The correction for ties matters: without it level places count as
 * disagreement. Friedman's chi-square is k (m - 1) W with m - 1 degrees of freedom; its tail is a fair approximation
 * from about eight options up, and poor below.
 *
 * Source: Kendall and Babington Smith (1939); the correction as in Siegel, Nonparametric Statistics.
 * Limits: orders only, so a steady difference in severity does not show. Undefined with fewer than two assessors or two
 * options, or when every assessor has all options level. A low W of options that are nearly level is no quarrel.
 * Example: two assessors with the orders 1 2 3 and 1 3 2: sums 2, 5, 5; S = 6; W = 72 / 96 = 0.75.
 */
export type Concordance = {
  readonly w: Measured;
  /** S of the formula. */
  readonly spread: number;
  /** T of the formula. */
  readonly ties: number;
  readonly rankSums: readonly number[];
  /** Null where W is. */
  readonly chiSquare: number | null;
  readonly degreesOfFreedom: number;
  readonly chiSquareP: number | null;
  /** By assessor. */
  readonly ranks: readonly Midranks[];
};

/** One row an assessor, one column an option: anything that can be put in order. */
export const kendallW = (rows: readonly ArrayLike<number>[]): Concordance => {
  assertTable(rows, "Kendall's W");
  const k = rows.length;
  const m = rows[0]?.length ?? 0;
  const ranks = rows.map(midranks);
  const doubledSums = sumRanks(ranks, m);
  const ties = ranks.reduce((sum, one) => sum + one.ties, 0);
  const spread = fourfoldSpread(doubledSums, k) / 4;
  const w = concordance(k, m, spread, ties);
  const chiSquare = w.value === null ? null : k * (m - 1) * w.value;
  return {
    w,
    spread,
    ties,
    rankSums: doubledSums.map((sum) => sum / 2),
    chiSquare,
    degreesOfFreedom: Math.max(0, m - 1),
    chiSquareP: chiSquare === null ? null : chiSquareTail(chiSquare, m - 1),
    ranks,
  };
};

const concordance = (k: number, m: number, spread: number, ties: number): Measured => {
  if (k < 2) return undefinedBecause('An order can be compared only between two assessors or more.');
  if (m < 2) return undefinedBecause('There is an order only of two options or more.');
  const most = k * k * (m * m * m - m) - k * ties;
  return most === 0
    ? undefinedBecause('Every assessor has all options level, so there is no order to compare.')
    : measured((12 * spread) / most);
};

const sumRanks = (ranks: readonly Midranks[], m: number): readonly number[] =>
  Array.from({ length: m }, (_unused, option) =>
    ranks.reduce((sum, { doubled }) => sum + (doubled[option] ?? 0), 0),
  );

/** Four times S, from doubled rank sums: a whole number. */
export const fourfoldSpread = (doubledSums: ArrayLike<number>, k: number): number => {
  const middle = k * (doubledSums.length + 1);
  let squares = 0;
  for (let option = 0; option < doubledSums.length; option += 1) {
    const apart = (doubledSums[option] ?? 0) - middle;
    squares += apart * apart;
  }
  return squares;
};
