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
  const { options, assessors } = whoMarkedInFull(prepared, panel);
  const points = scorePoints(prepared, panel);
  const sums = assessors.map((): (number | bigint)[] => []);
  for (const option of options) {
    const ofOption = addUp(prepared, panel, option, points);
    assessors.forEach((assessor, row) => sums[row]?.push(ofOption[assessor] ?? 0));
  }
  return { options, rows: sums.map(placesOf) };
};

/** The options that anybody marked on every scored leaf, and the assessors who did so for all of them. */
const whoMarkedInFull = (
  { table, tree }: Prepared,
  { options, assessors, leaves }: PanelValues,
): { readonly options: readonly number[]; readonly assessors: readonly number[] } => {
  const { start, assessorOf } = table.panel;
  const width = tree.leaves.length;
  const optionsInFull = new Int32Array(table.assessors.length);
  const counts = new Int32Array(table.assessors.length);
  const inFull = options.filter((option) => {
    counts.fill(0);
    const to = start[(option + 1) * width] ?? 0;
    for (let mark = start[option * width] ?? 0; mark < to; mark += 1)
      (counts[assessorOf[mark] as number] as number) += 1;
    let isAny = false;
    for (let assessor = 0; assessor < counts.length; assessor += 1) {
      if (counts[assessor] !== leaves.length) continue;
      (optionsInFull[assessor] as number) += 1;
      isAny = true;
    }
    return isAny;
  });
  return {
    options: inFull,
    assessors: inFull.length === 0 ? [] : assessors.filter((one) => optionsInFull[one] === inFull.length),
  };
};

/** Plain numbers where every sum of them is exact in a double, big ones otherwise. */
type Points =
  | { readonly size: 'small'; readonly of: readonly Float64Array[] }
  | { readonly size: 'large'; readonly of: readonly (readonly bigint[])[] };

/** Weight times value of every different score of every leaf, over one denominator that they all share. */
const scorePoints = ({ tree }: Prepared, panel: PanelValues): Points => {
  const shares = tree.leaves.map(({ share }) => share);
  const common = panel.leaves.reduce((d, leaf) => greatestCommonDivisor(d, shares[leaf] ?? 0n), 0n) || 1n;
  const scales = new Set(panel.scores);
  const denominators = new Set([...scales].flatMap((scores) => (scores?.exact ?? []).map(({ d }) => d)));
  let whole = 1n;
  for (const d of denominators) whole = (whole / greatestCommonDivisor(whole, d)) * d;
  const exact = panel.scores.map((scores, leaf) => {
    const share = (shares[leaf] ?? 0n) / common;
    return (scores?.exact ?? []).map(({ n, d }) => share * n * (whole / d));
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

/** By assessor, the points that he or she gave this option. */
const addUp = (
  { table, tree }: Prepared,
  panel: PanelValues,
  option: number,
  points: Points,
): ArrayLike<number | bigint> => {
  const { start, assessorOf, scoreOf } = table.panel;
  const small = new Float64Array(table.assessors.length);
  const large = new Array<bigint>(points.size === 'large' ? small.length : 0).fill(0n);
  for (const leaf of panel.leaves) {
    const scores = panel.scores[leaf];
    const cell = option * tree.leaves.length + leaf;
    const to = start[cell + 1] ?? 0;
    for (let mark = start[cell] ?? 0; scores && mark < to; mark += 1) {
      const assessor = assessorOf[mark] as number;
      const units = scoreOf[mark] as number;
      const known = scores.direct[units - scores.lowest] ?? -1;
      const index = known < 0 ? scores.indexOf(units) : known;
      if (points.size === 'small') small[assessor] = (small[assessor] ?? 0) + (points.of[leaf]?.[index] ?? 0);
      else large[assessor] = (large[assessor] ?? 0n) + (points.of[leaf]?.[index] ?? 0n);
    }
  }
  return points.size === 'small' ? small : large;
};

/** Whole numbers in the order of the sums, level where they are. */
const placesOf = (sums: readonly (number | bigint)[]): readonly number[] => {
  const different = [...new Set(sums)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const placeOf = new Map(different.map((sum, place) => [sum, place]));
  return sums.map((sum) => placeOf.get(sum) ?? 0);
};
