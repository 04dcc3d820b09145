import type { Case, CaseOption, Mark } from '../../../src/core/scoring/case.ts';
import type { PriceCriterion, Rubric } from '../../../src/core/rubric/rubric.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';

export const PERCENT = { lowest: 0, highest: 100, decimals: 2 };

export const price = (weightBp: number, more: Partial<PriceCriterion> = {}): PriceCriterion => ({
  id: 'price',
  title: 'Price',
  kind: 'price',
  weightBp,
  ...more,
});

export const option = (id: string, more: Partial<CaseOption> & { pence?: number } = {}): CaseOption => {
  const { pence, ...rest } = more;
  const costs = pence === undefined ? {} : { costs: [{ line: 'all', year: 0, pence }] };
  return { id, title: id.toUpperCase(), kind: 'bid', ...costs, ...rest };
};

export const mark = (option: string, criterion: string, score: number, more: Partial<Mark> = {}): Mark => ({
  assessor: 'p1',
  option,
  criterion,
  score,
  ...more,
});

export const makeCase = (
  rubric: Rubric,
  options: readonly CaseOption[],
  marks: readonly Mark[],
  more: Partial<Case> = {},
): Case => ({
  format: 'counterweight-case/1',
  title: 'Test case',
  rubric,
  options,
  marks,
  ...more,
  // What is drawn is not what these cases are about: few draws keep thousands of them quick.
  settings: { draws: 10, ...more.settings },
});

/** Options o0, o1, ... under criteria c0, c1, ... on 0-100, one assessor; weights in basis points. */
export const tableCase = (
  scores: readonly (readonly number[])[],
  weightsBp: readonly number[],
  more: { readonly pence?: readonly number[]; readonly rubric?: Partial<Rubric> } = {},
): Case => {
  const criteria = weightsBp.map((weightBp, index) => scored(`c${index}`, weightBp));
  const options = scores.map((_row, index) => {
    const pence = more.pence?.[index];
    return option(`o${index}`, pence === undefined ? {} : { pence });
  });
  const marks = scores.flatMap((row, o) => row.map((score, c) => mark(`o${o}`, `c${c}`, score)));
  return makeCase(makeRubric(criteria, { scale: PERCENT, ...more.rubric }), options, marks);
};
