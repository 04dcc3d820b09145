import { logOfRatio, ratioOfLog } from './ratio-log.ts';

/**
 * Priorities from pairwise judgements. The question: which weights stand behind all these comparisons together?
 *
 *   eigenvector     the weights w for which "every row of the matrix times w" is a multiple of w again; found by power
 *                   iteration: start from equal weights, multiply, divide by the sum, repeat until nothing moves
 *   geometric mean  each row's geometric mean (the n-th root of the product of its n entries), over the sum of them
 *
 * Both give the same where the judgements agree with each other, and for any three criteria or fewer.
 * lambda max, the multiple, is the number of criteria when the judgements agree and larger when they do not.
 * Sources: Saaty 1980 (eigenvector); Crawford and Williams 1985 (geometric mean).
 * Limits: doubles, with + - * / alone; roots from whole-number logarithms. The matrix is complete and positive.
 * Example: 3 times as much, 6 times and 2 times give 2/3, 1/9 and 2/9 by either way, and lambda max is 3.
 */
export type Matrix = readonly (readonly number[])[];

export type Principal = { readonly weights: readonly number[]; readonly lambdaMax: number };

const assertPositive = (matrix: Matrix): void => {
  const n = matrix.length;
  const isSquare = n > 0 && matrix.every((row) => row.length === n);
  if (!isSquare || matrix.some((row) => row.some((entry) => !(entry > 0 && Number.isFinite(entry))))) {
    throw new RangeError('A comparison matrix is a square of numbers above 0.');
  }
};

const MOST_STEPS = 20_000;
const STILL = 1e-15;

export const principalEigenvector = (
  matrix: Matrix,
  start: readonly number[] = matrix.map(() => 1 / matrix.length),
): Principal => {
  assertPositive(matrix);
  let weights = start;
  let lambdaMax = matrix.length;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const product = matrix.map((row) =>
      row.reduce((total, entry, index) => total + entry * (weights[index] ?? 0), 0),
    );
    const total = product.reduce((sum, one) => sum + one, 0);
    const next = product.map((one) => one / total);
    const moved = next.reduce(
      (most, one, index) => Math.max(most, Math.abs(one / (weights[index] ?? 0) - 1)),
      0,
    );
    weights = next;
    lambdaMax = total;
    if (moved <= STILL) break;
  }
  return { weights, lambdaMax };
};

export const rowGeometricMeans = (matrix: Matrix): readonly number[] => {
  assertPositive(matrix);
  const logs = matrix.map(
    (row) => row.reduce((total, entry) => total + logOfRatio(entry), 0n) / BigInt(row.length),
  );
  const largest = logs.reduce((most, log) => (log > most ? log : most), logs[0] ?? 0n);
  const means = logs.map((log) => ratioOfLog(log - largest));
  const total = means.reduce((sum, mean) => sum + mean, 0);
  return means.map((mean) => mean / total);
};
