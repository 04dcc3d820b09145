import { expect } from 'chai';
import { shownNumber } from '../../../src/core/exact/decimal.ts';
import { whole } from '../../../src/core/exact/rational.ts';
import type { PriceMethod } from '../../../src/core/rubric/rubric.ts';
import { buildReference, priceValue } from '../../../src/core/scoring/price-methods.ts';
import { readVector } from './read-vector.ts';

const rule = (method: PriceMethod, floorPence: number | null = null, ceilingPence: number | null = null) => ({
  criterion: 'price',
  basis: 'whole-life' as const,
  method,
  floorPence,
  ceilingPence,
});

const valuesOf = (method: PriceMethod, bids: readonly number[], costs = bids): readonly number[] =>
  costs.map((cost) =>
    shownNumber(priceValue(rule(method, 80000, 200000), whole(cost), buildReference(bids.map(whole)))),
  );

const expectNear = (actual: readonly number[], expected: readonly number[]): void => {
  expect(actual).to.have.length(expected.length);
  actual.forEach((value, index) => expect(value).to.be.closeTo(expected[index] ?? NaN, 5.1e-7));
};

describe('price methods', () => {
  it('price-01 (Digital Marketplace scoring guidance): lowest over price', () => {
    const { inputs, expected } = readVector('price-01-lowest-over-price');
    expectNear(
      valuesOf('lowest-over-price', inputs.prices),
      expected.scores_0_1.map((score: number) => Math.round(score * 1e8) / 1e6),
    );
  });

  const family: Readonly<Record<string, PriceMethod>> = {
    lowest_over_price: 'lowest-over-price',
    linear_min_max: 'min-max',
    proportional_excess: 'proportional-excess',
    mean_based_50: 'mean-based',
    benchmark_linear: 'benchmark-linear',
    lowest_over_price_squared: 'squared-ratio',
  };
  for (const [name, method] of Object.entries(family)) {
    it(`price-03 (families of Stilger, Siderius and van Raaij 2017): ${method}`, () => {
      const { inputs, expected } = readVector('price-03-formula-family');
      expectNear(valuesOf(method, inputs.prices), expected[name]);
    });
  }

  const relative = [
    'lowest-over-price',
    'squared-ratio',
    'min-max',
    'proportional-excess',
    'mean-based',
  ] as const;
  for (const method of relative) {
    it(`${method}: one bid, and bids of one cost, get 100`, () => {
      expect(valuesOf(method, [500])).to.deep.equal([100]);
      expect(valuesOf(method, [500, 500, 500])).to.deep.equal([100, 100, 100]);
    });

    it(`${method}: an option beside the bids is clipped to 0-100 and never gains by costing more`, () => {
      for (const bids of [[500], [400, 800]]) {
        const values = valuesOf(method, bids, [-100, 0, 100, 400, 500, 800, 1700, 5000]);
        expect(Math.max(...values)).to.equal(100);
        expect(Math.min(...values)).to.be.at.least(0);
        expect(values, `${method} on ${bids.join()}`).to.deep.equal([...values].sort((a, b) => b - a));
      }
    });
  }

  it('benchmark-linear looks at no other bid', () => {
    expect(valuesOf('benchmark-linear', [140000])).to.deep.equal([50]);
    expect(valuesOf('benchmark-linear', [80000, 200000, 50000, 300000])).to.deep.equal([100, 0, 100, 0]);
  });
});
