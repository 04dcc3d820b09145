import type { MarksTable } from './marks-table.ts';
import type { WeightTree } from './weigh-tree.ts';

/**
 * How many frontline people marked a criterion, over all options: the number that decides whether their share
 * counts. Kept so that leaving out one person or one option is a subtraction, not another pass over the marks.
 */
export type FrontlineMarkers = {
  readonly count: (
    leaf: number,
    without?: { readonly assessor?: number; readonly option?: number },
  ) => number;
};

type ByAssessor = Map<number, { options: number; only: number }>;

export const buildFrontlineMarkers = (table: MarksTable, tree: WeightTree): FrontlineMarkers => {
  const leaves = tree.leaves.length;
  const byLeaf = tree.leaves.map((): ByAssessor => new Map());
  const { cellOf, assessorOf } = table.frontline;
  cellOf().forEach((cell, mark) => {
    const of = byLeaf[cell % leaves];
    const assessor = assessorOf[mark] ?? 0;
    const present = of?.get(assessor);
    of?.set(assessor, { options: (present?.options ?? 0) + 1, only: Math.floor(cell / leaves) });
  });
  const soleMarkers = byLeaf.map((of) => {
    const sole = new Map<number, number>();
    for (const { options, only } of of.values()) if (options === 1) sole.set(only, (sole.get(only) ?? 0) + 1);
    return sole;
  });
  return {
    count: (leaf, without = {}) => {
      const all = byLeaf[leaf]?.size ?? 0;
      const person = without.assessor !== undefined && byLeaf[leaf]?.has(without.assessor) ? 1 : 0;
      const sole = without.option === undefined ? 0 : (soleMarkers[leaf]?.get(without.option) ?? 0);
      return all - person - sole;
    },
  };
};
