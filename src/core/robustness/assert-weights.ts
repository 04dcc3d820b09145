import { compare, ZERO } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import type { Contender } from './contender.ts';

/** Refuses, by name, a weight below 0, and an option that has not exactly one value for each weight. */
export const assertWeights = (
  weights: readonly Rational[],
  contenders: readonly Contender[],
  values: 'leafValues' | 'nodeValues',
): void => {
  const below = weights.findIndex((weight) => compare(weight, ZERO) < 0);
  if (below >= 0) throw new RangeError(`Weight ${below} is below 0; a weight is 0 or more.`);
  for (const contender of contenders) {
    const found = contender[values].length;
    if (found !== weights.length)
      throw new RangeError(
        `Option '${contender.id}' has ${found} ${found === 1 ? 'value' : 'values'} for ${weights.length} weights.`,
      );
  }
};
