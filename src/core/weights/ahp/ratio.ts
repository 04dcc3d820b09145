import { fraction, isBelow, whole, ZERO } from '../../exact/rational.ts';
import type { Rational } from '../../exact/rational.ts';

/**
 * A judgement "a matters so many times as much as b", as a person writes it: 3, 0.5, "1/3" or "0.25".
 * Null when it is not a number above 0, or lies beyond 1000 to 1: nobody can judge such a ratio, and it would cost the
 * arithmetic its precision.
 */
export const MOST_TIMES = 1000n;

export const readRatio = (written: number | string): Rational | null => {
  const parts = /^(\d{1,15}(?:\.\d{1,15})?)(?:\/(\d{1,15}(?:\.\d{1,15})?))?$/.exec(String(written).trim());
  if (!parts) return null;
  const [top, bottom] = [readDecimal(parts[1] ?? ''), readDecimal(parts[2] ?? '1')];
  if (top.n === 0n || bottom.n === 0n) return null;
  const ratio = fraction(top.n * bottom.d, top.d * bottom.n);
  const isUsable = isBelow(ZERO, ratio) && ratio.n <= MOST_TIMES * ratio.d && ratio.d <= MOST_TIMES * ratio.n;
  return isUsable ? ratio : null;
};

const readDecimal = (text: string): Rational => {
  const [before = '0', after = ''] = text.split('.');
  return after === '' ? whole(BigInt(before)) : fraction(BigInt(before + after), 10n ** BigInt(after.length));
};
