import { decimalOf } from '../../exact/decimal.ts';
import { expFixed, fromFixed, lnFixed, toFixed } from '../../exact/fixed-point.ts';
import type { Fixed } from '../../exact/fixed-point.ts';
import { toDouble } from '../../exact/rational.ts';

/**
 * Ratios and their logarithms, for roots and geometric means. A ratio below 1 goes by way of its reciprocal, so that a
 * very small one keeps its digits. Example: 1/8 has the logarithm -3 ln 2.
 */
export const logOfRatio = (ratio: number): Fixed =>
  ratio < 1 ? -lnFixed(toFixed(decimalOf(1 / ratio))) : lnFixed(toFixed(decimalOf(ratio)));

export const ratioOfLog = (log: Fixed): number =>
  log < 0n ? 1 / toDouble(fromFixed(expFixed(-log))) : toDouble(fromFixed(expFixed(log)));
