import { expect } from 'chai';
import { shownNumber } from '../../../src/core/exact/decimal.ts';
import { compare, whole } from '../../../src/core/exact/rational.ts';
import { discountFactor } from '../../../src/core/money/discount-rate.ts';
import { presentValue, undiscounted } from '../../../src/core/money/present-value.ts';
import type { DatedAmount } from '../../../src/core/money/present-value.ts';
import { readVector } from '../scoring/read-vector.ts';

const dated = (lines: readonly { year: number; pence: number }[]): readonly DatedAmount[] =>
  lines.map(({ year, pence }) => ({ year, pence: whole(pence) }));

describe('present value', () => {
  it('npv-01 (spreadsheet and numpy-financial documentation): the two timing conventions', () => {
    const { inputs, expected } = readVector('npv-01-timing');
    inputs.cases.forEach((one: { rate: number; flows: number[]; first_flow_at: number }, index: number) => {
      const lines = one.flows.map((pence, t) => ({ year: one.first_flow_at + t, pence }));
      const found = shownNumber(presentValue(dated(lines), Math.round(one.rate * 10000)));
      expect(found).to.be.closeTo(expected.npv[index], 1e-6);
    });
  });

  it('npv-03 (HM Treasury Green Book, long-term discount rates): factors by year', () => {
    const { inputs, expected } = readVector('npv-03-declining-rate');
    for (const year of inputs.years as number[]) {
      expect(shownNumber(discountFactor(350, year)), `year ${year}`).to.be.closeTo(
        expected.factors[year],
        5.1e-7,
      );
    }
  });

  it('npv-03 control: 3 % for all 31 years is another number', () => {
    const { expected } = readVector('npv-03-declining-rate');
    expect(shownNumber(discountFactor(300, 31))).to.not.be.closeTo(expected.factors[31], 0.01);
  });

  it('follows the schedule past year 300, down to 1 %', () => {
    const later = discountFactor(350, 301);
    const before = discountFactor(350, 300);
    expect(compare({ n: before.n * 100n, d: before.d * 101n }, later)).to.equal(0);
  });

  it('agrees with the sum of each cost times its factor, exactly', () => {
    const lines = [0, 3, 3, 40, 90].map((year, index) => ({ year, pence: 1000 + index }));
    const byFactor = lines.reduce(
      (total, { year, pence }) => total + shownNumber(discountFactor(350, year)) * pence,
      0,
    );
    expect(shownNumber(presentValue(dated(lines), 350))).to.be.closeTo(byFactor, 0.01);
    expect(
      compare(
        presentValue(
          dated([
            { year: 0, pence: 1000 },
            { year: 1, pence: 1035 },
          ]),
          350,
        ),
        whole(2000),
      ),
    ).to.equal(0);
  });

  it('takes a rate of nought, income, and no discount for a tendered price', () => {
    const lines = [
      { year: 0, pence: 500 },
      { year: 5, pence: -200 },
    ];
    expect(shownNumber(presentValue(dated(lines), 0))).to.equal(300);
    expect(shownNumber(undiscounted(dated(lines)))).to.equal(300);
    expect(shownNumber(presentValue(dated(lines), 1000))).to.be.closeTo(500 - 200 / 1.1 ** 5, 1e-6);
  });
});
