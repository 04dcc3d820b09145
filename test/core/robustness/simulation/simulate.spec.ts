import { expect } from 'chai';
import fc from 'fast-check';
import { decimalOf } from '../../../../src/core/exact/decimal.ts';
import type { WeightUncertainty } from '../../../../src/core/robustness/simulation/plan.ts';
import { runBlock, simulate, simulateBy } from '../../../../src/core/robustness/simulation/simulate.ts';
import type { Runner } from '../../../../src/core/robustness/simulation/simulate.ts';
import { blocksOfJob } from '../../../../src/core/robustness/simulation/simulate.ts';
import { flat, planOf, sharesOf } from './plans.ts';
import { exactSmaa } from './simplex-oracle.ts';

const TABLE = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 }))
  .chain(([options, leaves]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: leaves, maxLength: leaves }), {
      minLength: options,
      maxLength: options,
    }),
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);

describe('simulation', () => {
  it('agrees with the exact cutting of the weight simplex, ties in values apart', () => {
    fc.assert(
      fc.property(TABLE, (rows) => {
        fc.pre(new Set(rows.map((row) => row.join())).size === rows.length);
        const exact = exactSmaa(rows.map((row) => row.map((value) => decimalOf(value))));
        const found = sharesOf(simulate(planOf(rows, { draws: 20_000 })));
        exact.rankAcceptability.forEach((ranks, option) => {
          ranks.forEach((share, rank) => {
            expect(found.rank_acceptability[option]?.[rank]).to.be.closeTo(
              Number(share.n) / Number(share.d),
              0.016,
            );
          });
        });
        exact.pairwise.forEach((wins, option) => {
          wins.forEach((share, other) => {
            expect(found.pairwise_winning[option]?.[other]).to.be.closeTo(
              Number(share.n) / Number(share.d),
              0.016,
            );
          });
        });
        exact.centralWeights.forEach((weights, option) => {
          const first = exact.rankAcceptability[option]?.[0];
          if (!weights || !first || Number(first.n) / Number(first.d) < 0.05) return;
          weights.forEach((weight, leaf) => {
            expect(found.central_weights[option]?.[leaf]).to.be.closeTo(
              Number(weight.n) / Number(weight.d),
              0.04,
            );
          });
        });
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  it('gives ranks and options that each sum to 1, and pairs that sum to 1 with the level ones', () => {
    fc.assert(
      fc.property(TABLE, fc.maxSafeNat(), (rows, seed) => {
        const { rank_acceptability, pairwise_winning } = sharesOf(
          simulate(planOf(rows, { draws: 3000, seed })),
        );
        rank_acceptability.forEach((ranks, place) => {
          expect(sum(ranks)).to.be.closeTo(1, 1e-9);
          expect(sum(rank_acceptability.map((of) => of[place] ?? NaN))).to.be.closeTo(1, 1e-9);
        });
        rows.forEach((row, a) => {
          rows.forEach((other, b) => {
            if (a === b) return;
            const both = (pairwise_winning[a]?.[b] ?? NaN) + (pairwise_winning[b]?.[a] ?? NaN);
            if (row.join() === other.join()) expect(both).to.equal(0);
            else expect(both).to.be.closeTo(1, 1e-9);
          });
        });
      }),
      { seed: 2, numRuns: 40 },
    );
  });

  it('lets level options share their ranks: two alike are each first in half of the draws', () => {
    const found = sharesOf(
      simulate(
        planOf(
          [
            [3, 7],
            [3, 7],
            [0, 0],
          ],
          { draws: 4000 },
        ),
      ),
    );
    expect(found.rank_acceptability).to.deep.equal([
      [0.5, 0.5, 0],
      [0.5, 0.5, 0],
      [0, 0, 1],
    ]);
    expect(found.pairwise_winning).to.deep.equal([
      [0, 0, 1],
      [0, 0, 1],
      [0, 0, 0],
    ]);
    expect(found.confidence_factors).to.deep.equal([0.5, 0.5, null]);
    expect(found.central_weights[0]).to.deep.equal(found.central_weights[1]);
  });

  it('permuting the options permutes the result and nothing else', () => {
    const rows = [
      [3, 7, 1],
      [5, 5, 5],
      [9, 0, 4],
    ];
    const [a, b, c] = sharesOf(simulate(planOf(rows, { draws: 5000 }))).rank_acceptability;
    const turned = sharesOf(simulate(planOf([rows[2] ?? [], rows[0] ?? [], rows[1] ?? []], { draws: 5000 })));
    expect(turned.rank_acceptability).to.deep.equal([c, a, b]);
  });

  it('gives the same bits however its blocks are run, and others with another seed', async () => {
    const rows = [
      [3, 7, 1],
      [5, 5, 5],
      [9, 0, 4],
    ];
    const scores = {
      kind: 'intervals' as const,
      low: flat(rows),
      high: flat(rows).map((value) => value + 2),
    };
    const plan = planOf(rows, { draws: 9000, scores });
    // Blocks run last to first and merged in order, as several workers would come back in any order.
    const backwards: Runner = (job, merge) => {
      const blocks = Array.from({ length: blocksOfJob(job) }, (_, block) => block);
      const results = new Map([...blocks].reverse().map((block) => [block, runBlock(job, block)]));
      for (const block of blocks) merge(results.get(block) ?? new Float64Array());
      return Promise.resolve();
    };
    const here = simulate(plan);
    expect(sharesOf(await simulateBy(plan, backwards))).to.deep.equal(sharesOf(here));
    expect(sharesOf(simulate({ ...plan, seed: 2 }))).not.to.deep.equal(sharesOf(here));
  });

  it('agrees with itself over seeds within the sampling error it claims', () => {
    const rows = [
      [9, 2],
      [6, 6],
      [2, 9],
      [5, 5],
    ];
    const exact = 3 / 7;
    const outside = Array.from({ length: 200 }, (_, seed) => {
      const found = sharesOf(simulate(planOf(rows, { draws: 2500, seed }))).rank_acceptability[0]?.[0] ?? NaN;
      return Math.abs(found - exact) > 0.98 / Math.sqrt(2500);
    }).filter(Boolean).length;
    // 5 in 100 at most may lie outside; 200 runs with a chance of 1 in 20 exceed 22 once in a thousand.
    expect(outside).to.be.below(22);
  });

  it('refuses a plan that cannot be drawn, by name', () => {
    const rows = [
      [1, 2],
      [3, 4],
    ];
    const stated = (weights: number[]): WeightUncertainty => ({
      kind: 'near',
      stated: Float64Array.from(weights),
    });
    expect(() =>
      simulate(
        planOf([
          [1, NaN],
          [3, 4],
        ]),
      ),
    ).to.throw(RangeError, 'value[1] is NaN');
    expect(() => simulate(planOf(rows, { draws: 0 }))).to.throw(RangeError, 'draws is 0');
    expect(() => simulate(planOf([]))).to.throw(RangeError, 'options is 0');
    expect(() => simulate(planOf(rows, { weights: stated([1, -1]) }))).to.throw(
      RangeError,
      'stated weight[1] is -1',
    );
    expect(() => simulate(planOf(rows, { weights: stated([0, 0]) }))).to.throw(RangeError, 'all 0');
    expect(() => simulate(planOf(rows, { weights: stated([1]) }))).to.throw(RangeError, 'needs 2');
  });
});
