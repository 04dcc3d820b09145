import type { Fault } from '../../errors.ts';
import { divide, isEqual, multiply, ONE } from '../../exact/rational.ts';
import type { Rational } from '../../exact/rational.ts';
import { MOST_TIMES, readRatio } from './ratio.ts';

/**
 * One person's pairwise judgements. The question: how many times as much does this criterion matter as that one?
 *
 * Held as a square of exact ratios: row over column, 1 on the diagonal, and each entry one over the entry across the
 * diagonal. A comparison that was not made is null on both sides. Judgements come as a list of comparisons (one for each
 * pair that was judged, either way round) or as a matrix, whose part below the diagonal may be left null.
 * Example: "fit over price 3" makes the entry (fit, price) 3 and the entry (price, fit) 1/3.
 */
export type Judgements = readonly (readonly (Rational | null)[])[];

export type Comparison = { readonly a: string; readonly b: string; readonly value: number | string };

export type RatioMatrix = readonly (readonly (number | string | null)[])[];

const RATIO_WORDS = `must be a number above 0 or a fraction such as "1/3", and no more than ${MOST_TIMES} to 1.`;

export const checkComparisons = (
  items: readonly string[],
  comparisons: readonly Comparison[],
  path: string,
): readonly Fault[] => {
  const known = new Set(items);
  const judged = new Map<string, number>();
  return comparisons.flatMap(({ a, b, value }, index) => {
    const at = `${path}/${index}`;
    const unknown = (['a', 'b'] as const).filter((side) => !known.has({ a, b }[side]));
    if (unknown.length > 0) {
      return unknown.map((side) => ({
        path: `${at}/${side}`,
        message: `'${{ a, b }[side]}' is not a criterion that carries weight of its own in this rubric.`,
      }));
    }
    if (a === b) return [{ path: at, message: `'${a}' is compared with itself; compare two criteria.` }];
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
    const earlier = judged.get(pair);
    judged.set(pair, earlier ?? index);
    return [
      ...(earlier === undefined
        ? []
        : [{ path: at, message: `'${a}' and '${b}' are compared at ${path}/${earlier} already; keep one.` }]),
      ...(readRatio(value) ? [] : [{ path: `${at}/value`, message: `The judgement ${RATIO_WORDS}` }]),
    ];
  });
};

/** A square with as many rows as there are criteria, 1 on its diagonal, reciprocal across it. */
export const checkMatrix = (size: number, matrix: RatioMatrix, path: string): readonly Fault[] => {
  if (matrix.length !== size || matrix.some((row) => row.length !== size)) {
    return [
      { path, message: `The matrix must have ${size} rows of ${size} entries, one for each criterion.` },
    ];
  }
  return matrix.flatMap((row, i) =>
    row.flatMap((written, j): readonly Fault[] => {
      if (written === null) return [];
      const at = `${path}/${i}/${j}`;
      const ratio = readRatio(written);
      if (!ratio) return [{ path: at, message: `The entry ${RATIO_WORDS}` }];
      if (i === j) {
        return isEqual(ratio, ONE)
          ? []
          : [{ path: at, message: 'A criterion compared with itself is 1; write 1 on the diagonal.' }];
      }
      const across = readRatio(matrix[j]?.[i] ?? '');
      return j > i || !across || isEqual(multiply(ratio, across), ONE)
        ? []
        : [
            {
              path: at,
              message: `The entry must be one over the entry at ${path}/${j}/${i}; write it as a fraction such as "1/3", or null.`,
            },
          ];
    }),
  );
};

/** From comparisons that checkComparisons found sound. */
export const judgementsOf = (items: readonly string[], comparisons: readonly Comparison[]): Judgements => {
  const place = new Map(items.map((item, index) => [item, index]));
  const entries = new Map<string, Rational>();
  for (const { a, b, value } of comparisons) {
    const ratio = readRatio(value);
    if (!ratio) continue;
    entries.set(`${place.get(a)} ${place.get(b)}`, ratio);
    entries.set(`${place.get(b)} ${place.get(a)}`, divide(ONE, ratio));
  }
  return items.map((_row, i) =>
    items.map((_column, j) => (i === j ? ONE : (entries.get(`${i} ${j}`) ?? null))),
  );
};

/** From a matrix that checkMatrix found sound; an entry left null is read across the diagonal. */
export const judgementsOfMatrix = (matrix: RatioMatrix): Judgements =>
  matrix.map((row, i) =>
    row.map((written, j) => {
      if (i === j) return ONE;
      const own = written === null ? null : readRatio(written);
      const across = readRatio(matrix[j]?.[i] ?? '');
      return own ?? (across && divide(ONE, across));
    }),
  );
