import { expect } from 'chai';
import fc from 'fast-check';
import {
  add,
  compare,
  divide,
  fraction,
  multiply,
  reduced,
  subtract,
  toDouble,
} from '../../../src/core/exact/rational.ts';

const rationals = fc
  .tuple(fc.bigInt({ min: -10000n, max: 10000n }), fc.bigInt({ min: 1n, max: 10000n }))
  .map(([n, d]) => fraction(n, d));

describe('exact fractions', () => {
  it('adds tenths without the error of a double', () => {
    const three = add(fraction(1n, 10n), fraction(2n, 10n));
    expect(compare(three, fraction(3n, 10n))).to.equal(0);
    expect(0.1 + 0.2 === 0.3, 'the double this replaces').to.equal(false);
  });

  it('keeps the denominator above zero', () => {
    expect(fraction(1n, -3n)).to.deep.equal({ n: -1n, d: 3n });
    expect(() => fraction(1n, 0n)).to.throw(RangeError);
  });

  it('obeys the laws of arithmetic', () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        expect(compare(add(a, b), add(b, a))).to.equal(0);
        expect(compare(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).to.equal(0);
        expect(compare(add(subtract(a, b), b), a)).to.equal(0);
        expect(compare(reduced(a), a)).to.equal(0);
        if (b.n !== 0n) expect(compare(multiply(divide(a, b), b), a)).to.equal(0);
      }),
    );
  });

  it('become the nearest double though both parts are longer than a double reaches', () => {
    const long = 3n ** 1000n;
    expect(toDouble({ n: 2n * long + 1n, d: 3n * long })).to.equal(2 / 3);
    expect(toDouble({ n: -(2n * long + 1n), d: 3n * long })).to.equal(-2 / 3);
    expect(toDouble({ n: 10n ** 300n, d: 3n * 10n ** 320n })).to.be.closeTo(1e-20 / 3, 1e-34);
    expect(Number(2n * long + 1n) / Number(3n * long), 'the plain quotient this replaces').to.be.NaN;
  });
});
