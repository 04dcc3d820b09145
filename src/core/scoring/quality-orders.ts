import { greatestCommonDivisor } from '../exact/rational.ts';
import type { PanelValues } from './panel-values.ts';
import type { Prepared } from './prepare-case.ts';

/**
 * Each assessor's own weighted quality of each option: what the ranking would be made of if only that person had marked.
 *
 * Options: those that at least one assessor marked on every scored criterion. Assessors: those who did so for all of
 * these options; others would be comparing different things. Qualities that are level are exactly level: they are sums
 * of whole numbers, over one denominator that all of them share.
 */
export type QualityOrders = {
  /** One row an assessor, one column an option. Numbers that stand in the order of the qualities. */
  readonly rows: readonly (readonly number[])[];
  readonly options: readonly number[];
};

export const listQualityOrders = (prepared: Prepared, panel: PanelValues): QualityOrders => {
  const complete = panel.marksOf.map((marks) => completeOptions(prepared, panel, marks));
  const options = panel.options.filter((option) => complete.some((own) => own.has(option)));
  const points = scorePoints(prepared, panel);
  const rows = panel.marksOf.flatMap((marks, at) =>
    options.length > 0 && options.every((option) => complete[at]?.has(option))
      ? [addUp(prepared, panel, marks, points)]
      : [],
  );
  return { options, rows: rows.map((sums) => placesOf(options.map((option) => sums[option] ?? 0))) };
};

/** The options on which these marks cover every scored leaf. */
const completeOptions = (
  { table, options }: Prepared,
  { leaves, optionOf }: PanelValues,
  marks: Int32Array,
): ReadonlySet<number> => {
  const counts = new Int32Array(options.length);
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at] ?? 0;
    const option = optionOf[table.cellOf[mark] ?? 0] ?? 0;
    counts[option] = (counts[option] ?? 0) + 1;
  }
  return new Set(options.flatMap(({ index }) => (counts[index] === leaves.length ? [index] : [])));
};

/** Plain numbers where every sum of them is exact in a double, big ones otherwise. */
type Points =
  | { readonly size: 'small'; readonly of: readonly Float64Array[] }
  | { readonly size: 'large'; readonly of: readonly (readonly bigint[])[] };

/** Weight times value of every different score of every leaf, over one denominator that they all share. */
const scorePoints = ({ tree }: Prepared, panel: PanelValues): Points => {
  const shares = tree.leaves.map(({ share }) => share);
  const common = panel.leaves.reduce((d, leaf) => greatestCommonDivisor(d, shares[leaf] ?? 0n), 0n) || 1n;
  const denominators = new Set(panel.exactOf.flatMap((values) => [...new Set(values.map(({ d }) => d))]));
  let whole = 1n;
  for (const d of denominators) whole = (whole / greatestCommonDivisor(whole, d)) * d;
  const exact = panel.exactOf.map((values, leaf) => {
    const share = (shares[leaf] ?? 0n) / common;
    return values.map(({ n, d }) => share * n * (whole / d));
  });
  const most = exact.reduce((sum, points) => sum + points.reduce(furthest, 0n), 0n);
  return most <= BigInt(Number.MAX_SAFE_INTEGER)
    ? { size: 'small', of: exact.map((points) => Float64Array.from(points, Number)) }
    : { size: 'large', of: exact };
};

const furthest = (most: bigint, next: bigint): bigint => {
  const size = next < 0n ? -next : next;
  return size > most ? size : most;
};

const addUp = (
  { table, options }: Prepared,
  { scoreIndexOf, leafOf, optionOf }: PanelValues,
  marks: Int32Array,
  points: Points,
): Float64Array | readonly bigint[] => {
  const small = new Float64Array(options.length);
  const large = new Array<bigint>(points.size === 'large' ? options.length : 0).fill(0n);
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at] ?? 0;
    const cell = table.cellOf[mark] ?? 0;
    const leaf = leafOf[cell] ?? 0;
    const option = optionOf[cell] ?? 0;
    const index = scoreIndexOf[mark] ?? 0;
    if (points.size === 'small') small[option] = (small[option] ?? 0) + (points.of[leaf]?.[index] ?? 0);
    else large[option] = (large[option] ?? 0n) + (points.of[leaf]?.[index] ?? 0n);
  }
  return points.size === 'small' ? small : large;
};

/** Whole numbers in the order of the sums, level where they are. */
const placesOf = (sums: readonly (number | bigint)[]): readonly number[] => {
  const different = [...new Set(sums)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const placeOf = new Map(different.map((sum, place) => [sum, place]));
  return sums.map((sum) => placeOf.get(sum) ?? 0);
};
