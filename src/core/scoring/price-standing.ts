import type { Fault } from '../errors.ts';
import type { Rational } from '../exact/rational.ts';
import { compare, ZERO } from '../exact/rational.ts';
import type { PriceRule } from '../rubric/rubric-method.ts';
import type { PreparedOption } from './prepare-case.ts';
import { buildReference, divisorOf, isRelative, priceValue } from './price-methods.ts';
import type { PriceReference } from './price-methods.ts';

/**
 * The price values of a set of options. The question: against whose prices is each price measured?
 *
 * The lowest, highest and mean come from the bids that passed every gate and minimum: a cheap bid that failed must
 * not set the mark for the others. Where no bid passed they come from all options that passed. Every other kind of
 * option is valued against that reference and clipped to 0-100.
 */
export type Priced = {
  readonly valueOf: (option: PreparedOption) => Rational | null;
  readonly faults: readonly Fault[];
};

export const priceOptions = (rule: PriceRule, passed: readonly PreparedOption[]): Priced => {
  const measured = measuredOptions(passed);
  const reference = buildReference(measured.flatMap((option) => (option.cost ? [option.cost] : [])));
  const faults = reference ? checkDivisor(rule, reference, measured) : [];
  const usable = faults.length === 0 && (reference !== null || !isRelative(rule.method));
  return {
    faults,
    valueOf: (option) => (usable && option.cost ? priceValue(rule, option.cost, reference) : null),
  };
};

/** The options whose costs set the reference. */
export const measuredOptions = (passed: readonly PreparedOption[]): readonly PreparedOption[] => {
  const priced = passed.filter((option) => option.cost !== null);
  const bids = priced.filter((option) => option.given.kind === 'bid');
  return bids.length > 0 ? bids : priced;
};

const checkDivisor = (
  rule: PriceRule,
  reference: PriceReference,
  measured: readonly PreparedOption[],
): readonly Fault[] => {
  const divisor = divisorOf(rule.method, reference);
  if (!divisor || compare(divisor, ZERO) > 0) return [];
  return measured
    .filter((option) => option.cost && compare(option.cost, ZERO) <= 0)
    .map((option) => ({
      path: `/options/${option.index}/costs`,
      message: `Option '${option.given.id}' costs nothing or less, and ${rule.method} divides by what the bids cost; correct its costs, or use benchmark-linear or min-max.`,
    }));
};
