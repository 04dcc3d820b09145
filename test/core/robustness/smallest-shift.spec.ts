import { expect } from 'chai';
import fc from 'fast-check';
import { shownNumber } from '../../../src/core/exact/decimal.ts';
import { smallestShift } from '../../../src/core/robustness/smallest-shift.ts';
import { makeContenders, weightsOf } from './make-contenders.ts';

const shiftOf = (
  winner: readonly number[],
  rival: readonly number[],
  percent: readonly number[],
): number | null => {
  const [a, b] = makeContenders([winner, rival], percent).contenders;
  if (!a || !b) throw new Error('no contender');
  const shift = smallestShift(a, b, weightsOf(percent));
  return shift && shownNumber(shift);
};

describe('smallest shift', () => {
  it('moves 0.1667 for leads of 40 and -20 at equal weights', () => {
    expect(shiftOf([70, 40], [30, 60], [50, 50])).to.equal(0.166667);
  });

  it('takes from the largest lead first, and from the next when that one is used up', () => {
    expect(shiftOf([90, 60, 0], [0, 0, 50], [10, 70, 20])).to.equal(0.345455);
  });

  it('is null when the winner leads everywhere, and the whole of the other weights when level on one', () => {
    expect(shiftOf([70, 50], [60, 40], [50, 50])).to.equal(null);
    expect(shiftOf([70, 50], [60, 50], [30, 70])).to.equal(0.3);
  });

  it('no other move of weights of that size or less does better (checked on random moves)', () => {
    const row = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
    const moves = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(row, row, moves, (a, b, raw) => {
        const percent = [50, 30, 20];
        const leads = a.map((value, index) => value - (b[index] ?? 0));
        const gapAt = (weights: readonly number[]): number =>
          leads.reduce((sum, lead, index) => sum + lead * (weights[index] ?? 0), 0);
        fc.pre(gapAt(percent) > 0 && raw.some((each) => each > 0));
        const total = raw.reduce((sum, each) => sum + each, 0);
        const weights = raw.map((each) => each / total);
        const moved =
          weights.reduce((sum, each, index) => sum + Math.abs(each - (percent[index] ?? 0) / 100), 0) / 2;
        const shift = shiftOf(a, b, percent);
        if (shift === null) expect(gapAt(weights)).to.be.above(0);
        else if (gapAt(weights) <= 0) expect(moved).to.be.at.least(shift - 1e-6);
      }),
      { numRuns: 500 },
    );
  });
});
