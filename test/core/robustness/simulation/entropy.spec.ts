import { expect } from 'chai';
import fc from 'fast-check';
import { entropyBits } from '../../../../src/core/robustness/simulation/entropy.ts';

describe('entropy in bits (Shannon 1948)', () => {
  it('is 0 when one outcome is certain, 1 for two as likely, 2 for four', () => {
    expect(entropyBits([5, 0])).to.equal(0);
    expect(entropyBits([1, 1])).to.be.closeTo(1, 1e-14);
    expect(entropyBits([1, 1, 1, 1])).to.be.closeTo(2, 1e-14);
  });

  it('does not change with the unit and is highest when all are as likely', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 9 }), (counts) => {
        const bits = entropyBits(counts);
        expect(entropyBits(counts.map((count) => count * 7))).to.be.closeTo(bits, 1e-12);
        expect(bits).to.be.at.most(entropyBits(counts.map(() => 1)) + 1e-12);
      }),
      { seed: 1 },
    );
  });

  it('refuses no counts, all noughts and counts below nought', () => {
    for (const wrong of [[], [0, 0], [1, -1], [NaN, 1]])
      expect(() => entropyBits(wrong)).to.throw(RangeError, 'Entropy needs counts');
  });
});
