import { expect } from 'chai';
import fc from 'fast-check';
import { shownNumber } from '../../../src/core/exact/decimal.ts';
import { compare, whole } from '../../../src/core/exact/rational.ts';
import { discountFactor } from '../../../src/core/money/discount-rate.ts';
import { integerSquareRoot, midYearFactor } from '../../../src/core/money/mid-year.ts';
import { presentValue } from '../../../src/core/money/present-value.ts';

describe('mid-year factor', () => {
  it('the worked example: 10 % a year, 1 / 1.1^0.5 and 1 / 1.1^1.5', () => {
    expect(shownNumber(midYearFactor(1000, 1))).to.equal(0.953463);
    expect(shownNumber(midYearFactor(1000, 2))).to.equal(0.866784);
  });

  it('leaves year 0 alone and is 1 at a rate of nought', () => {
    expect(shownNumber(midYearFactor(350, 0))).to.equal(1);
    expect(shownNumber(midYearFactor(0, 9))).to.equal(1);
  });

  it('is rounded half up to 6 places of the root of the exact square', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 60 }), (rate, year) => {
        const { n, d } = midYearFactor(rate, year);
        expect(d).to.equal(1_000_000n);
        const [before, after] = [discountFactor(rate, year - 1), discountFactor(rate, year)];
        const squared = { n: before.n * after.n, d: before.d * after.d };
        const bound = (twice: bigint) => ({ n: twice * twice, d: 4n * d * d });
        if (n > 0n) expect(compare(bound(2n * n - 1n), squared)).to.be.at.most(0);
        expect(compare(bound(2n * n + 1n), squared)).to.equal(1);
      }),
    );
  });

  it('steps from one Green Book rate to the next in the middle of year 31', () => {
    const flat = 1.035 ** -30 / Math.sqrt(1.03);
    expect(shownNumber(midYearFactor(350, 31))).to.be.closeTo(flat, 5.1e-7);
  });

  it('makes a later cost dearer than at the end of the year, and the sum a decimal', () => {
    const lines = [
      { year: 0, pence: whole(1000) },
      { year: 1, pence: whole(1000) },
    ];
    expect(shownNumber(presentValue(lines, 1000, 'mid-year'))).to.equal(1953.463);
    expect(shownNumber(presentValue(lines, 1000, 'end-year'))).to.equal(1909.090909);
  });

  it('refuses a year, a rate and a root by name', () => {
    expect(() => midYearFactor(350, 1.5)).to.throw(RangeError, 'A year');
    expect(() => midYearFactor(-1, 1)).to.throw(RangeError, 'A discount rate');
    expect(() => midYearFactor(NaN, 1)).to.throw(RangeError, 'A discount rate');
    expect(() => integerSquareRoot(-4n)).to.throw(RangeError, 'square root');
  });
});

describe('integer square root', () => {
  it('is the largest whole number whose square is not above', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 60n }), (value) => {
        const root = integerSquareRoot(value);
        expect(root * root <= value && (root + 1n) * (root + 1n) > value).to.equal(true);
      }),
    );
    expect([0n, 1n, 2n, 3n, 4n, 8n, 9n].map(integerSquareRoot)).to.deep.equal([0n, 1n, 1n, 1n, 2n, 2n, 3n]);
  });
});
