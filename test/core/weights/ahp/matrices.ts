import { expect } from 'chai';
import fc from 'fast-check';
import { toDouble } from '../../../../src/core/exact/rational.ts';
import type { Comparison } from '../../../../src/core/weights/ahp/judgements.ts';
import { readRatio } from '../../../../src/core/weights/ahp/ratio.ts';
import type { Matrix } from '../../../../src/core/weights/ahp/priorities.ts';

/** A matrix as a vector writes it: numbers and fractions such as "1/3". */
export const matrixOf = (rows: readonly (readonly (number | string)[])[]): Matrix =>
  rows.map((row) =>
    row.map((entry) => {
      const ratio = readRatio(entry);
      if (!ratio) throw new Error(`not a ratio: ${entry}`);
      return toDouble(ratio);
    }),
  );

export const toComparisons = (
  judgements: readonly (readonly [string, string, number | string])[],
): readonly Comparison[] => judgements.map(([a, b, value]) => ({ a, b, value }));

export const expectClose = (actual: readonly number[], expected: readonly number[], within: number): void => {
  expect(actual).to.have.length(expected.length);
  actual.forEach((one, index) => expect(one).to.be.closeTo(expected[index] ?? NaN, within));
};

export const consistentMatrix = (worth: readonly number[]): Matrix =>
  worth.map((one) => worth.map((other) => one / other));

/** Reciprocal, with judgements of 1/9 to 9. */
export const randomMatrix = (fewest: number, most: number): fc.Arbitrary<Matrix> =>
  fc.integer({ min: fewest, max: most }).chain((size) =>
    fc
      .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean()), {
        minLength: size ** 2,
        maxLength: size ** 2,
      })
      .map((judged) => {
        const upper = (i: number, j: number): number => {
          const [times, turned] = judged[i * size + j] ?? [1, false];
          return turned ? 1 / times : times;
        };
        return Array.from({ length: size }, (_row, i) =>
          Array.from({ length: size }, (_column, j) => (i === j ? 1 : i < j ? upper(i, j) : 1 / upper(j, i))),
        );
      }),
  );
