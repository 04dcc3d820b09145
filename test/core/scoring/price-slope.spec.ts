import { expect } from 'chai';
import fc from 'fast-check';
import { shownNumber } from '../../../src/core/exact/decimal.ts';
import { whole } from '../../../src/core/exact/rational.ts';
import type { PriceMethod } from '../../../src/core/rubric/rubric.ts';
import { buildReference, priceValue } from '../../../src/core/scoring/price-methods.ts';
import { impliedPricePerPoint, medianOf } from '../../../src/core/scoring/price-slope.ts';

const ruleOf = (method: PriceMethod) => ({
  criterion: 'price',
  basis: 'whole-life' as const,
  method,
  floorPence: 80000,
  ceilingPence: 200000,
});

const implied = (
  method: PriceMethod,
  bids: readonly number[],
  weights = { quality: 50n, price: 50n },
): number | string => {
  const costs = bids.map((bid) => whole(bid));
  const [reference, median] = [buildReference(costs), medianOf(costs)];
  if (!reference || !median) return 'no bids';
  const found = impliedPricePerPoint(ruleOf(method), weights, reference, median);
  return 'price' in found ? shownNumber(found.price) : found.reason;
};

const METHODS: readonly PriceMethod[] = [
  'benchmark-linear',
  'lowest-over-price',
  'squared-ratio',
  'min-max',
  'proportional-excess',
  'mean-based',
];

describe('implied price of a quality point', () => {
  it('the worked example: lowest over price, 100 and 140, at 120', () => {
    expect(implied('lowest-over-price', [100, 140])).to.equal(1.44);
  });

  it('follows (wq / wp) / |dS/dP| for each formula at a median of 120000', () => {
    const bids = [100000, 120000, 150000];
    const weights = { quality: 60n, price: 40n };
    expect(METHODS.map((method) => implied(method, bids, weights))).to.deep.equal([
      1800, 2160, 1296, 750, 1500, 3700,
    ]);
  });

  for (const method of METHODS) {
    it(`${method}: agrees with the formula itself over one pound either side`, () => {
      const bids = [10000000, 12000000, 15000000];
      const reference = buildReference(bids.map((bid) => whole(bid)));
      const rule = { ...ruleOf(method), floorPence: 8000000, ceilingPence: 20000000 };
      const at = (pence: number) => Number(shownNumber(priceValue(rule, whole(pence), reference)));
      const slope = (at(12000000 - 10000) - at(12000000 + 10000)) / 20000;
      const found =
        reference && impliedPricePerPoint(rule, { quality: 1n, price: 1n }, reference, whole(12000000));
      expect(found && 'price' in found && shownNumber(found.price) * slope).to.be.closeTo(1, 0.001);
    });

    if (method === 'benchmark-linear') continue;
    it(`${method}: ten times the price, ten times the implied price`, () => {
      fc.assert(
        fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 2, maxLength: 6 }), (bids) => {
          const [one, ten] = [
            implied(method, bids),
            implied(
              method,
              bids.map((bid) => bid * 10),
            ),
          ];
          if (typeof one === 'string') expect(ten).to.equal(one);
          else expect(ten).to.be.closeTo(one * 10, one * 1e-5 + 1e-5);
        }),
      );
    });
  }

  it('is null with a reason on a clipped stretch, with one bid, and where price has no weight', () => {
    expect(implied('benchmark-linear', [300000, 400000])).to.include('worth 0 of 100');
    expect(implied('benchmark-linear', [10000, 20000])).to.include('worth 100 of 100');
    expect(implied('proportional-excess', [100, 250, 300])).to.include('worth 0 of 100');
    expect(implied('lowest-over-price', [100])).to.include('formula is flat');
    expect(implied('min-max', [100, 100])).to.include('formula is flat');
    expect(implied('min-max', [100, 200], { quality: 1n, price: 0n })).to.include('Price carries no weight');
    expect(implied('min-max', [100, 200], { quality: 0n, price: 1n })).to.include(
      'Quality carries no weight',
    );
  });

  it('has the middle value, or half-way between the middle two', () => {
    const of = (...values: readonly number[]) => {
      const found = medianOf(values.map((value) => whole(value)));
      return found && shownNumber(found);
    };
    expect([of(3, 1, 2), of(4, 1, 2, 3), of(5), of()]).to.deep.equal([2, 2.5, 5, null]);
  });
});
