import { toDouble } from '../../exact/rational.ts';
import type { Judgements } from './judgements.ts';
import { principalEigenvector } from './priorities.ts';
import type { Matrix } from './priorities.ts';

/**
 * Comparisons that were not made. The question: which value would contradict the judgements that were made least?
 *
 * Every gap is filled so that lambda max, the measure of contradiction, is as small as it can be. Let w be the right and
 * v the left eigenvector. Lambda max falls fastest towards x = square root of (w_i v_j) / (w_j v_i), and at the smallest
 * lambda max every gap equals that number. Each round moves all gaps to it, or half as far on a ratio scale, or a
 * quarter, until lambda max does not rise. Lambda max is a convex function of the gaps on a ratio scale, so the place
 * where nothing moves any more is the only minimum there is.
 *
 * Limits: the comparisons made must link all criteria, directly or through others; otherwise any ratio between the
 * unlinked parts would do, and the parts are named instead.
 * Source: Bozoki, Fulop and Ronyai 2010, Mathematical and Computer Modelling 52:318-333.
 * Example: a-b 1, a-c 5, a-d 2, b-c 3, b-d 4 leave c-d open; 0.730297 fits best, with lambda max 4.092367.
 */
export type Gap = { readonly row: number; readonly column: number };

/** The gaps above the diagonal. */
export const findGaps = (judgements: Judgements): readonly Gap[] =>
  judgements.flatMap((row, i) =>
    row.flatMap((entry, j) => (j > i && entry === null ? [{ row: i, column: j }] : [])),
  );

/** The criteria in groups that comparisons link, each in rising order; one group when all are linked. */
export const linkedGroups = (judgements: Judgements): readonly (readonly number[])[] => {
  const groupOf = new Array<number>(judgements.length).fill(-1);
  const groups: number[][] = [];
  judgements.forEach((_row, start) => {
    if (groupOf[start] !== -1) return;
    const group = [start];
    groupOf[start] = groups.length;
    for (const member of group) {
      judgements[member]?.forEach((entry, other) => {
        if (entry === null || groupOf[other] !== -1) return;
        groupOf[other] = groups.length;
        group.push(other);
      });
    }
    groups.push(group.sort((a, b) => a - b));
  });
  return groups;
};

const MOST_ROUNDS = 5000;
const STILL = 1e-13;
const FEWEST_HALVINGS = 30;

export const completeMatrix = (judgements: Judgements): Matrix => {
  if (linkedGroups(judgements).length > 1) {
    throw new RangeError('The comparisons do not link all criteria, so the gaps cannot be filled.');
  }
  const gaps = findGaps(judgements);
  let matrix = startMatrix(judgements, gaps);
  if (gaps.length === 0) return matrix;
  let { weights, lambdaMax } = principalEigenvector(matrix);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const left = principalEigenvector(transposed(matrix)).weights;
    let steps = gaps.map(({ row, column }) => {
      const best = (at(weights, row) * at(left, column)) / (at(weights, column) * at(left, row));
      return Math.sqrt(best) / at(matrix[row], column);
    });
    if (steps.every((step) => Math.abs(step - 1) <= STILL)) break;
    for (let halving = 0; halving < FEWEST_HALVINGS; halving += 1) {
      const values = gaps.map(({ row, column }, index) => at(matrix[row], column) * at(steps, index));
      const next = withGaps(matrix, gaps, values);
      const found = principalEigenvector(next, weights);
      if (found.lambdaMax <= lambdaMax * (1 + 1e-15) || halving === FEWEST_HALVINGS - 1) {
        matrix = next;
        ({ weights, lambdaMax } = found);
        break;
      }
      steps = steps.map((step) => Math.sqrt(step));
    }
  }
  return matrix;
};

const at = (row: readonly number[] | undefined, index: number): number => row?.[index] ?? Number.NaN;

const transposed = (matrix: Matrix): Matrix => matrix.map((_row, i) => matrix.map((row) => at(row, i)));

const withGaps = (matrix: Matrix, gaps: readonly Gap[], values: readonly number[]): Matrix => {
  const next = matrix.map((row) => [...row]);
  gaps.forEach(({ row, column }, index) => {
    const value = at(values, index);
    const [across, down] = [next[row], next[column]];
    if (across) across[column] = value;
    if (down) down[row] = 1 / value;
  });
  return next;
};

/** Gaps start at the ratio that the shortest chain of comparisons implies; where none contradicts, that is the answer. */
const startMatrix = (judgements: Judgements, gaps: readonly Gap[]): Matrix => {
  const given = judgements.map((row) => row.map((entry) => (entry ? toDouble(entry) : 1)));
  const worth = new Array<number>(judgements.length).fill(0);
  worth[0] = 1;
  const reached = [0];
  for (const from of reached) {
    judgements[from]?.forEach((entry, to) => {
      if (entry === null || worth[to] !== 0) return;
      worth[to] = at(worth, from) / at(given[from], to);
      reached.push(to);
    });
  }
  return withGaps(
    given,
    gaps,
    gaps.map(({ row, column }) => at(worth, row) / at(worth, column)),
  );
};
