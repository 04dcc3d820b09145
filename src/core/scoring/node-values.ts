import type { Rational } from '../exact/rational.ts';
import { add, fraction } from '../exact/rational.ts';
import type { Prepared } from './prepare-case.ts';
import type { Row } from './score-grid.ts';
import type { Member } from './weigh-tree.ts';

/** Sum of share x value over members, for one option. Null when a value is missing. */
export const weightedSum = (members: readonly Member[], row: Row): Rational | null => {
  let n = 0n;
  let d = 1n;
  for (const { leaf, share } of members) {
    const value = row[leaf]?.value;
    if (!value) return null;
    if (value.d === d) n += value.n * share;
    else ({ n, d } = add({ n, d }, { n: value.n * share, d: value.d }));
  }
  return { n, d };
};

/** Null when a value is missing, or when the members have no weight. */
export const weightedMean = (members: readonly Member[], row: Row): Rational | null => {
  const shares = members.reduce((total, { share }) => total + share, 0n);
  const total = shares > 0n ? weightedSum(members, row) : null;
  return total ? fraction(total.n, total.d * shares) : null;
};

/**
 * The value of every node of the weight tree for one option: a leaf's own, a group's weighted mean over its leaves.
 * Null for the price, which depends on other options, and where a cell is missing.
 */
export const nodeValuesOf = ({ tree }: Prepared, row: Row): readonly (Rational | null)[] =>
  tree.nodes.map((node) =>
    node.group ? weightedMean(node.members, row) : (row[node.members[0]?.leaf ?? -1]?.value ?? null),
  );
