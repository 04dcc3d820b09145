import type { Rational } from '../exact/rational.ts';
import { fraction } from '../exact/rational.ts';

/** The exact value of a plain decimal such as '-12.50'. */
export const exactOf = (number: string): Rational => {
  const [whole = '0', part = ''] = number.split('.');
  return fraction(BigInt(`${whole}${part}`), 10n ** BigInt(part.length));
};

export const placesOf = (number: string): number => number.split('.')[1]?.length ?? 0;
