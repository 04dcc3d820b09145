import { expect } from 'chai';
import fc from 'fast-check';
import { decimalOf, decimalPlaces, roundHalfUp, shownNumber } from '../../../src/core/exact/decimal.ts';
import { fraction } from '../../../src/core/exact/rational.ts';

describe('decimals as written', () => {
  it('reads the number that was written, not the double near it', () => {
    expect(decimalOf(0.1)).to.deep.equal({ n: 1n, d: 10n });
    expect(decimalOf(-2.5)).to.deep.equal({ n: -25n, d: 10n });
    expect(decimalOf(1e-7)).to.deep.equal({ n: 1n, d: 10_000_000n });
    expect(decimalOf(1.5e21)).to.deep.equal({ n: 1_500_000_000_000_000_000_000n, d: 1n });
    expect(() => decimalOf(Number.NaN)).to.throw(RangeError);
  });

  it('counts the places as written', () => {
    expect([2.5, 3, 0.001, 1e-7, 100].map(decimalPlaces)).to.deep.equal([1, 0, 3, 7, 0]);
  });

  it('rounds halves up, below zero too', () => {
    expect(roundHalfUp(fraction(653333335n, 10_000_000n), 6)).to.equal(65333334n);
    expect([-3n, -1n, 1n, 3n].map((n) => roundHalfUp(fraction(n, 2n), 0))).to.deep.equal([-1n, 0n, 1n, 2n]);
  });

  it('shows at most 6 places and never minus zero', () => {
    expect(shownNumber(fraction(2n, 3n))).to.equal(0.666667);
    expect(Object.is(shownNumber(fraction(-1n, 10_000_000n)), 0)).to.equal(true);
    expect(shownNumber(fraction(10n ** 20n + 1n, 1n))).to.equal(1e20);
  });

  it('gives back every number of at most 6 places', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (units) => {
        const written = units / 1e6;
        expect(shownNumber(decimalOf(written)) === written).to.equal(true);
      }),
    );
  });
});
