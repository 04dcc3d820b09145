import { compare, fraction, isEqual, whole } from '../exact/rational.ts';
import type { PriceMethod } from '../rubric/rubric.ts';
import type { PreparedOption } from './prepare-case.ts';
import { firstOfField, referenceOf, usable } from './price-field.ts';
import type { PriceField, Runner } from './price-field.ts';
import type { PriceReference } from './price-methods.ts';

/**
 * Rank reversal by a bid. The question: does the order of two options depend on whether a third one bids?
 *
 * In words: leave each bid out whose price the others are measured against, the winner excepted; take the lowest,
 * highest and mean of those left; rank them again with quality held; compare with the order they had. Exact.
 * A bid that sets neither of the three for the others cannot matter and is not worked out.
 *
 * Source: the reversal is a known property of relative scoring (Belton and Gear 1983 for the general effect; Chen 2008
 * for price formulas). Limits: one bid at a time.
 * Example: quality and cost A (70, 100), B (90, 140), C (20, 60), weights 50:50, lowest over price: with C B is first,
 * without C A is first. With a published floor and ceiling A is first both times.
 */
export type BidThatMatters = {
  readonly option: PreparedOption;
  /** Who shares the first place without it. */
  readonly first: readonly PreparedOption[];
  readonly winnerChanges: boolean;
  /** Those whose order turns on it: the first places before and after, or the first pair that changes. */
  readonly between: readonly PreparedOption[];
};

export const bidsThatMatter = (field: PriceField): readonly BidThatMatters[] => {
  const ranked = field.runners.map((runner) => ({
    runner,
    total: field.totalOf(runner, field.reference),
  }));
  const firsts = firstOfField(field, field.runners, field.reference);
  const [winner] = firsts.length === 1 ? firsts : [];
  const referenceWithout = createReferenceWithout(field);
  return field.measured.flatMap(({ option, cost }) => {
    if (option === winner?.option) return [];
    const reference = referenceWithout(cost);
    if (!reference || isSame(field.rule.method, reference, field.reference)) return [];
    const others = ranked.filter(({ runner }) => runner.option !== option);
    const turned = firstTurnedPair(field, others, reference);
    if (!turned) return [];
    const before = firsts.filter((runner) => runner.option !== option);
    const after = firstOfField(
      field,
      others.map(({ runner }) => runner),
      reference,
    );
    const winnerChanges = before.length !== after.length || before.some((one) => !after.includes(one));
    const between = winnerChanges ? [...new Set([...before, ...after])] : turned;
    return [
      {
        option,
        first: after.map((runner) => runner.option),
        winnerChanges,
        between: between.map((runner) => runner.option).sort((a, b) => a.index - b.index),
      },
    ];
  });
};

/** Whether the formula sees the same in both: the lowest, the lowest and the highest, or the mean. */
const isSame = (method: PriceMethod, a: PriceReference, b: PriceReference): boolean =>
  method === 'mean-based'
    ? isEqual(a.mean, b.mean)
    : isEqual(a.low, b.low) && (method !== 'min-max' || isEqual(a.high, b.high));

/**
 * The reference without one bid, from what all of them know: the lowest two, the highest two and the sum. When the only
 * bid goes, those beside it are measured against each other, as in the ranking itself.
 */
const createReferenceWithout = (field: PriceField): ((left: bigint) => PriceReference | null) => {
  const sorted = field.measured.map(({ cost }) => cost).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const sum = sorted.reduce((all, cost) => all + cost, 0n);
  return (left) => {
    if (sorted.length < 2) return referenceOf(field.rule, field.beside);
    const low = sorted[left === sorted[0] ? 1 : 0] ?? 0n;
    const high = sorted.at(left === sorted.at(-1) ? -2 : -1) ?? 0n;
    const mean = fraction(sum - left, BigInt(sorted.length - 1));
    return usable(field.rule, { low: whole(low), high: whole(high), mean });
  };
};

type Ranked = { readonly runner: Runner; readonly total: ReturnType<PriceField['totalOf']> };

/** Neighbours in the old order that stand otherwise in the new one; with none, the whole order is kept. */
const firstTurnedPair = (
  field: PriceField,
  ranked: readonly Ranked[],
  reference: PriceReference,
): readonly [Runner, Runner] | null => {
  let [above, aboveNow] = [ranked[0], ranked[0] && field.totalOf(ranked[0].runner, reference)];
  for (const below of ranked.slice(1)) {
    const belowNow = field.totalOf(below.runner, reference);
    if (above && aboveNow && compare(above.total, below.total) !== compare(aboveNow, belowNow)) {
      return [above.runner, below.runner];
    }
    [above, aboveNow] = [below, belowNow];
  }
  return null;
};
