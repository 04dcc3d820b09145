import type { Measured } from './measured.ts';
import { assertTable, measured, undefinedBecause } from './measured.ts';
import { rowAt } from './rows.ts';
import type { Rows } from './rows.ts';

/**
 * Intraclass correlations. The question: how much of the difference between marks is difference between the things
 * marked, rather than between the people who marked them?
 *
 * In words: split the squares of a complete table of n cells by k assessors into those between cells (MSB), between
 * assessors (MSJ) and what is left (MSE); MSW is the squares within cells. Then
 *
 *   ICC(1,1) = (MSB - MSW) / (MSB + (k - 1) MSW)                             each cell marked by other people
 *   ICC(2,1) = (MSB - MSE) / (MSB + (k - 1) MSE + k (MSJ - MSE) / n)         one assessor's mark, severity counts
 *   ICC(2,k) = (MSB - MSE) / (MSB + (MSJ - MSE) / n)                         the mean of all k, severity counts
 *   ICC(3,1) = (MSB - MSE) / (MSB + (k - 1) MSE)                             one assessor's mark, severity set aside
 *   ICC(1,k) = (MSB - MSW) / MSB,  ICC(3,k) = (MSB - MSE) / MSB
 *
 * ICC(2, ...) is the one for a panel, since a mark that is five points lower lowers a total. Where ICC(3,1) is well above
 * ICC(2,1), somebody marks harder than somebody else throughout.
 *
 * Source: Shrout and Fleiss (1979), Psychological Bulletin 86: 420-428.
 * Limits: complete tables only. It may be below nought: then the assessors differ more than the cells do. Undefined for
 * fewer than two cells or assessors, when all marks are equal, and where a denominator is nought or less.
 * Example: the table 1 2, 3 4, 5 6 has MSB 8, MSJ 1.5, MSE 0: ICC(2,1) = 8 / (8 + 2 x 1.5 / 3) = 0.8889, ICC(3,1) = 1.
 */
export type Intraclass = {
  readonly cells: number;
  readonly assessors: number;
  /** Null for fewer than two cells or assessors. */
  readonly squares: MeanSquares | null;
  readonly icc11: Measured;
  readonly icc1k: Measured;
  readonly icc21: Measured;
  readonly icc2k: Measured;
  readonly icc31: Measured;
  readonly icc3k: Measured;
};

export type MeanSquares = {
  readonly betweenCells: number;
  readonly withinCells: number;
  readonly betweenAssessors: number;
  readonly residual: number;
};

/** One row a cell, one column an assessor. Throws a RangeError for a ragged table or what is not a finite number. */
export const intraclass = (rows: Rows): Intraclass => {
  assertTable(rows, 'the intraclass correlation');
  const n = rows.length;
  const k = rows.at(0)?.length ?? 0;
  const whyNot = whyUndefined(rows, n, k);
  if (whyNot !== null) {
    const none = undefinedBecause(whyNot);
    return {
      cells: n,
      assessors: k,
      squares: null,
      icc11: none,
      icc1k: none,
      icc21: none,
      icc2k: none,
      icc31: none,
      icc3k: none,
    };
  }
  const squares = meanSquares(rows);
  const { betweenCells: msb, withinCells: msw, betweenAssessors: msj, residual: mse } = squares;
  const scale = msb + msw + msj;
  const ratio = (above: number, below: number): Measured =>
    below > scale * NEGLIGIBLE
      ? measured(above / below)
      : undefinedBecause(
          'The cells differ so little beside the assessors that the ratio has no denominator.',
        );
  return {
    cells: n,
    assessors: k,
    squares,
    icc11: ratio(msb - msw, msb + (k - 1) * msw),
    icc1k: ratio(msb - msw, msb),
    icc21: ratio(msb - mse, msb + (k - 1) * mse + (k * (msj - mse)) / n),
    icc2k: ratio(msb - mse, msb + (msj - mse) / n),
    icc31: ratio(msb - mse, msb + (k - 1) * mse),
    icc3k: ratio(msb - mse, msb),
  };
};

/** A denominator this small beside the squares is nought but for rounding. */
const NEGLIGIBLE = 1e-10;

const whyUndefined = (rows: Rows, n: number, k: number): string | null => {
  if (k < 2) return 'It takes two assessors to agree or differ.';
  if (n < 2) return 'There is one cell only, so cells cannot differ.';
  const first = rows.at(0)?.[0];
  for (let at = 0; at < n; at += 1) {
    const row = rowAt(rows, at);
    for (let column = 0; column < k; column += 1) if (row[column] !== first) return null;
  }
  return 'All marks are equal, so there is no difference to explain.';
};

const meanSquares = (rows: Rows): MeanSquares => {
  const n = rows.length;
  const k = rows.at(0)?.length ?? 0;
  const rowMeans = new Float64Array(n);
  const columnMeans = new Float64Array(k);
  for (let at = 0; at < n; at += 1) {
    const row = rowAt(rows, at);
    let sum = 0;
    for (let column = 0; column < k; column += 1) {
      const value = row[column] ?? 0;
      sum += value;
      columnMeans[column] = (columnMeans[column] ?? 0) + value / n;
    }
    rowMeans[at] = sum / k;
  }
  const mean = columnMeans.reduce((sum, one) => sum + one, 0) / k;
  let within = 0;
  let left = 0;
  for (let at = 0; at < n; at += 1) {
    const row = rowAt(rows, at);
    const rowMean = rowMeans[at] ?? 0;
    for (let column = 0; column < k; column += 1) {
      const apart = (row[column] ?? 0) - rowMean;
      const unexplained = apart - (columnMeans[column] ?? 0) + mean;
      within += apart * apart;
      left += unexplained * unexplained;
    }
  }
  const squaresAround = (means: Float64Array): number =>
    means.reduce((sum, one) => sum + (one - mean) * (one - mean), 0);
  return {
    betweenCells: (k * squaresAround(rowMeans)) / (n - 1),
    withinCells: within / (n * (k - 1)),
    betweenAssessors: (n * squaresAround(columnMeans)) / (k - 1),
    residual: left / ((n - 1) * (k - 1)),
  };
};
