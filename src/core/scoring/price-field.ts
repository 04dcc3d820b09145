import type { Rational } from '../exact/rational.ts';
import { add, compare, divide, isEqual, scale, whole, ZERO } from '../exact/rational.ts';
import { leastCommonUnit } from '../money/present-value.ts';
import type { PriceRule } from '../rubric/rubric-method.ts';
import type { OptionStanding, Standing } from './create-scorer.ts';
import type { Prepared, PreparedOption } from './prepare-case.ts';
import { buildReference, divisorOf, priceValue } from './price-methods.ts';
import type { PriceReference } from './price-methods.ts';
import { measuredOptions } from './price-standing.ts';

/**
 * The ranking as a function of the prices that everyone is measured against, with quality held. The question: where
 * would the same options stand if the lowest, the highest or the mean were another?
 *
 * Relative price formulas do not change when every price is multiplied by one number, so costs are turned into whole
 * numbers of a unit small enough for all of them (and so are the weighted qualities): fractions of years of discounting
 * would only be slow. Nothing is rounded. Limits: relative formulas only; a floor and a ceiling are in pence.
 */
export type Runner = {
  readonly option: PreparedOption;
  /** Cost in units. */
  readonly cost: bigint;
  readonly quality: Rational;
};

export type PriceField = {
  readonly rule: PriceRule;
  /** Units in a penny. */
  readonly unit: bigint;
  /** The options in the ranking, best first; level ones in the order of the case. */
  readonly runners: readonly Runner[];
  /** The options whose costs set the reference. */
  readonly measured: readonly { readonly option: PreparedOption; readonly cost: bigint }[];
  /** Costs of those that passed and set no reference, unless nobody else is left to. */
  readonly beside: readonly bigint[];
  readonly reference: PriceReference;
  readonly totalOf: (runner: Runner, reference: PriceReference) => Rational;
};

const unitsOf = ({ n, d }: Rational, unit: bigint): bigint => n * (unit / d);

/** Null where there is no ranking by a relative price formula. */
export const buildPriceField = (prepared: Prepared, standing: Standing): PriceField | null => {
  const rule = prepared.method.price;
  const { tree } = prepared;
  if (!rule || tree.price === null) return null;
  const passed = standing.options
    .filter(({ judgement }) => judgement.eliminated.length === 0)
    .map(({ option }) => option)
    .filter(({ cost }) => cost !== null);
  const measured = measuredOptions(passed);
  const ranked = standing.options.flatMap((one) => runnerParts(one));
  const unit = leastCommonUnit(passed.map(costOf));
  const fine = leastCommonUnit(ranked.map(({ weighted }) => weighted));
  const share = (tree.leaves[tree.price]?.share ?? 0n) * fine;
  const references = measured.map((option) => ({ option, cost: unitsOf(costOf(option), unit) }));
  const reference = referenceOf(
    rule,
    references.map(({ cost }) => cost),
  );
  if (!reference || ranked.length === 0) return null;
  const totalOf: PriceField['totalOf'] = ({ cost, quality }, against) =>
    add(quality, scale(valueOf(rule, cost, against), share));
  const runners = ranked
    .map(({ option, weighted }): Runner => {
      return { option, cost: unitsOf(costOf(option), unit), quality: whole(unitsOf(weighted, fine)) };
    })
    .map((runner) => ({ runner, total: totalOf(runner, reference) }))
    .sort((a, b) => compare(b.total, a.total))
    .map(({ runner }) => runner);
  const beside = passed
    .filter((option) => !measured.includes(option))
    .map((option) => unitsOf(costOf(option), unit));
  return { rule, unit, beside, runners, measured: references, reference, totalOf };
};

/**
 * The value of a cost in units. A mean changes with every bid that goes, so its formula is written out over the one
 * denominator that all options then share: 100 - 50 P / mean, clipped; bids of one cost are left to the rule itself.
 */
const valueOf = (rule: PriceRule, cost: bigint, against: PriceReference): Rational => {
  if (rule.method !== 'mean-based' || isEqual(against.low, against.high)) {
    return priceValue(rule, whole(cost), against);
  }
  const { n, d } = against.mean;
  const points = 100n * n - 50n * cost * d;
  return { n: points < 0n ? 0n : points > 100n * n ? 100n * n : points, d: n };
};

const costOf = ({ cost }: PreparedOption): Rational => cost ?? ZERO;

const runnerParts = ({ option, judgement, rank }: OptionStanding) =>
  rank !== null && option.cost && judgement.weighted ? [{ option, weighted: judgement.weighted }] : [];

/** Null when there is nobody to measure against, or when the formula would divide by nought or less. */
export const referenceOf = (rule: PriceRule, costs: readonly bigint[]): PriceReference | null => {
  const reference = buildReference(costs.map((cost) => whole(cost)));
  return reference && usable(rule, reference);
};

/** The reference, or null when the formula would divide by nought or less. */
export const usable = (rule: PriceRule, reference: PriceReference): PriceReference | null => {
  const divisor = divisorOf(rule.method, reference);
  return divisor && compare(divisor, ZERO) <= 0 ? null : reference;
};

/** The reference with one more bid of this cost beside the others. */
export const withBid = (field: PriceField, cost: bigint): PriceReference => {
  const bid = whole(cost);
  const { low, high, mean } = field.reference;
  const count = BigInt(field.measured.length);
  return {
    low: compare(bid, low) < 0 ? bid : low,
    high: compare(bid, high) > 0 ? bid : high,
    mean: divide(add(scale(mean, count), bid), whole(count + 1n)),
  };
};

/** Those that share the first place, in the order of the case. */
export const firstOfField = (
  field: PriceField,
  runners: readonly Runner[],
  reference: PriceReference,
): readonly Runner[] => {
  let best: Rational | null = null;
  let first: Runner[] = [];
  for (const runner of runners) {
    const total = field.totalOf(runner, reference);
    const order = best ? compare(total, best) : 1;
    if (order > 0) [best, first] = [total, [runner]];
    else if (order === 0) first.push(runner);
  }
  return first.sort((a, b) => a.option.index - b.option.index);
};
