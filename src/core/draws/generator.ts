/**
 * A stream of 32-bit words. The question: which numbers does a simulation draw, so that anyone can draw them again?
 *
 * xoshiro128** 1.1 by Blackman and Vigna (2018), on whole numbers only, so every engine gives the same words. Its state
 * is filled from a seed and a stream number by the splitmix steps below: the same pair always gives the same stream,
 * and the blocks of a simulation each take a stream of their own, so it does not matter who draws which block.
 *
 * Limits: seed 0 to 2^53 - 1, stream 0 to 2^32 - 1. For simulation only, never for secrets.
 * Example: from the state 1, 2, 3, 4 the first words are 11520, 0, 5927040, 70819200 (the authors' reference code).
 */
export type Generator = {
  /** The next word, 0 to 2^32 - 1. */
  readonly word: () => number;
  /** Fills the first `count` places with the next words. */
  readonly fill: (words: Uint32Array | Int32Array, count: number) => void;
  /** A whole number 0 to limit - 1, each as likely (words that would favour some are drawn again). */
  readonly below: (limit: number) => number;
};

export type GeneratorState = readonly [number, number, number, number];

const TWO_32 = 2 ** 32;

/** Throws a RangeError when seed or stream is not a whole number in its range. */
export const createGenerator = (seed: number, stream: number): Generator => {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`The seed ${seed} is not a whole number from 0 to 2^53 - 1.`);
  if (!Number.isInteger(stream) || stream < 0 || stream >= TWO_32)
    throw new RangeError(`The stream ${stream} is not a whole number from 0 to 2^32 - 1.`);
  let step = mixed(mixed(mixed(seed % TWO_32) ^ Math.floor(seed / TWO_32)) ^ stream);
  const next = (): number => {
    step = (step + 0x9e3779b9) >>> 0;
    return mixed(step);
  };
  return generatorFrom([next(), next(), next(), next() || 1]);
};

/** Scrambles the bits of a word: every bit of the answer depends on every bit given (the finaliser of MurmurHash3). */
const mixed = (word: number): number => {
  let bits = word ^ (word >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
};

/** From a state of four words, not all nought. */
export const generatorFrom = (state: GeneratorState): Generator => {
  let [a, b, c, d] = state;
  const fill = (words: Uint32Array | Int32Array, count: number): void => {
    let [s0, s1, s2, s3] = [a, b, c, d];
    for (let index = 0; index < count; index += 1) {
      const five = Math.imul(s1, 5);
      words[index] = Math.imul((five << 7) | (five >>> 25), 9);
      const shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = (s3 << 11) | (s3 >>> 21);
    }
    [a, b, c, d] = [s0, s1, s2, s3];
  };
  const one = new Uint32Array(1);
  const word = (): number => {
    fill(one, 1);
    return one[0] ?? 0;
  };
  const below = (limit: number): number => {
    const fair = TWO_32 - (TWO_32 % limit);
    let drawn = word();
    while (drawn >= fair) drawn = word();
    return drawn % limit;
  };
  return { word, fill, below };
};
