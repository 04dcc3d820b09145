import { shownNumber, shownOrNull } from '../exact/decimal.ts';
import type { Rational } from '../exact/rational.ts';
import { checkCostCompleteness } from '../money/completeness.ts';
import { amountsOf } from '../money/cost-terms.ts';
import type { Note } from '../robustness/leave-one-out.ts';
import type { OptionStanding, Standing } from './create-scorer.ts';
import { annualCosts, frontOf, pricesPerPoint, qualitiesInMoney } from './money-figures.ts';
import type { Report } from './money-figures.ts';
import { moneyOptimism } from './money-optimism.ts';
import type { MoneyResult } from './money-result.ts';
import { moneyReversal } from './money-reversal.ts';
import type { Prepared } from './prepare-case.ts';
import { buildReference } from './price-methods.ts';
import type { Implied } from './price-slope.ts';
import { impliedPricePerPoint, medianOf } from './price-slope.ts';
import { measuredOptions } from './price-standing.ts';

/** What the money says of the options that passed, beside the award rule and never as it. */
export const moneyOfCase = (
  prepared: Prepared,
  standing: Standing,
): { readonly money: MoneyResult | null; readonly notes: readonly Note[] } => {
  const notes: Note[] = [];
  const report: Report = (path, reason) => {
    notes.push({ path, reason });
    return null;
  };
  const passed = standing.options.filter(({ judgement }) => judgement.eliminated.length === 0);
  const hasCosts = prepared.options.some(({ given }) => (given.costs ?? []).length > 0);
  if (!prepared.method.price && !hasCosts) {
    const money = report('/money', 'The rubric has no price criterion and no option has costs.');
    return { money, notes };
  }
  const perPoint = pricesPerPoint(passed, report);
  const inMoney = qualitiesInMoney(prepared, passed, report);
  const annual = annualCosts(prepared, passed, report);
  const money: MoneyResult = {
    pricePerQualityPoint: perPoint.pence,
    qualityInMoney: inMoney?.pence ?? null,
    ...impliedPrice(prepared, passed, report),
    equivalentAnnual: annual?.pence ?? null,
    lowest: {
      pricePerQualityPoint: perPoint.lowest,
      qualityInMoney: inMoney?.lowest ?? [],
      equivalentAnnual: annual?.lowest ?? [],
    },
    ...frontOf(
      passed.filter(({ rank }) => rank !== null),
      report,
    ),
    completeness: completeness(passed),
    optimismBias: moneyOptimism(prepared, standing, report),
    reversal: moneyReversal(prepared, standing, report),
  };
  return { money, notes };
};

const impliedPrice = (
  prepared: Prepared,
  passed: readonly OptionStanding[],
  report: Report,
): Pick<MoneyResult, 'impliedPricePerPointPence' | 'medianBid'> => {
  const costs = measuredOptions(passed.map(({ option }) => option)).flatMap(({ cost }) => cost ?? []);
  const median = medianOf(costs);
  if (!median) report('/money/medianBid', 'No option that passed has a cost.');
  const found = impliedAt(prepared, costs, median);
  return {
    medianBid: shownOrNull(median),
    impliedPricePerPointPence:
      'price' in found ? shownNumber(found.price) : report('/money/impliedPricePerPointPence', found.reason),
  };
};

const impliedAt = (
  { method, tree }: Prepared,
  costs: readonly Rational[],
  median: Rational | null,
): Implied => {
  const reference = buildReference(costs);
  if (!method.price) return { reason: 'The rubric has no price criterion.' };
  if (!median || !reference) return { reason: 'There is no median bid to state it at.' };
  const price = tree.price === null ? 0n : (tree.leaves[tree.price]?.share ?? 0n);
  return impliedPricePerPoint(method.price, { quality: tree.whole - price, price }, reference, median);
};

const completeness = (passed: readonly OptionStanding[]): MoneyResult['completeness'] =>
  checkCostCompleteness(
    passed.flatMap(({ option: { given } }) =>
      given.costs && given.costs.length > 0
        ? [
            {
              id: given.id,
              title: given.title,
              lines: given.costs.map((line) => ({
                name: line.line,
                years: amountsOf(line).map(({ year }) => year),
              })),
              lifeYears: given.lifeYears ?? null,
              escalates: given.costs.some(({ escalationBp = 0 }) => escalationBp !== 0),
            },
          ]
        : [],
    ),
  );
