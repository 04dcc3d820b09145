import { compare } from '../exact/rational.ts';
import type { PreparedOption } from './prepare-case.ts';
import { firstOfField, withBid } from './price-field.ts';
import type { PriceField, Runner } from './price-field.ts';

/**
 * A bid that nobody made. The question: could one more bid that passes, at some price, change which of the real options
 * is first, only by shifting what prices are measured against?
 *
 * In words: the whole-pence price nearest to the present lowest (or highest, or mean) on each side at which the winner
 * is no longer alone in front. The extra bid is never counted as a winner itself. Exact: between two prices at which
 * some option's value stops or starts moving, the lead of the winner over one rival only grows or only shrinks, so on
 * each such stretch a change of sign at the ends is found by halving, and no change of sign means none between.
 *
 * Limits: prices from 1 penny to 2^53 - 1 pence; one extra bid. Null where no such price exists.
 * Example: A (70, 100) and B (90, 140), 50:50, lowest over price: an extra bid of 70 pence or less puts B level or
 * ahead, since there 35 + 35 = 45 + 25.
 */
export type ExtraBid = { readonly pence: number; readonly first: readonly PreparedOption[] };

export type ExtraBids = { readonly below: ExtraBid | null; readonly above: ExtraBid | null };

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

export const findExtraBids = (field: PriceField): ExtraBids => {
  const { runners, reference, rule, unit } = field;
  const [winner, ...level] = firstOfField(field, runners, reference);
  if (!winner || level.length > 0 || runners.length < 2) return { below: null, above: null };
  const { low, high, mean } = reference;
  const [from, to] = rule.method === 'mean-based' ? [mean, mean] : [low, high];
  const nextBelow = -floorOf(-from.n, from.d * unit) - 1n;
  const nextAbove = floorOf(to.n, to.d * unit) + 1n;
  const movesAbove = rule.method === 'min-max' || rule.method === 'mean-based';
  return {
    below: nearest(field, winner, { near: nextBelow, far: 1n, step: -1n }),
    above: movesAbove ? nearest(field, winner, { near: nextAbove, far: LARGEST, step: 1n }) : null,
  };
};

const floorOf = (n: bigint, d: bigint): bigint => (n % d < 0n ? n / d - 1n : n / d);

/** Whole pence from the present reference outwards. */
type Way = { readonly near: bigint; readonly far: bigint; readonly step: bigint };

/** The price nearest to the start of the way at which a rival is level with the winner or ahead. */
const nearest = (field: PriceField, winner: Runner, way: Way): ExtraBid | null => {
  let found: bigint | null = null;
  for (const rival of field.runners) {
    if (rival === winner) continue;
    const isLevel = (pence: bigint): boolean => {
      const reference = withBid(field, pence * field.unit);
      return compare(field.totalOf(winner, reference), field.totalOf(rival, reference)) <= 0;
    };
    const nearer: Way = found === null ? way : { ...way, far: found - way.step };
    found = firstOnStretches(stretches(field, [winner, rival], nearer), isLevel) ?? found;
  }
  if (found === null) return null;
  const first = firstOfField(field, field.runners, withBid(field, found * field.unit));
  return { pence: Number(found), first: first.map(({ option }) => option) };
};

const firstOnStretches = (all: readonly Way[], isLevel: (pence: bigint) => boolean): bigint | null => {
  for (const { near, far } of all) {
    if (isLevel(near)) return near;
    if (!isLevel(far)) continue;
    let [ahead, level] = [near, far];
    for (;;) {
      const middle = (ahead + level) / 2n;
      if (middle === ahead || middle === level) return level;
      if (isLevel(middle)) level = middle;
      else ahead = middle;
    }
  }
  return null;
};

/** The way cut up where the value of one of the two stops or starts moving with the extra bid. */
const stretches = (field: PriceField, pair: readonly Runner[], way: Way): readonly Way[] => {
  const { near, far, step } = way;
  const [least, most] = step > 0n ? [near, far] : [far, near];
  if (least > most) return [];
  const cuts = pair
    .flatMap(({ cost }) => cutsOf(field, cost))
    .filter((cut) => cut >= least && cut < most)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const tops = [...new Set(cuts), most];
  const upward = tops.map((top, index) => ({ bottom: (tops[index - 1] ?? least - 1n) + 1n, top }));
  return step > 0n
    ? upward.map(({ bottom, top }) => ({ near: bottom, far: top, step }))
    : upward.reverse().map(({ bottom, top }) => ({ near: top, far: bottom, step }));
};

/** The last whole penny before each kink in the value of this cost, as the extra bid rises. */
const cutsOf = (field: PriceField, cost: bigint): readonly bigint[] => {
  const { unit, measured, rule } = field;
  switch (rule.method) {
    case 'mean-based': {
      const [count, sum] = [BigInt(measured.length + 1), measured.reduce((all, one) => all + one.cost, 0n)];
      return [floorOf(count * cost - 2n * sum, 2n * unit)];
    }
    case 'proportional-excess':
      return [floorOf(cost, unit), floorOf(cost, 2n * unit)];
    default:
      return [floorOf(cost, unit)];
  }
};
