import type { Case } from '../../../src/core/scoring/case.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';
import { makeCase, mark, option, PERCENT, price, tableCase } from './make-case.ts';
import { readVector } from './read-vector.ts';

/** e2e-01 as a case file would state it. */
export const tenderCase = (): Case => {
  const { bids } = readVector('e2e-01-tender-mean').inputs;
  const quality = [
    scored('method', 5000, { minimum: 2 }),
    scored('team', 3000, { minimum: 2 }),
    scored('social', 2000, { minimum: 2 }),
  ];
  const rubric = makeRubric([
    { id: 'quality', title: 'Quality', kind: 'group', weightBp: 6000, children: quality },
    price(4000, { method: 'lowest-over-price' }),
    { id: 'certificate', title: 'Certificate', kind: 'gate' },
  ]);
  const ids = Object.keys(bids);
  return makeCase(
    rubric,
    ids.map((id) =>
      option(id.toLowerCase(), {
        pence: bids[id].price * 100,
        gates: { certificate: { met: bids[id].cert } },
      }),
    ),
    ids.flatMap((id) =>
      Object.entries<number[]>(bids[id].scores).flatMap(([criterion, scores]) =>
        scores.map((score, index) => mark(id.toLowerCase(), criterion, score, { assessor: `r${index + 1}` })),
      ),
    ),
  );
};

/** The office location example as two groups; local weights rounded to whole basis points. */
export const officeTree = (scores: readonly (readonly number[])[]): Case => {
  const flat = tableCase(scores, [10000]);
  const group = (id: string, weightBp: number, weights: readonly number[], from: number) => ({
    id,
    title: id,
    kind: 'group' as const,
    weightBp,
    children: weights.map((weight, index) => scored(`c${from + index}`, weight)),
  });
  const criteria = [
    group('turnover', 8100, [3951, 3210, 2839], 0),
    group('working', 1900, [5263, 3158, 1579], 3),
  ];
  return { ...flat, rubric: makeRubric(criteria, { scale: PERCENT }) };
};
