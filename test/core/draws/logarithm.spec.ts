import { expect } from 'chai';
import fc from 'fast-check';
import { logarithm } from '../../../src/core/draws/logarithm.ts';

describe('the logarithm', () => {
  it('is 0 at 1, and log 2 and log 10 to the last digit of a table (Abramowitz and Stegun 1964)', () => {
    expect(logarithm(1)).to.equal(0);
    expect(logarithm(2)).to.equal(0.6931471805599453);
    expect(logarithm(10)).to.be.closeTo(2.302585092994045684, 1e-15);
  });

  it('agrees with the engine to 14 digits, over its whole range', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(logarithm(x)).to.be.closeTo(Math.log(x), 1e-14 * Math.max(1, Math.abs(Math.log(x))));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('turns products into sums', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 20 }), fc.integer({ min: 1, max: 2 ** 20 }), (a, b) => {
        expect(logarithm(a * b)).to.be.closeTo(logarithm(a) + logarithm(b), 1e-13);
      }),
      { seed: 1 },
    );
  });

  it('refuses what has no logarithm, by name', () => {
    for (const wrong of [0, -1, NaN, Infinity])
      expect(() => logarithm(wrong)).to.throw(RangeError, String(wrong));
  });
});
