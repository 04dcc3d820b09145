import { expect } from 'chai';
import fc from 'fast-check';
import { decimalOf } from '../../../src/core/exact/decimal.ts';
import {
  compare,
  fraction,
  isEqual,
  multiply,
  ONE,
  sum,
  toDouble,
  whole,
} from '../../../src/core/exact/rational.ts';
import type { Rational } from '../../../src/core/exact/rational.ts';
import { shareOut, toBasisPoints } from '../../../src/core/weights/basis-points.ts';
import { rankWeights, weighOrder } from '../../../src/core/weights/rank-weights.ts';
import type { RankRule } from '../../../src/core/weights/rank-weights.ts';
import { weighPoints, weighSwings } from '../../../src/core/weights/swing-weights.ts';
import { readVector } from '../scoring/read-vector.ts';

const RULES: readonly RankRule[] = ['roc', 'rank-sum', 'rank-reciprocal'];

const expectNear = (actual: readonly Rational[], expected: readonly number[]): void => {
  expect(actual).to.have.length(expected.length);
  actual.forEach((weight, index) => expect(toDouble(weight)).to.be.closeTo(expected[index] ?? NaN, 1e-9));
};

const expectSame = (actual: readonly Rational[], expected: readonly Rational[]): void => {
  expect(actual).to.have.length(expected.length);
  actual.forEach((weight, index) =>
    expect(isEqual(weight, expected[index] ?? ONE), String(index)).to.equal(true),
  );
};

describe('weights from an order', () => {
  const { expected, published } = readVector('weights-01-roc-small');
  const names = { roc: 'roc', 'rank-sum': 'rank_sum', 'rank-reciprocal': 'rank_reciprocal' } as const;
  for (const rule of RULES) {
    it(`weights-01 (Barron and Barrett 1996): ${rule} weights for 2 to 5 criteria`, () => {
      for (const count of [2, 3, 4, 5]) expectNear(rankWeights(count, rule), expected[names[rule]][count]);
    });
  }

  it('weights-01 as published, to four places: roc of 2, 3 and 4', () => {
    for (const count of [2, 3, 4]) {
      rankWeights(count, 'roc').forEach((weight, index) =>
        expect(toDouble(weight)).to.be.closeTo(published[`roc${count}`][index], 5e-5),
      );
    }
  });

  it('the example in the source: three are 11/18, 5/18 and 2/18 exactly, and 8/18 twice with the first two level', () => {
    const eighteenths = (numbers: readonly number[]): readonly Rational[] =>
      numbers.map((n) => fraction(BigInt(n), 18n));
    expectSame(rankWeights(3, 'roc'), eighteenths([11, 5, 2]));
    expectSame(weighOrder([2, 1], 'roc'), eighteenths([8, 2]));
  });

  it('shares places equally when all stand level, by every rule', () => {
    for (const rule of RULES) expectSame(weighOrder([4], rule), [fraction(1n, 4n)]);
  });

  it('always sums to exactly 1 and never rises down the order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...RULES),
        (counts, rule) => {
          const weights = weighOrder(counts, rule);
          const total = sum(weights.map((weight, step) => multiply(weight, whole(counts[step] ?? 0))));
          expect(isEqual(total, ONE)).to.equal(true);
          weights
            .slice(1)
            .forEach((weight, step) => expect(compare(weight, weights[step] ?? ONE)).to.be.below(0));
        },
      ),
    );
  });

  it('refuses an order without places, and steps that hold nothing', () => {
    expect(() => rankWeights(0, 'roc')).to.throw(RangeError, '1 or more');
    expect(() => rankWeights(2.5, 'roc')).to.throw(RangeError, 'whole number');
    expect(() => rankWeights(Number.NaN, 'roc')).to.throw(RangeError, 'NaN');
    expect(() => weighOrder([2, 0], 'roc')).to.throw(RangeError, 'at least one');
  });
});

describe('weights from points', () => {
  it('weights-03 (Goodwin and Wright, office location): swings as weights, and as rounded per cent', () => {
    const { inputs, expected } = readVector('weights-03-swing-office');
    const weights = weighSwings(inputs.swing_points.map(whole));
    expectNear(weights, expected.weights);
    expect(weights.map((weight) => Math.round(toDouble(weight) * 100))).to.deep.equal(
      expected.percent_rounded,
    );
    expectSame(
      weights,
      [10, 8, 7, 3, 2, 1].map((n) => fraction(BigInt(n), 31n)),
    );
  });

  it('takes any points: 1, 1 and 1 are exact thirds', () => {
    expectSame(
      weighPoints([1, 1, 1].map(whole)),
      [1, 1, 1].map(() => fraction(1n, 3n)),
    );
    expectSame(weighPoints([0.1, 0.2].map(decimalOf)), [fraction(1n, 3n), fraction(2n, 3n)]);
  });

  it('refuses swings of which none has 100, and swings above 100', () => {
    expect(() => weighSwings([90, 50].map(whole))).to.throw(RangeError, 'No criterion has the swing 100');
    expect(() => weighSwings([100, 120].map(whole))).to.throw(RangeError, 'above 100');
    expect(weighPoints([90, 50].map(whole)), 'points need no 100').to.have.length(2);
  });

  it('refuses nothing, less than nought, and nought alone', () => {
    expect(() => weighPoints([])).to.throw(RangeError, 'nothing to weigh');
    expect(() => weighSwings([])).to.throw(RangeError, 'nothing to weigh');
    expect(() => weighPoints([whole(-1), whole(2)])).to.throw(RangeError, 'below 0');
    expect(() => weighPoints([whole(0), whole(0)])).to.throw(RangeError, 'all 0');
  });
});

describe('basis points by largest remainder', () => {
  it('gives what is left over to the largest fractions, and between equals to the earlier', () => {
    expect(toBasisPoints([1, 1, 1].map(whole))).to.deep.equal([3334, 3333, 3333]);
    expect(toBasisPoints([1, 1, 1, 1, 1, 1].map(whole))).to.deep.equal([1667, 1667, 1667, 1667, 1666, 1666]);
    expect(toBasisPoints([1, 6, 2].map((n) => fraction(BigInt(n), 9n)))).to.deep.equal([1111, 6667, 2222]);
    expect(toBasisPoints([whole(0), whole(5)])).to.deep.equal([0, 10000]);
  });

  it('always sums to 10000, each within one of its exact share, and in the same order', () => {
    const points = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        points.filter((all) => all.some((one) => one > 0n)),
        (all) => {
          const given = all.map(whole);
          const found = toBasisPoints(given);
          expect(found.reduce((total, one) => total + one, 0)).to.equal(10000);
          shareOut(given).forEach((share, index) => {
            expect(Math.abs(toDouble(share) * 10000 - (found[index] ?? NaN))).to.be.below(1);
          });
          all.forEach((one, i) =>
            all.forEach((other, j) => {
              if (one > other) expect(found[i] ?? NaN).to.be.at.least(found[j] ?? NaN);
            }),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
