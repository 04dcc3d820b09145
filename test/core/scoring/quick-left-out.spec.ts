import { expect } from 'chai';
import fc from 'fast-check';
import type { Case } from '../../../src/core/scoring/case.ts';
import { createScorer, firstOf } from '../../../src/core/scoring/create-scorer.ts';
import type { Omission } from '../../../src/core/scoring/create-scorer.ts';
import { prepareCase } from '../../../src/core/scoring/prepare-case.ts';
import { createQuickLeftOut } from '../../../src/core/scoring/quick-left-out.ts';
import { arbitraryCase } from './arbitrary-case.ts';
import { tableCase } from './make-case.ts';

/** Every single omission of a case, with who is first by exact fractions and by ordinary numbers. */
const compare = (
  given: Case,
): readonly { readonly exact: readonly string[]; readonly quick: string | null }[] => {
  const prepared = prepareCase(given);
  const scorer = createScorer(prepared);
  const standing = scorer.stand();
  if (standing.faults.length > 0) return [];
  const quick = createQuickLeftOut(prepared, standing, scorer.grid, scorer.panelOnly);
  const omissions: readonly Omission[] = [
    ...prepared.options.map((_, option): Omission => ({ option })),
    ...prepared.tree.leaves.map((_, leaf): Omission => ({ leaf })),
    ...prepared.table.assessors.map((_, assessor): Omission => ({ assessor })),
  ];
  return omissions.map((omission) => ({ exact: firstOf(scorer.stand(omission)), quick: quick(omission) }));
};

describe('the quick way to who is first without one piece', () => {
  it('never says another than the exact way does', () => {
    let said = 0;
    fc.assert(
      fc.property(arbitraryCase(), (given) => {
        for (const { exact, quick } of compare(given)) {
          if (quick === null) continue;
          said += 1;
          expect(exact).to.deep.equal([quick]);
        }
      }),
      { seed: 1, numRuns: 400 },
    );
    // Or the property would hold for one that never says anything.
    expect(said).to.be.above(500);
  }).timeout(60_000);

  it('leaves a shared first place to the exact way: 63.5 twice, which doubles tell apart', () => {
    const given = tableCase(
      [
        [60, 60, 65, 1],
        [60, 67, 63, 0],
      ],
      [1000, 2000, 7000, 0],
    );
    expect(compare(given)[2 + 3]).to.deep.equal({ exact: ['o0', 'o1'], quick: null });
  });

  it('leaves a value exactly at its minimum to the exact way', () => {
    const plain = tableCase(
      [
        [61, 62, 85],
        [10, 10, 10],
      ],
      [500, 6000, 3500],
    );
    const given = { ...plain, rubric: { ...plain.rubric, minimumQuality: 70 } };
    const withoutSecond = compare(given)[1];
    expect(withoutSecond).to.deep.equal({ exact: ['o0'], quick: null });
  });
});
