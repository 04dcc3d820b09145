import { expect } from 'chai';
import fc from 'fast-check';
import { exponential } from '../../../src/core/draws/exponential.ts';
import { createGenerator } from '../../../src/core/draws/generator.ts';
import { logarithm } from '../../../src/core/draws/logarithm.ts';

const WORD = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  fc.constantFrom(0, 1, 2, 2 ** 31, 2 ** 32 - 1),
);

describe('the exponential number of a word', () => {
  it('is log 2 in the middle of all words', () => {
    expect(exponential(2 ** 31 - 1)).to.be.closeTo(0.6931471805599453, 1e-9);
  });

  it('is minus the logarithm of the middle of the word, to 14 digits', () => {
    fc.assert(
      fc.property(WORD, (word) => {
        const exact = logarithm(2 ** 32) - logarithm(word + 0.5);
        expect(exponential(word)).to.be.closeTo(exact, 2e-14);
      }),
      { seed: 1, numRuns: 5000 },
    );
  });

  it('falls as the word rises, and stays above nought', () => {
    const words = [0, 1, 2, 3, 1000, 2 ** 20, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1];
    const drawn = words.map(exponential);
    expect(drawn).to.deep.equal([...drawn].sort((a, b) => b - a));
    expect(Math.min(...drawn)).to.be.above(0);
  });

  it('has the mean 1 and the variance 1 of the distribution, over 100,000 words', () => {
    const { word } = createGenerator(1, 0);
    const drawn = Array.from({ length: 100_000 }, () => exponential(word()));
    const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
    const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length;
    expect(mean).to.be.closeTo(1, 0.015);
    expect(variance).to.be.closeTo(1, 0.04);
  });
});
