/**
 * What a second opinion is asked about: options by criteria, in doubles, with the direction in which each criterion is
 * good. A benefit is better the more there is of it, a cost the less.
 */
export type Direction = 'benefit' | 'cost';

export type PerformanceTable = {
  /** By option, then criterion. */
  readonly rows: readonly (readonly number[])[];
  /** By criterion, at or above 0, not all 0; only their proportions count. */
  readonly weights: readonly number[];
  readonly directions: readonly Direction[];
};

/** Refuses a table that no method could read, by name; gives the weights as shares of 1. */
export const sharesOf = ({ rows, weights, directions }: PerformanceTable): readonly number[] => {
  if (rows.length === 0 || weights.length === 0) {
    throw new RangeError('A second opinion needs at least one option and one criterion.');
  }
  if (directions.length !== weights.length || rows.some((row) => row.length !== weights.length)) {
    throw new RangeError('Each criterion needs one weight, one direction and one figure for each option.');
  }
  if (rows.some((row) => row.some((figure) => !Number.isFinite(figure)))) {
    throw new RangeError('A figure in the table is not a number.');
  }
  if (weights.some((weight) => !Number.isFinite(weight) || weight < 0)) {
    throw new RangeError('A weight must be a number at or above 0.');
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) throw new RangeError('The weights are all 0; at least one must be above 0.');
  return weights.map((weight) => weight / total);
};
