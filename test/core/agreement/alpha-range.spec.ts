import { expect } from 'chai';
import { krippendorffAlpha } from '../../../src/core/agreement/alpha.ts';
import { alphaRanges, resamplesFor } from '../../../src/core/agreement/alpha-range.ts';
import { countRatings } from '../../../src/core/agreement/ratings.ts';
import { createGenerator } from '../../../src/core/draws/generator.ts';

const noisyUnits = (count: number, noise: number, seed: number): readonly (readonly number[])[] => {
  const { below } = createGenerator(seed, 99);
  return Array.from({ length: count }, () => {
    const base = below(6);
    return Array.from({ length: 3 }, () => base + below(noise));
  });
};

describe('the 95% range of alpha', () => {
  const ratings = countRatings(noisyUnits(30, 3, 1));

  it('holds alpha itself, and is the same for the same seed only', () => {
    const [ordinal, interval] = alphaRanges(ratings, ['ordinal', 'interval'], 1);
    const { value } = krippendorffAlpha(ratings, 'ordinal');
    expect(ordinal?.resamples).to.equal(10_000);
    expect(value).to.be.within(ordinal?.range95?.[0] ?? NaN, ordinal?.range95?.[1] ?? NaN);
    expect(alphaRanges(ratings, ['ordinal', 'interval'], 1)).to.deep.equal([ordinal, interval]);
    expect(alphaRanges(ratings, ['ordinal'], 2)[0]?.range95).not.to.deep.equal(ordinal?.range95);
  });

  it('holds the alpha of endless units of the same kind in about 95 of 100 samples', () => {
    const { value: truth } = krippendorffAlpha(countRatings(noisyUnits(20_000, 3, 7)), 'interval');
    const samples = Array.from({ length: 60 }, (_unused, index) =>
      countRatings(noisyUnits(40, 3, 100 + index)),
    );
    const held = samples.filter((sample) => {
      const [low, high] = alphaRanges(sample, ['interval'], 1)[0]?.range95 ?? [NaN, NaN];
      return truth !== null && low <= truth && truth <= high;
    });
    // 57 expected of 60; the bootstrap is known to be a little narrow on 40 units.
    expect(held.length).to.be.within(50, 60);
  }).timeout(60_000);

  it('is 1 to 1 when people agree on every unit, and discards resamples in which all values are equal', () => {
    const [range] = alphaRanges(
      countRatings([
        [1, 1],
        [2, 2],
      ]),
      ['nominal'],
      1,
    );
    expect(range?.range95).to.deep.equal([1, 1]);
    // Both draws are the same unit half the time: 5,000 expected, six standard deviations are 300.
    expect(range?.discarded).to.be.within(4_700, 5_300);
  });

  it('is 1 to 1 for twenty units on which two people agree (the worked example)', () => {
    const agreed = Array.from({ length: 20 }, (_unused, unit) => [unit % 4, unit % 4]);
    expect(alphaRanges(countRatings(agreed), ['ordinal'], 1)[0]?.range95).to.deep.equal([1, 1]);
  });

  it('is undefined for fewer than two units and where no resample has a difference', () => {
    expect(alphaRanges(countRatings([[1, 2]]), ['ordinal'], 1)[0]).to.deep.equal({
      range95: null,
      resamples: 0,
      discarded: 0,
    });
    const equal = alphaRanges(
      countRatings([
        [1, 1],
        [1, 1],
      ]),
      ['ordinal'],
      1,
    )[0];
    expect(equal).to.deep.equal({ range95: null, resamples: 10_000, discarded: 10_000 });
  });

  it('takes fewer resamples where there are many units, never fewer than 200', () => {
    const many = countRatings(Array.from({ length: 20_000 }, (_unused, index) => [index % 2, 1]));
    expect(resamplesFor(many)).to.equal(1_000);
    const wide = countRatings(
      Array.from({ length: 2_000 }, (_unused, index) =>
        Array.from({ length: 60 }, (_value, person) => index + person),
      ),
    );
    expect(resamplesFor(wide)).to.equal(200);
  });

  it('refuses a seed that is not a whole number', () => {
    expect(() => alphaRanges(ratings, ['ordinal'], 0.5)).to.throw(RangeError, 'seed 0.5');
  });
});
