import { expect } from 'chai';
import fc from 'fast-check';
import { completeMatrix, findGaps, linkedGroups } from '../../../../src/core/weights/ahp/complete-matrix.ts';
import { consistencyOf } from '../../../../src/core/weights/ahp/consistency.ts';
import { judgementsOf, judgementsOfMatrix } from '../../../../src/core/weights/ahp/judgements.ts';
import { leastConsistent } from '../../../../src/core/weights/ahp/least-consistent.ts';
import { principalEigenvector, rowGeometricMeans } from '../../../../src/core/weights/ahp/priorities.ts';
import type { Matrix } from '../../../../src/core/weights/ahp/priorities.ts';
import { randomIndex } from '../../../../src/core/weights/ahp/random-index.ts';
import { readVector } from '../../scoring/read-vector.ts';
import { consistentMatrix, expectClose, matrixOf, randomMatrix, toComparisons } from './matrices.ts';

describe('priorities from pairwise judgements', () => {
  it('ahp-01 (Saaty 2008, drinks): eigenvector, lambda max, index, both ratios, geometric means', () => {
    const { inputs, expected, published } = readVector('ahp-01-drinks');
    const matrix = matrixOf(inputs.matrix);
    const { weights, lambdaMax } = principalEigenvector(matrix);
    expectClose(weights, expected.eigenvector, 1e-9);
    expectClose([lambdaMax], [expected.lambda_max], 1e-9);
    expectClose(rowGeometricMeans(matrix), expected.row_geometric_mean, 1e-9);
    const [of2005, of1980] = (['saaty-2005', 'saaty-1980'] as const).map((table) =>
      consistencyOf(lambdaMax, 7, table),
    );
    expectClose([of2005?.ci ?? NaN], [expected.ci], 1e-9);
    expectClose(
      [of2005?.cr ?? NaN, of1980?.cr ?? NaN],
      [expected.cr_ri_saaty_2005, expected.cr_ri_saaty_1980],
      1e-9,
    );
    expect(weights.map((weight) => Math.round(weight * 1000) / 1000)).to.deep.equal(published.weights_3dp);
  });

  it('ahp-01 again, from the 21 judgements as they were made', () => {
    const { inputs, expected } = readVector('ahp-01-drinks');
    const judgements = judgementsOf(inputs.items, toComparisons(inputs.judgements));
    expect(findGaps(judgements)).to.deep.equal([]);
    expectClose(principalEigenvector(completeMatrix(judgements)).weights, expected.eigenvector, 1e-9);
  });

  it('ahp-02 (the leader example): five matrices, their ratios by the table of 1980, and the totals', () => {
    const { inputs, expected } = readVector('ahp-02-leader');
    const criteria = principalEigenvector(matrixOf(inputs.criteria_matrix));
    expectClose(criteria.weights, expected.criteria_weights, 1e-9);
    const ratioOf = ({ lambdaMax, weights }: typeof criteria): number =>
      consistencyOf(lambdaMax, weights.length, 'saaty-1980').cr ?? NaN;
    expectClose([ratioOf(criteria)], [expected.consistency.criteria], 1e-9);
    const totals = [0, 0, 0];
    inputs.criteria.forEach((name: string, index: number) => {
      const local = principalEigenvector(matrixOf(inputs.alternative_matrices[name]));
      expectClose(local.weights, expected.local_priorities[name], 1e-9);
      expectClose([ratioOf(local)], [expected.consistency[name]], 1e-9);
      local.weights.forEach((weight, option) => {
        totals[option] = (totals[option] ?? 0) + weight * (criteria.weights[index] ?? NaN);
      });
    });
    expectClose(totals, expected.totals, 1e-9);
    const ranks = totals.map((total) => 1 + totals.filter((other) => other > total).length);
    expect(ranks).to.deep.equal(expected.ranks);
  });

  it('ahp-03 (R package ahp): judgements that agree, and two criteria', () => {
    const { inputs, expected } = readVector('ahp-03-consistent');
    const matrix = matrixOf(inputs.matrix);
    const { weights, lambdaMax } = principalEigenvector(matrix);
    expectClose(weights, expected.weights, 1e-9);
    expectClose(rowGeometricMeans(matrix), expected.weights, 1e-9);
    const found = consistencyOf(lambdaMax, 3, 'saaty-2005');
    expect([found.lambdaMax, found.ci, found.cr]).to.deep.equal([
      expected.lambda_max,
      expected.ci,
      expected.cr,
    ]);
    const two = principalEigenvector(matrixOf(inputs.matrix_2x2));
    expectClose(two.weights, expected.weights_2x2, 1e-9);
    expect(consistencyOf(two.lambdaMax, 2, 'saaty-2005').cr).to.equal(expected.cr_2x2);
  });

  it('judgements that agree: ratio 0, and eigenvector = geometric means = what was judged from', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 9 }), (worth) => {
        const matrix = consistentMatrix(worth);
        const { weights, lambdaMax } = principalEigenvector(matrix);
        const total = worth.reduce((sum, one) => sum + one, 0);
        const shares = worth.map((one) => one / total);
        expectClose(weights, shares, 1e-12);
        expectClose(rowGeometricMeans(matrix), shares, 1e-12);
        expect(consistencyOf(lambdaMax, worth.length, 'saaty-1980').cr).to.equal(0);
      }),
      { numRuns: 60 },
    );
  });

  it('any judgements: the weights sum to 1, the matrix maps them to themselves, lambda max is at least n', () => {
    fc.assert(
      fc.property(randomMatrix(2, 7), (matrix) => {
        const { weights, lambdaMax } = principalEigenvector(matrix);
        expect(weights.reduce((sum, one) => sum + one, 0)).to.be.closeTo(1, 1e-12);
        expect(lambdaMax).to.be.at.least(matrix.length - 1e-9);
        matrix.forEach((row, i) => {
          const product = row.reduce((sum, entry, j) => sum + entry * (weights[j] ?? NaN), 0);
          expect(product / (weights[i] ?? NaN)).to.be.closeTo(lambdaMax, 1e-9 * lambdaMax);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('three criteria: the geometric means are the eigenvector, however little the judgements agree', () => {
    fc.assert(
      fc.property(randomMatrix(3, 3), (matrix) => {
        expectClose(rowGeometricMeans(matrix), principalEigenvector(matrix).weights, 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('control: four criteria that disagree tell the two ways apart', () => {
    const matrix = matrixOf(readVector('ahp-01-drinks').inputs.matrix);
    const [one, other] = [rowGeometricMeans(matrix), principalEigenvector(matrix).weights];
    expect(Math.abs((one[0] ?? NaN) - (other[0] ?? NaN))).to.be.above(1e-4);
  });

  it('refuses what is not a square of numbers above 0', () => {
    for (const wrong of [
      [],
      [[1, 2]],
      [
        [1, -2],
        [0.5, 1],
      ],
      [
        [1, Number.NaN],
        [1, 1],
      ],
    ] as Matrix[]) {
      expect(() => principalEigenvector(wrong)).to.throw(RangeError, 'square of numbers above 0');
      expect(() => rowGeometricMeans(wrong)).to.throw(RangeError, 'square of numbers above 0');
    }
  });
});

describe('consistency', () => {
  it('names its table, and says so where the table ends', () => {
    expect(randomIndex('saaty-1980', 9)).to.equal(1.45);
    expect(randomIndex('saaty-2005', 15)).to.equal(1.59);
    expect(randomIndex('donegan-dodd', 20)).to.equal(1.5371);
    expect(randomIndex('saaty-1980', 10)).to.equal(null);
    const beyond = consistencyOf(10.5, 10, 'saaty-1980');
    expect(beyond.cr).to.equal(null);
    expect(beyond.reason).to.include("'saaty-1980' ends at 9 criteria and there are 10");
    expect(beyond.ci).to.be.closeTo(0.5 / 9, 1e-12);
  });

  it('the drinks matrix has 0.0235 by Donegan and Dodd (AHPy)', () => {
    expect(consistencyOf(7.1766290393, 7, 'donegan-dodd').cr).to.be.closeTo(0.0235, 5e-5);
  });

  it('is 0 for one and for two criteria, never a division by nought', () => {
    for (const size of [1, 2]) {
      const { ci, cr, reason } = consistencyOf(size, size, 'saaty-2005');
      expect([ci, cr, reason]).to.deep.equal([0, 0, null]);
    }
  });

  it('holds together up to a ratio of 0.10, and can differ by table', () => {
    const held = (lambdaMax: number, size: number) =>
      consistencyOf(lambdaMax, size, 'saaty-2005').holdsTogether;
    expect([held(3.104, 3), held(3.105, 3), held(2, 2)]).to.deep.equal([true, false, true]);
    expect(consistencyOf(3.11, 3, 'saaty-1980').holdsTogether).to.equal(true);
    expect(held(3.11, 3)).to.equal(false);
    expect(held(20, 16)).to.equal(null);
  });

  it('refuses a size or a multiple that is no number', () => {
    expect(() => consistencyOf(3, 0, 'saaty-2005')).to.throw(RangeError, '0 criteria');
    expect(() => consistencyOf(Number.NaN, 3, 'saaty-2005')).to.throw(RangeError, 'lambda max');
  });

  it('names the comparison that sits worst with the others, with what would fit', () => {
    const judgements = judgementsOf(
      ['a', 'b', 'c'],
      [
        { a: 'a', b: 'b', value: 2 },
        { a: 'b', b: 'c', value: 2 },
        { a: 'a', b: 'c', value: '1/5' },
      ],
    );
    const worst = leastConsistent(judgements, principalEigenvector(completeMatrix(judgements)).weights);
    expect(worst).to.include({ row: 0, column: 1, given: 2 });
    const drinks = judgementsOfMatrix(readVector('ahp-01-drinks').inputs.matrix);
    const { weights } = principalEigenvector(completeMatrix(drinks));
    const found = leastConsistent(drinks, weights);
    expect([found?.row, found?.column, found?.given], 'wine against water, judged 1/9').to.deep.equal([
      1,
      6,
      1 / 9,
    ]);
    expect(found?.fits).to.be.closeTo(0.019149476 / 0.3267926393, 1e-7);
  });

  it('names none where every comparison fits', () => {
    const judgements = judgementsOfMatrix(readVector('ahp-03-consistent').inputs.matrix);
    expect(leastConsistent(judgements, [6 / 9, 1 / 9, 2 / 9])).to.equal(null);
  });
});

describe('comparisons that were not made', () => {
  it('ahp-07 (Bozoki, Fulop and Ronyai 2010): the gap, the weights, lambda max and the ratios', () => {
    const { inputs, expected, published } = readVector('ahp-07-incomplete');
    const judgements = judgementsOf(inputs.items, toComparisons(inputs.judgements));
    const matrix = completeMatrix(judgements);
    expect(matrix[2]?.[3], 'the root of 8/15').to.be.closeTo(Math.sqrt(8 / 15), 1e-12);
    expect(matrix[2]?.[3]).to.be.closeTo(expected.completed, 1e-4);
    expect(matrix[3]?.[2]).to.be.closeTo(1 / expected.completed, 1e-4);
    const { weights, lambdaMax } = principalEigenvector(matrix);
    expectClose(weights, expected.weights, 1e-7);
    expect(lambdaMax).to.be.closeTo(expected.lambda_max, 1e-9);
    expect(consistencyOf(lambdaMax, 4, 'saaty-1980').cr).to.be.closeTo(expected.cr_ri_saaty_1980, 1e-9);
    expect(consistencyOf(lambdaMax, 4, 'donegan-dodd').cr).to.be.closeTo(published.cr_donegan_dodd, 5e-5);
  });

  it('no other filling of one to three gaps has a smaller lambda max', () => {
    const gaps = fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        randomMatrix(4, 4),
        gaps,
        fc.constantFrom(0.5, 0.9, 0.99, 1.01, 1.1, 2),
        (full, open, factor) => {
          const pairs = [
            [0, 1],
            [0, 2],
            [0, 3],
            [1, 2],
            [1, 3],
            [2, 3],
          ] as const;
          const isOpen = (i: number, j: number): boolean =>
            open.some((pair) => {
              const [a, b] = pairs[pair] ?? [];
              return (a === i && b === j) || (a === j && b === i);
            });
          const judgements = judgementsOfMatrix(
            full.map((row, i) => row.map((entry, j) => (i !== j && (j < i || isOpen(i, j)) ? null : entry))),
          );
          if (linkedGroups(judgements).length > 1) return;
          const best = completeMatrix(judgements);
          const { lambdaMax } = principalEigenvector(best);
          for (const pair of open) {
            const [i, j] = pairs[pair] ?? [0, 1];
            const moved = best.map((row) => [...row]);
            const value = (best[i]?.[j] ?? NaN) * factor;
            (moved[i] ?? [])[j] = value;
            (moved[j] ?? [])[i] = 1 / value;
            expect(principalEigenvector(moved).lambdaMax).to.be.at.least(lambdaMax * (1 - 1e-13));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a chain of comparisons is followed exactly: nothing contradicts it', () => {
    const items = ['a', 'b', 'c', 'd'];
    const chain = [
      { a: 'a', b: 'b', value: 2 },
      { a: 'b', b: 'c', value: 3 },
      { a: 'd', b: 'c', value: '1/2' },
    ];
    const matrix = completeMatrix(judgementsOf(items, chain));
    const { weights, lambdaMax } = principalEigenvector(matrix);
    expectClose(weights, [12 / 21, 6 / 21, 2 / 21, 1 / 21], 1e-12);
    expect(consistencyOf(lambdaMax, 4, 'saaty-2005').cr).to.equal(0);
  });

  it('comparisons that leave the criteria in parts are refused, and the parts can be named', () => {
    const judgements = judgementsOf(
      ['a', 'b', 'c', 'd'],
      [
        { a: 'a', b: 'c', value: 2 },
        { a: 'd', b: 'b', value: 2 },
      ],
    );
    expect(linkedGroups(judgements)).to.deep.equal([
      [0, 2],
      [1, 3],
    ]);
    expect(() => completeMatrix(judgements)).to.throw(RangeError, 'do not link all criteria');
  });
});
