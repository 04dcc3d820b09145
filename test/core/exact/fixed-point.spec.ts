import { expect } from 'chai';
import fc from 'fast-check';
import {
  divideFixed,
  expFixed,
  FIXED_ONE,
  fromFixed,
  lnFixed,
  multiplyFixed,
  toFixed,
} from '../../../src/core/exact/fixed-point.ts';
import type { Fixed } from '../../../src/core/exact/fixed-point.ts';
import { roundHalfUp } from '../../../src/core/exact/decimal.ts';
import { fraction, whole } from '../../../src/core/exact/rational.ts';

/** The first `places` decimals, cut off. */
const digits = (value: Fixed, places: number): string => {
  const text = String((value * 10n ** BigInt(places)) / FIXED_ONE).padStart(places + 1, '0');
  return `${text.slice(0, -places)}.${text.slice(-places)}`;
};

describe('fixed-point exponential and logarithm', () => {
  it('e to 40 places (OEIS A001113)', () => {
    expect(digits(expFixed(FIXED_ONE), 40)).to.equal('2.7182818284590452353602874713526624977572');
  });

  it('ln 2 to 40 places (OEIS A002162) and ln 10 to 40 places (OEIS A002392)', () => {
    expect(digits(lnFixed(2n * FIXED_ONE), 40)).to.equal('0.6931471805599453094172321214581765680755');
    expect(digits(lnFixed(10n * FIXED_ONE), 40)).to.equal('2.3025850929940456840179914546843642076011');
  });

  it('1/e to 40 places (OEIS A068985) and the square root of e to 40 places (OEIS A019774)', () => {
    expect(digits(expFixed(-FIXED_ONE), 40)).to.equal('0.3678794411714423215955237701614608674458');
    expect(digits(expFixed(FIXED_ONE / 2n), 40)).to.equal('1.6487212707001281468486507878141635716537');
  });

  it('is exact at nought and one', () => {
    expect(expFixed(0n)).to.equal(FIXED_ONE);
    expect(lnFixed(FIXED_ONE)).to.equal(0n);
  });

  it('refuses the logarithm of nought and of less', () => {
    expect(() => lnFixed(0n)).to.throw(RangeError, 'above 0');
    expect(() => lnFixed(-FIXED_ONE)).to.throw(RangeError, 'above 0');
  });

  const milli = fc.integer({ min: -40_000, max: 40_000 });

  it('are each other’s inverse to 35 places', () => {
    fc.assert(
      fc.property(milli, (thousandths) => {
        const x = toFixed(fraction(BigInt(thousandths), 1000n));
        expect(roundHalfUp(fromFixed(lnFixed(expFixed(x)) - x), 35)).to.equal(0n);
      }),
      { numRuns: 50 },
    );
  });

  it('turns sums into products', () => {
    fc.assert(
      fc.property(milli, milli, (a, b) => {
        const [x, y] = [fraction(BigInt(a), 4000n), fraction(BigInt(b), 4000n)].map(toFixed) as [
          Fixed,
          Fixed,
        ];
        const ratio = divideFixed(multiplyFixed(expFixed(x), expFixed(y)), expFixed(x + y));
        expect(roundHalfUp(fromFixed(ratio - FIXED_ONE), 35)).to.equal(0n);
      }),
      { numRuns: 50 },
    );
  });

  it('cuts a fraction towards the smaller number', () => {
    expect(toFixed(fraction(-1n, 3n)) * 3n < -FIXED_ONE).to.equal(true);
    expect(toFixed(whole(7))).to.equal(7n * FIXED_ONE);
  });
});
