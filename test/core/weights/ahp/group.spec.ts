import { expect } from 'chai';
import fc from 'fast-check';
import { decimalOf } from '../../../../src/core/exact/decimal.ts';
import { whole } from '../../../../src/core/exact/rational.ts';
import { combineJudgements, combinePriorities } from '../../../../src/core/weights/ahp/group.ts';
import { consistencyOf } from '../../../../src/core/weights/ahp/consistency.ts';
import { principalEigenvector, rowGeometricMeans } from '../../../../src/core/weights/ahp/priorities.ts';
import type { Matrix } from '../../../../src/core/weights/ahp/priorities.ts';
import { readVector } from '../../scoring/read-vector.ts';
import { expectClose, matrixOf, randomMatrix } from './matrices.ts';

/** The weighted geometric mean of priorities, in plain logarithms: another way than the one under test. */
const geometricMeanOf = (
  priorities: readonly (readonly number[])[],
  shares: readonly number[],
): readonly number[] => {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const products = (priorities[0] ?? []).map((_one, index) =>
    Math.exp(
      priorities.reduce(
        (sum, one, person) => sum + ((shares[person] ?? 0) / all) * Math.log(one[index] ?? NaN),
        0,
      ),
    ),
  );
  const total = products.reduce((sum, one) => sum + one, 0);
  return products.map((one) => one / total);
};

describe('several people’s comparisons as one', () => {
  const { inputs, expected } = readVector('group-01-ahp-aij-aip');
  const people = Object.keys(inputs.decision_maker_weights);
  const shares = people.map((name) => decimalOf(inputs.decision_maker_weights[name]));
  const matrices = people.map((name) => matrixOf(inputs.matrices[name]));

  it('group-01 (R package ahp, vacation): each person’s priorities and ratio by the table of 1980', () => {
    people.forEach((name, index) => {
      const { weights, lambdaMax } = principalEigenvector(matrices[index] ?? []);
      expectClose(weights, expected.individual_priorities[name], 1e-9);
      const { cr } = consistencyOf(lambdaMax, 3, 'saaty-1980');
      expectClose([cr ?? NaN], [expected.individual_cr_ri_1980[name]], 1e-9);
    });
  });

  it('group-01: judgements brought together, their eigenvector, lambda max and geometric means', () => {
    const together = combineJudgements(matrices, shares);
    together.forEach((row, index) => expectClose(row, expected.aij_matrix[index], 1e-9));
    const { weights, lambdaMax } = principalEigenvector(together);
    expectClose(weights, expected.aij_eigenvector, 1e-9);
    expectClose([lambdaMax], [expected.aij_lambda_max], 1e-9);
    expectClose(rowGeometricMeans(together), expected.aij_row_geometric_mean, 1e-9);
  });

  it('group-01: priorities brought together', () => {
    const priorities = matrices.map((matrix) => principalEigenvector(matrix).weights);
    expectClose(combinePriorities(priorities, shares), expected.aip_arithmetic, 1e-9);
    expectClose(geometricMeanOf(priorities, [0.4, 0.4, 0.2]), expected.aip_geometric, 1e-9);
  });

  it('geometric means of joined judgements are the joined geometric means', () => {
    const many = fc.array(randomMatrix(4, 4), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        many,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
        (group, all) => {
          const given = all.slice(0, group.length);
          const joined = rowGeometricMeans(combineJudgements(group, given.map(whole)));
          expectClose(joined, geometricMeanOf(group.map(rowGeometricMeans), given), 1e-9);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('stays reciprocal; the arithmetic mean, which is not offered, would not', () => {
    const [one, other]: Matrix[] = [
      [
        [1, 3],
        [1 / 3, 1],
      ],
      [
        [1, 1 / 3],
        [3, 1],
      ],
    ];
    if (!one || !other) throw new Error('two matrices');
    const together = combineJudgements([one, other], [whole(1), whole(1)]);
    expectClose(together.flat(), [1, 1, 1, 1], 1e-12);
    const arithmetic = ((one[0]?.[1] ?? 0) + (other[0]?.[1] ?? 0)) / 2;
    expect(arithmetic * arithmetic, 'control').to.not.be.closeTo(1, 0.1);
  });

  it('a person with all the share decides alone', () => {
    const together = combineJudgements(matrices, [whole(0), whole(1), whole(0)]);
    together.forEach((row, index) => expectClose(row, matrices[1]?.[index] ?? [], 1e-12));
  });

  it('refuses nobody, a share too few, shares of nought alone, and judgements of different size', () => {
    expect(() => combineJudgements([], [])).to.throw(RangeError, 'no judgements');
    expect(() => combineJudgements(matrices, [whole(1)])).to.throw(RangeError, 'needs one share');
    expect(() =>
      combineJudgements(
        matrices,
        matrices.map(() => whole(0)),
      ),
    ).to.throw(RangeError, 'all 0');
    expect(() => combinePriorities([[1], [0.5, 0.5]], [whole(1), whole(1)])).to.throw(
      RangeError,
      'same criteria',
    );
  });
});
