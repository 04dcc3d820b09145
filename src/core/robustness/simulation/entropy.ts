import { logarithm } from '../../draws/logarithm.ts';

/**
 * Entropy in bits. The question: how undecided does the information leave us?
 *
 * In words: minus the sum of p log2 p over shares p that sum to 1. Nought when one outcome is certain; one bit for two
 * outcomes that are as likely; log2 n at most. Source: Shannon 1948. `counts` are any numbers not below nought, at
 * least one above. Example: 1 and 1 are 1 bit; 1, 1, 1 and 1 are 2; 5 and 0 are 0.
 */
export const entropyBits = (counts: Iterable<number>): number => {
  const present = [...counts].filter((count) => count !== 0);
  if (present.length === 0 || present.some((count) => !(count > 0 && count < Infinity)))
    throw new RangeError('Entropy needs counts not below 0, at least one of them above.');
  const total = present.reduce((sum, count) => sum + count, 0);
  const bits = present.reduce((sum, count) => sum - (count / total) * logarithm(count / total), 0);
  return bits / logarithm(2);
};
