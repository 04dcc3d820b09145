import type { Case } from '../../../src/core/scoring/case.ts';

/** Totals in doubles by nested loops, and all of it again for every option, criterion and assessor left out. */
export const plainEvaluation = (
  given: Case,
): { readonly winner: string; readonly others: readonly string[] } => {
  const [options, criteria] = [given.options.map(({ id }) => id), given.rubric.criteria];
  const table = new Map<string, Map<string, { assessor: string; score: number }[]>>();
  for (const { option, criterion, assessor, score } of given.marks) {
    const row = table.get(option) ?? new Map<string, { assessor: string; score: number }[]>();
    const cell = row.get(criterion) ?? [];
    cell.push({ assessor, score });
    row.set(criterion, cell);
    table.set(option, row);
  }
  const costs = new Map(
    given.options.map(({ id, costs }) => [id, (costs ?? []).reduce((sum, { pence }) => sum + pence, 0)]),
  );
  const first = (without: { option?: string; criterion?: string; assessor?: string }): string => {
    const present = options.filter((id) => id !== without.option);
    const lowest = Math.min(...present.map((id) => costs.get(id) ?? Infinity));
    let [best, winner] = [-Infinity, ''];
    for (const option of present) {
      let total = 0;
      for (const criterion of criteria) {
        if (criterion.id === without.criterion) continue;
        if (criterion.kind === 'price')
          total += criterion.weightBp * 100 * (lowest / (costs.get(option) ?? 1));
        if (criterion.kind !== 'scored') continue;
        let [sum, count] = [0, 0];
        for (const { assessor, score } of table.get(option)?.get(criterion.id) ?? []) {
          if (assessor === without.assessor) continue;
          sum += score;
          count += 1;
        }
        total += criterion.weightBp * 20 * (sum / count);
      }
      if (total > best) [best, winner] = [total, option];
    }
    return winner;
  };
  const assessors = [...new Set(given.marks.map(({ assessor }) => assessor))];
  return {
    winner: first({}),
    others: [
      ...options.map((option) => first({ option })),
      ...criteria.map(({ id }) => first({ criterion: id })),
      ...assessors.map((assessor) => first({ assessor })),
    ],
  };
};
