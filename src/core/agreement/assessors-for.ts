import type { Measured } from './measured.ts';
import { measured, undefinedBecause } from './measured.ts';

/**
 * Spearman-Brown, turned round. The question: how many assessors like these would it take for the mean of their marks to
 * reach a wanted reliability?
 *
 * In words: with r the reliability of one assessor's mark and g the one wanted, the number is g (1 - r) / (r (1 - g)),
 * rounded up.
 *
 * Source: Spearman (1910) and Brown (1910).
 * Limits: it takes the assessors to come as they were, and r from a small panel is rough, so read it as a size. Undefined
 * when r is nought or less: then no number is enough.
 * Example: r = 0.29 and g = 0.7: 0.7 x 0.71 / (0.29 x 0.3) = 5.7, so 6.
 */
export const assessorsFor = (wanted: number, single: number): Measured => {
  if (!(wanted > 0 && wanted < 1))
    throw new RangeError(`The wanted reliability ${wanted} is not between 0 and 1.`);
  if (!Number.isFinite(single) || single > 1 + ROUNDING)
    throw new RangeError(`The reliability ${single} of one mark is not a number of at most 1.`);
  if (single <= ROUNDING)
    return undefinedBecause('One mark says nothing reliable about a cell here, so no number of them would.');
  const needed = (wanted * (1 - single)) / (single * (1 - wanted));
  return measured(Math.max(1, Math.ceil(needed - ROUNDING)));
};

const ROUNDING = 1e-9;
