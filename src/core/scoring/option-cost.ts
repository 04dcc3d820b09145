import { roundHalfUp } from '../exact/decimal.ts';
import { scale, subtract } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import { amountsOf } from '../money/cost-terms.ts';
import { discountFactor } from '../money/discount-rate.ts';
import { NO_BIAS, raiseCost } from '../money/optimism-bias.ts';
import type { OptimismBias } from '../money/optimism-bias.ts';
import { createDiscounter, undiscounted } from '../money/present-value.ts';
import type { DatedAmount } from '../money/present-value.ts';
import type { RubricMethod } from '../rubric/rubric-method.ts';
import type { PriceBasis } from '../rubric/rubric.ts';
import type { CaseOption, CostLine } from './case.ts';

/**
 * What an option costs on the rubric's basis, exactly; whole pence come later, for display.
 *
 *   whole-life  the present value of every payment of every line, less what is left over at the end of its life
 *   tendered    the payments of the lines marked tendered (which a line is unless it says otherwise), undiscounted
 *
 * What is left over (`residualPence`) falls at the end of the last year of the option's life, mid-year or not.
 * Null when there is nothing to add up: a price that was not given is missing, never nought.
 * A rubric without a price criterion still shows whole-life costs where an option has them.
 */
export type Costing = {
  readonly costOf: (option: CaseOption, bias?: OptimismBias) => Rational | null;
  /** On the whole-life basis, whatever the rubric's own. */
  readonly wholeLifeOf: (option: CaseOption) => Rational | null;
};

export const createCosting = (method: RubricMethod): Costing => {
  const discount = createDiscounter(method.discountRateBp, method.discountTiming);
  const costOn = (basis: PriceBasis, option: CaseOption, bias: OptimismBias): Rational | null => {
    const lines = (option.costs ?? []).filter((line) => basis === 'whole-life' || isTendered(line));
    if (lines.length === 0) return null;
    const amounts = lines.flatMap((line) => paymentsOf(line, bias));
    if (basis === 'tendered') return undiscounted(amounts);
    const { lifeYears, residualPence } = option;
    if (lifeYears === undefined || residualPence === undefined) return discount(amounts);
    const factor = discountFactor(method.discountRateBp, lifeYears);
    return subtract(discount(amounts), scale(factor, BigInt(residualPence)));
  };
  return {
    costOf: (option, bias = NO_BIAS) => costOn(method.price?.basis ?? 'whole-life', option, bias),
    wholeLifeOf: (option) => costOn('whole-life', option, NO_BIAS),
  };
};

const paymentsOf = (line: CostLine, bias: OptimismBias): readonly DatedAmount[] =>
  amountsOf(line).map(({ year, pence }) => ({
    year,
    pence: raiseCost(pence, line.capital ?? false, bias),
  }));

const isTendered = (line: CostLine): boolean => line.tendered ?? true;

/**
 * Every payment of an option as a line of its own in whole pence, what is left over as income: for people to read, not
 * to reckon with.
 */
export const listPayments = (option: CaseOption): readonly CostLine[] => {
  const { costs = [], lifeYears, residualPence } = option;
  const payments = costs.flatMap((line) => {
    const { line: name, tendered, capital } = line;
    const kept = {
      line: name,
      ...(tendered === undefined ? {} : { tendered }),
      ...(capital === undefined ? {} : { capital }),
    };
    return amountsOf(line).map(({ year, pence }) => ({
      ...kept,
      year,
      pence: Number(roundHalfUp(pence, 0)),
    }));
  });
  return lifeYears === undefined || residualPence === undefined
    ? payments
    : [
        ...payments,
        { line: 'Left over at the end', year: lifeYears, pence: -residualPence, tendered: false },
      ];
};
