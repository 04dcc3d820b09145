import { fraction, multiply, sum, whole, ZERO } from '../../../src/core/exact/rational.ts';
import type { Rational } from '../../../src/core/exact/rational.ts';
import type { Contender, WeightedNode } from '../../../src/core/robustness/contender.ts';

export type Group = { readonly id: string; readonly leaves: readonly number[] };

export const weightsOf = (percent: readonly number[]): readonly Rational[] =>
  percent.map((each) => fraction(BigInt(each), 100n));

/** Contenders o0, o1, ... on leaves c0, c1, ..., with groups after the leaves. Weights in whole per cent. */
export const makeContenders = (
  scores: readonly (readonly number[])[],
  percent: readonly number[],
  groups: readonly Group[] = [],
): { readonly contenders: readonly Contender[]; readonly nodes: readonly WeightedNode[] } => {
  const weights = weightsOf(percent);
  const weightOf = (leaf: number): Rational => weights[leaf] ?? ZERO;
  const contenders = scores.map((row, index): Contender => {
    const leafValues = row.map(whole);
    const product = (leaf: number): Rational => multiply(weightOf(leaf), leafValues[leaf] ?? ZERO);
    const groupValues = groups.map(({ leaves }) => {
      const weight = sum(leaves.map(weightOf));
      const total = sum(leaves.map(product));
      return fraction(total.n * weight.d, total.d * weight.n);
    });
    return {
      id: `o${index}`,
      total: sum(row.map((_score, leaf) => product(leaf))),
      leafValues,
      nodeValues: [...leafValues, ...groupValues],
    };
  });
  const nodes = [
    ...weights.map((weight, leaf) => ({ id: `c${leaf}`, weight })),
    ...groups.map(({ id, leaves }) => ({ id, weight: sum(leaves.map(weightOf)) })),
  ];
  return { contenders, nodes };
};
