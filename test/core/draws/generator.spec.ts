import { expect } from 'chai';
import fc from 'fast-check';
import { createGenerator, generatorFrom } from '../../../src/core/draws/generator.ts';

describe('the generator of words', () => {
  it('gives the words of the reference xoshiro128** 1.1 from the state 1, 2, 3, 4 (Blackman and Vigna)', () => {
    const { word } = generatorFrom([1, 2, 3, 4]);
    const first = Array.from({ length: 10 }, word);
    expect(first).to.deep.equal([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('gives the same words one at a time and by the array', () => {
    const [single, many] = [createGenerator(7, 3), createGenerator(7, 3)];
    const words = new Uint32Array(100);
    many.fill(words, 100);
    expect([...words]).to.deep.equal(Array.from({ length: 100 }, single.word));
    expect(many.word()).to.equal(single.word());
  });

  it('gives other words for another seed, for the upper half of a seed, and for another stream', () => {
    const start = (seed: number, stream: number): string => {
      const { word } = createGenerator(seed, stream);
      return `${word()} ${word()}`;
    };
    const starts = [start(1, 0), start(1, 1), start(2, 0), start(2 ** 32 + 1, 0), start(0, 0), start(0, 1)];
    expect(new Set(starts).size).to.equal(starts.length);
  });

  it('draws below a limit evenly and never reaches it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.maxSafeNat(), (limit, seed) => {
        const { below } = createGenerator(seed, 0);
        const counts = new Array<number>(limit).fill(0);
        for (let draw = 0; draw < 200 * limit; draw += 1) {
          const drawn = below(limit);
          counts[drawn] = (counts[drawn] ?? NaN) + 1;
        }
        // 200 expected in each; six standard deviations either side.
        for (const count of counts) expect(count).to.be.within(limit === 1 ? 200 : 115, 285);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('refuses a seed or a stream it cannot tell from another, by name', () => {
    expect(() => createGenerator(-1, 0)).to.throw(RangeError, 'seed -1');
    expect(() => createGenerator(NaN, 0)).to.throw(RangeError, 'seed NaN');
    expect(() => createGenerator(0.5, 0)).to.throw(RangeError, 'seed 0.5');
    expect(() => createGenerator(0, 2 ** 32)).to.throw(RangeError, 'stream 4294967296');
  });
});
