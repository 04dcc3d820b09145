/**
 * Random indices. The question: how inconsistent are judgements that nobody thought about, so that real ones can be
 * measured against them?
 *
 * Each number is the mean consistency index of many random matrices of that size. The tables differ because their
 * authors drew different samples, and near a ratio of 0.10 the table alone can decide, so it is always named:
 *
 *   saaty-1980    Saaty 1980, The Analytic Hierarchy Process; up to 9
 *   saaty-2005    Saaty 2005, Theory and Applications of the Analytic Network Process, p. 31; up to 15
 *   donegan-dodd  Donegan and Dodd 1991, Mathematical and Computer Modelling 15(10):135-137; up to 20
 *
 * Limits: beyond a table there is no ratio; nothing is extended by guess.
 */
export type RandomIndexTable = 'saaty-1980' | 'saaty-2005' | 'donegan-dodd';

/** From three criteria up. */
const TABLES: Readonly<Record<RandomIndexTable, readonly number[]>> = {
  'saaty-1980': [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45],
  'saaty-2005': [0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
  'donegan-dodd': [
    ...[0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213],
    ...[1.4497, 1.4643, 1.4822, 1.4969, 1.5078, 1.5153, 1.5262, 1.5313, 1.5371],
  ],
};

const FIRST = 3;

export const largestSize = (table: RandomIndexTable): number => TABLES[table].length + FIRST - 1;

/** Null where the table has no number for this many criteria. */
export const randomIndex = (table: RandomIndexTable, size: number): number | null =>
  TABLES[table][size - FIRST] ?? null;
