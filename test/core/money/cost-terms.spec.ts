import { expect } from 'chai';
import { shownNumber } from '../../../src/core/exact/decimal.ts';
import { whole } from '../../../src/core/exact/rational.ts';
import { amountsOf, checkCostTerms } from '../../../src/core/money/cost-terms.ts';
import type { CostTerms } from '../../../src/core/money/cost-terms.ts';
import { biasOf, raiseCost } from '../../../src/core/money/optimism-bias.ts';

const paid = (terms: CostTerms): readonly (readonly [number, number])[] =>
  amountsOf(terms).map(({ year, pence }) => [year, shownNumber(pence)]);

describe('the terms of a cost line', () => {
  it('is paid once unless it says otherwise', () => {
    expect(paid({ year: 3, pence: 500 })).to.deep.equal([[3, 500]]);
  });

  it('is paid every year, or every so many years, up to and with the last', () => {
    expect(paid({ year: 1, pence: 500, everyYearUntil: 3 }).map(([year]) => year)).to.deep.equal([1, 2, 3]);
    const replaced = { year: 0, pence: 500, everyYears: 4, everyYearUntil: 8 };
    expect(paid(replaced).map(([year]) => year)).to.deep.equal([0, 4, 8]);
    expect(paid({ ...replaced, everyYearUntil: 7 }).map(([year]) => year)).to.deep.equal([0, 4]);
  });

  it('the worked example: 10 % escalation counted from year 0', () => {
    const terms = { year: 1, pence: 10000, everyYearUntil: 3, escalationBp: 1000, fromYear: 0 };
    expect(paid(terms)).to.deep.equal([
      [1, 11000],
      [2, 12100],
      [3, 13310],
    ]);
  });

  it('counts escalation from the first year of the line when no year is named, and keeps part pence', () => {
    expect(paid({ year: 2, pence: 101, everyYearUntil: 3, escalationBp: 250 })).to.deep.equal([
      [2, 101],
      [3, 103.525],
    ]);
  });

  it('names each fault with its place and how to put it right', () => {
    const faultsOf = (terms: CostTerms) => checkCostTerms(terms, '/costs/0').map(({ path }) => path);
    expect(faultsOf({ year: 0, pence: 1.5 })).to.deep.equal(['/costs/0/pence']);
    expect(faultsOf({ year: -1, pence: 1 })).to.deep.equal(['/costs/0/year']);
    expect(faultsOf({ year: 5, pence: 1, everyYearUntil: 4 })).to.deep.equal(['/costs/0/everyYearUntil']);
    expect(faultsOf({ year: 5, pence: 1, everyYears: 2 })).to.deep.equal(['/costs/0/everyYears']);
    expect(faultsOf({ year: 5, pence: 1, everyYears: 0, everyYearUntil: 9 })).to.deep.equal([
      '/costs/0/everyYears',
    ]);
    expect(faultsOf({ year: 5, pence: 1, fromYear: 1 })).to.deep.equal(['/costs/0/fromYear']);
    expect(faultsOf({ year: 5, pence: 1, fromYear: 6, escalationBp: 1 })).to.deep.equal([
      '/costs/0/fromYear',
    ]);
    expect(faultsOf({ year: 5, pence: 1, escalationBp: NaN })).to.deep.equal(['/costs/0/escalationBp']);
    expect(faultsOf({ year: 5, pence: -1, fromYear: 5, escalationBp: 1, everyYearUntil: 5 })).to.deep.equal(
      [],
    );
  });

  it('refuses to work out a faulty line', () => {
    expect(() => amountsOf({ year: 0.5, pence: 1 })).to.throw(RangeError, 'A year must be');
  });
});

describe('optimism bias', () => {
  it('the worked example: capital rises by 43%, income stays', () => {
    const bias = biasOf({ capitalBp: 4300 });
    expect(shownNumber(raiseCost(whole(10000), true, bias))).to.equal(14300);
    expect(shownNumber(raiseCost(whole(10000), false, bias))).to.equal(10000);
    expect(shownNumber(raiseCost(whole(-500), true, bias))).to.equal(-500);
  });

  it('takes one figure for both kinds, and refuses one that is no share', () => {
    expect(biasOf(1000)).to.deep.equal({ capitalBp: 1000, revenueBp: 1000 });
    expect(() => biasOf(-1)).to.throw(RangeError, 'Optimism bias on capital');
    expect(() => biasOf({ revenueBp: 0.5 })).to.throw(RangeError, 'Optimism bias on revenue');
  });
});
