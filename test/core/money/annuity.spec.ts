import { expect } from 'chai';
import fc from 'fast-check';
import { shownNumber } from '../../../src/core/exact/decimal.ts';
import { compare, whole } from '../../../src/core/exact/rational.ts';
import {
  annuityFactor,
  equivalentAnnualCost,
  escalatingAnnuityFactor,
} from '../../../src/core/money/annuity.ts';

const bp = fc.integer({ min: 1, max: 3000 });
const years = fc.integer({ min: 1, max: 60 });

describe('annuity factors', () => {
  it('standard annuity tables: 10 % for 3 and 5 years, 5 % for 10, 8 % for 20', () => {
    const found = [
      [1000, 3],
      [1000, 5],
      [500, 10],
      [800, 20],
    ].map(([rate = 0, n = 0]) => Number(shownNumber(annuityFactor(rate, n)).toFixed(4)));
    expect(found).to.deep.equal([2.4869, 3.7908, 7.7217, 9.8181]);
  });

  it('NIST Handbook 135, real rate 3 %: UPV of 20 years is 14.88', () => {
    expect(shownNumber(annuityFactor(300, 20))).to.be.closeTo(14.88, 0.005);
  });

  it('is (1 - (1+d)^-n) / d, exactly', () => {
    fc.assert(
      fc.property(bp, years, (rate, n) => {
        const [up, down] = [BigInt(10000 + rate) ** BigInt(n), 10000n ** BigInt(n)];
        const closed = { n: (up - down) * 10000n, d: up * BigInt(rate) };
        const wanted = rate === 350 && n > 30 ? annuityFactor(rate, n) : closed;
        expect(compare(annuityFactor(rate, n), wanted)).to.equal(0);
      }),
    );
  });

  it('is exactly n at a rate of nought', () => {
    expect(compare(annuityFactor(0, 17), whole(17))).to.equal(0);
  });

  it('follows the Green Book steps, which the closed form at 3.5 % does not', () => {
    const stepped = shownNumber(annuityFactor(350, 60));
    expect(stepped).to.be.above((1 - 1.035 ** -60) / 0.035 + 0.1);
  });
});

describe('escalating annuity factors (UPV*)', () => {
  it('is exactly n when the escalation equals the flat rate', () => {
    fc.assert(
      fc.property(
        bp.filter((rate) => rate !== 350),
        years,
        (rate, n) => {
          expect(compare(escalatingAnnuityFactor(rate, rate, n), whole(n))).to.equal(0);
        },
      ),
    );
    expect(compare(escalatingAnnuityFactor(350, 350, 30), whole(30))).to.equal(0);
  });

  it('is (1+e)/(d-e) (1 - ((1+e)/(1+d))^n) otherwise, exactly', () => {
    fc.assert(
      fc.property(bp, bp, years, (rate, escalation, n) => {
        fc.pre(rate !== escalation && rate !== 350);
        const [up, e] = [BigInt(10000 + rate), BigInt(10000 + escalation)];
        const [upN, eN] = [up ** BigInt(n), e ** BigInt(n)];
        const gap = BigInt(rate - escalation);
        const closed = { n: e * (upN - eN) * (gap < 0n ? -1n : 1n), d: upN * (gap < 0n ? -gap : gap) };
        expect(compare(escalatingAnnuityFactor(rate, escalation, n), closed)).to.equal(0);
      }),
    );
  });

  it('is the plain factor without escalation, and takes prices that fall', () => {
    expect(compare(escalatingAnnuityFactor(500, 0, 9), annuityFactor(500, 9))).to.equal(0);
    expect(shownNumber(escalatingAnnuityFactor(0, -5000, 3))).to.equal(0.875);
  });
});

describe('equivalent annual cost', () => {
  it('the worked example: the dearer to buy is the cheaper to have', () => {
    const [short, long] = [
      equivalentAnnualCost(whole(10000), 1000, 3),
      equivalentAnnualCost(whole(15000), 1000, 5),
    ];
    expect(shownNumber(short)).to.be.closeTo(4021.148036, 1e-6);
    expect(shownNumber(long)).to.be.closeTo(3956.962212, 1e-6);
    expect(compare(long, short)).to.equal(-1);
  });

  it('spreadsheet PMT documentation, 8 % on 10000: over 10 years 1490.29 a year', () => {
    expect(shownNumber(equivalentAnnualCost(whole(10000), 800, 10))).to.be.closeTo(1490.29, 0.005);
  });

  it('scales with the cost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), bp, years, (pence, rate, n) => {
        const one = equivalentAnnualCost(whole(pence), rate, n);
        const ten = equivalentAnnualCost(whole(pence * 10), rate, n);
        expect(compare({ n: one.n * 10n, d: one.d }, ten)).to.equal(0);
      }),
    );
  });

  it('refuses a life of no years, of half a year and beyond the last year', () => {
    for (const life of [0, 2.5, NaN, -1, 1001]) {
      expect(() => equivalentAnnualCost(whole(1), 350, life), String(life)).to.throw(RangeError, 'A life');
    }
  });
});
