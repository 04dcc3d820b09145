import { compare, divide, HUNDRED, multiply, scale, subtract, sum, whole } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import { exactOf, placesOf } from './exact-cell.ts';

/** One mark that a total may rest on: exactly as written, with the weight as written and the ends of its scale. */
export type Term = {
  readonly mark: Rational;
  readonly weight: Rational;
  readonly low: Rational;
  readonly top: Rational;
};

/**
 * How people total marks in a spreadsheet. Which of these a sheet used is found by trying: the one that most of its
 * figures agree with is taken for meant, and the figures that disagree with it are named.
 */
export type Formula = { readonly words: string; readonly of: (terms: readonly Term[]) => Rational };

const share = ({ mark, low, top }: Term): Rational => divide(subtract(mark, low), subtract(top, low));
const total = (terms: readonly Term[], part: (term: Term) => Rational): Rational => sum(terms.map(part));
const weighed = (terms: readonly Term[]): Rational => total(terms, (one) => multiply(one.weight, one.mark));
const shared = (terms: readonly Term[]): Rational => total(terms, (one) => multiply(one.weight, share(one)));
const weights = (terms: readonly Term[]): Rational => total(terms, (one) => one.weight);
const hundredth = (value: Rational): Rational => divide(value, HUNDRED);

export const FORMULAS: readonly Formula[] = [
  { words: 'weight times mark, as a part of the highest mark', of: shared },
  { words: 'weight times mark', of: weighed },
  { words: 'weight in per cent times mark', of: (terms) => hundredth(weighed(terms)) },
  { words: 'weight times mark, out of 100', of: (terms) => multiply(HUNDRED, shared(terms)) },
  {
    words: 'the weighted mean of the marks',
    of: (terms) => (weights(terms).n === 0n ? whole(0) : divide(weighed(terms), weights(terms))),
  },
  { words: 'the marks added up', of: (terms) => total(terms, ({ mark }) => mark) },
  {
    words: 'the mean of the marks',
    of: (terms) =>
      divide(
        total(terms, ({ mark }) => mark),
        whole(terms.length),
      ),
  },
  {
    words: 'the marks as a part of the highest',
    of: (terms) => divide(total(terms, share), whole(terms.length)),
  },
  {
    words: 'the marks in per cent of the highest',
    of: (terms) => scale(divide(total(terms, share), whole(terms.length)), 100n),
  },
];

/** Whether a figure in a sheet says the exact one: within half of its last written digit, or the last of 15 digits. */
export const agrees = (written: string, exact: Rational): boolean => {
  const off = subtract(exactOf(written), exact);
  const size = off.n < 0n ? { n: -off.n, d: off.d } : off;
  const half: Rational = { n: 1n, d: 2n * 10n ** BigInt(placesOf(written)) };
  const figure = exactOf(written);
  const lastDigit: Rational = { n: figure.n < 0n ? -figure.n : figure.n, d: figure.d * 10n ** 12n };
  return compare(size, compare(half, lastDigit) > 0 ? half : lastDigit) <= 0;
};
