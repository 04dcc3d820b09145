import { decimalOf } from '../../exact/decimal.ts';
import type { AhpSet, PersonJudgements } from '../weight-set.ts';
import { completeMatrix, findGaps } from './complete-matrix.ts';
import { consistencyOf } from './consistency.ts';
import type { Consistency } from './consistency.ts';
import { combineJudgements, combinePriorities } from './group.ts';
import { judgementsOf, judgementsOfMatrix } from './judgements.ts';
import type { Judgements } from './judgements.ts';
import { leastConsistent } from './least-consistent.ts';
import { principalEigenvector, rowGeometricMeans } from './priorities.ts';
import type { Matrix } from './priorities.ts';

/**
 * Weights from pairwise comparisons, whole. The question: what do these people's comparisons come to, how far does each
 * person agree with themselves, and which comparison is worth another look?
 *
 * Each person's gaps are filled first; then judgements (aij) or priorities (aip) are brought together.
 * Limits: with several people and aip there is no joint matrix, so only each person has a consistency.
 * The random indices come from complete matrices: with gaps filled at their best the ratio is on the low side.
 * Example: fit over price 3, from one person: 0.75 and 0.25, consistency ratio 0.
 */
export type NamedPair = { readonly a: string; readonly b: string };

export type PersonAhp = {
  readonly who: string | null;
  readonly weights: readonly number[];
  readonly consistency: Consistency;
  /** Comparisons that were not made, with the value that was filled in. */
  readonly filled: readonly (NamedPair & { readonly value: number })[];
  readonly leastConsistent: (NamedPair & { readonly given: number; readonly fits: number }) | null;
};

export type AhpWeights = {
  readonly weights: readonly number[];
  /** Of the matrix that the weights come from; null where priorities of several people were averaged. */
  readonly consistency: Consistency | null;
  readonly people: readonly PersonAhp[];
};

/** From a set that checkWeightSet found sound. */
export const weighAhp = (set: AhpSet, items: readonly string[]): AhpWeights => {
  const table = set.randomIndex ?? 'saaty-2005';
  const prioritiesOf = (matrix: Matrix): Pick<PersonAhp, 'weights' | 'consistency'> => {
    const { weights, lambdaMax } = principalEigenvector(matrix);
    return {
      weights: set.priorities === 'geometric-mean' ? rowGeometricMeans(matrix) : weights,
      consistency: consistencyOf(lambdaMax, items.length, table),
    };
  };
  const judged = set.judgements.map((person) => readJudgements(person, items));
  const matrices = judged.map(completeMatrix);
  const people = set.judgements.map(({ who }, index): PersonAhp => {
    const [judgements, matrix] = [judged[index] ?? [], matrices[index] ?? []];
    const found = prioritiesOf(matrix);
    return { who: who ?? null, ...found, ...lookAgain(judgements, matrix, found.weights, items) };
  });
  const [only, ...others] = people;
  if (only && others.length === 0) return { weights: only.weights, consistency: only.consistency, people };
  const shares = set.judgements.map(({ share }) => decimalOf(share ?? 1));
  if (set.combine === 'aip') {
    const priorities = people.map(({ weights }) => weights);
    return { weights: combinePriorities(priorities, shares), consistency: null, people };
  }
  return { ...prioritiesOf(combineJudgements(matrices, shares)), people };
};

export const readJudgements = (
  { comparisons, matrix }: PersonJudgements,
  items: readonly string[],
): Judgements => (matrix ? judgementsOfMatrix(matrix) : judgementsOf(items, comparisons ?? []));

const lookAgain = (
  judgements: Judgements,
  matrix: Matrix,
  weights: readonly number[],
  items: readonly string[],
): Pick<PersonAhp, 'filled' | 'leastConsistent'> => {
  const pair = (row: number, column: number): NamedPair => ({ a: items[row] ?? '', b: items[column] ?? '' });
  const worst = leastConsistent(judgements, weights);
  return {
    filled: findGaps(judgements).map(({ row, column }) => ({
      ...pair(row, column),
      value: matrix[row]?.[column] ?? Number.NaN,
    })),
    leastConsistent: worst && { ...pair(worst.row, worst.column), given: worst.given, fits: worst.fits },
  };
};
