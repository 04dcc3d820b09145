import { shownNumber } from '../exact/decimal.ts';
import type { Rational } from '../exact/rational.ts';
import { compare, divide } from '../exact/rational.ts';
import { annuityFactor } from '../money/annuity.ts';
import { dominatedBy } from '../money/dominance.ts';
import { paretoSteps as stepsAlong } from '../money/pareto-steps.ts';
import { pricePerQualityPoint, qualityInMoney } from '../money/quality-price.ts';
import { findPareto } from '../robustness/pareto.ts';
import type { OptionStanding } from './create-scorer.ts';
import type { MoneyResult, PenceByOption } from './money-result.ts';
import { createCosting } from './option-cost.ts';
import type { Prepared } from './prepare-case.ts';

export type Report = (path: string, reason: string) => null;

/** One figure for each option that passed, the options in the ranking that have the lowest, and why others have none. */
export type Figures = { readonly pence: PenceByOption; readonly lowest: readonly string[] };

type Found = { readonly value: Rational } | { readonly reason: string };

const figuresOf = (
  passed: readonly OptionStanding[],
  find: (one: OptionStanding) => Found,
  path: string,
  report: Report,
): Figures => {
  const found = passed.map((one) => ({ one, id: one.option.given.id, answer: find(one) }));
  const reasons = new Set(found.map(({ answer }) => ('reason' in answer ? answer.reason : null)));
  const [only] = reasons;
  if (reasons.size === 1 && typeof only === 'string') report(path, only);
  else {
    for (const { id, answer } of found) if ('reason' in answer) report(`${path}/${id}`, answer.reason);
  }
  const ranked = found.flatMap(({ one, id, answer }) =>
    'value' in answer && one.rank !== null ? [{ id, value: answer.value }] : [],
  );
  return {
    pence: Object.fromEntries(
      found.map(({ id, answer }) => [id, 'value' in answer ? shownNumber(answer.value) : null]),
    ),
    lowest: lowestOf(ranked),
  };
};

type Valued = { readonly id: string; readonly value: Rational };

const lowestOf = (all: readonly Valued[]): readonly string[] => {
  const [first] = all;
  if (!first) return [];
  const least = all.reduce((low, { value }) => (compare(value, low) < 0 ? value : low), first.value);
  return all.flatMap(({ id, value }) => (compare(value, least) === 0 ? [id] : []));
};

const NO_COST = { reason: 'It has no cost.' };
const NO_QUALITY = { reason: 'It has no quality figure.' };

export const pricesPerPoint = (passed: readonly OptionStanding[], report: Report): Figures =>
  figuresOf(
    passed,
    ({ option, judgement }) => {
      if (!option.cost) return NO_COST;
      if (!judgement.quality) return NO_QUALITY;
      const value = pricePerQualityPoint(option.cost, judgement.quality);
      return value
        ? { value }
        : { reason: 'Its quality is 0 points, and a cost cannot be shared among none.' };
    },
    '/money/pricePerQualityPoint',
    report,
  );

/** The rubric's own worth of a point goes before the one in the settings; null where neither names one. */
export const qualitiesInMoney = (
  prepared: Prepared,
  passed: readonly OptionStanding[],
  report: Report,
): Figures | null => {
  const path = '/money/qualityInMoney';
  const { method, minimumQuality } = prepared.given.rubric;
  const inSettings = prepared.given.settings?.moneyPerQualityPointPence;
  const pencePerPoint = method?.moneyPerQualityPointPence ?? inSettings;
  if (pencePerPoint === undefined) {
    return report(path, 'Neither the rubric nor the settings say what one point of quality is worth.');
  }
  if (inSettings !== undefined && inSettings !== pencePerPoint) {
    report(
      path,
      `The rubric's worth of a quality point, ${pencePerPoint} pence, goes before the one in the settings.`,
    );
  }
  const floor = method?.moneyQualityFloor ?? minimumQuality ?? 0;
  return figuresOf(
    passed,
    ({ option, judgement }) => {
      if (!option.cost) return NO_COST;
      if (!judgement.quality) return NO_QUALITY;
      return { value: qualityInMoney(option.cost, judgement.quality, { pencePerPoint, floor }) };
    },
    path,
    report,
  );
};

/** Whole-life cost over the annuity factor of the option's life, whatever basis the award measures price on. */
export const annualCosts = (
  { method }: Prepared,
  passed: readonly OptionStanding[],
  report: Report,
): Figures | null => {
  const path = '/money/equivalentAnnual';
  if (passed.every(({ option }) => option.given.lifeYears === undefined)) {
    return report(path, "No option states its life in years ('lifeYears').");
  }
  const isWholeLife = (method.price?.basis ?? 'whole-life') === 'whole-life';
  const { wholeLifeOf } = createCosting(method);
  const factors = new Map<number, Rational>();
  const factorOf = (years: number): Rational => {
    const known = factors.get(years) ?? annuityFactor(method.discountRateBp, years, method.discountTiming);
    factors.set(years, known);
    return known;
  };
  const annual = figuresOf(
    passed,
    ({ option }) => {
      const { lifeYears } = option.given;
      const cost = isWholeLife ? option.cost : wholeLifeOf(option.given);
      if (!cost) return NO_COST;
      if (lifeYears === undefined) return { reason: "It does not state its life in years ('lifeYears')." };
      return { value: divide(cost, factorOf(lifeYears)) };
    },
    path,
    report,
  );
  const cheapest = lowestOf(
    passed.flatMap(({ option: { given, cost }, rank }) => {
      const value = isWholeLife ? cost : wholeLifeOf(given);
      return value && rank !== null && given.lifeYears !== undefined ? [{ id: given.id, value }] : [];
    }),
  );
  if (cheapest.length > 0 && !cheapest.some((id) => annual.lowest.includes(id))) {
    const ids = (list: readonly string[]): string => list.map((id) => `'${id}'`).join(' and ');
    report(
      path,
      `Over a whole life ${ids(cheapest)} costs least, for each year of use ${ids(annual.lowest)}: their lives differ.`,
    );
  }
  return annual;
};

/** The steps along the front of the options in the ranking, cheapest first, and who beats whom on both. */
export const frontOf = (
  ranked: readonly OptionStanding[],
  report: Report,
): Pick<MoneyResult, 'paretoSteps' | 'dominatedBy'> => {
  const points = ranked.flatMap(({ option, judgement }) =>
    option.cost && judgement.quality
      ? [{ id: option.given.id, cost: option.cost, quality: judgement.quality }]
      : [],
  );
  if (points.length === 0 || points.length < ranked.length) {
    const reason = 'There is no Pareto front: see the note on /pareto.';
    report('/money/paretoSteps', reason);
    report('/money/dominatedBy', reason);
    return { paretoSteps: null, dominatedBy: null };
  }
  const byId = new Map(points.map((point) => [point.id, point]));
  const front = findPareto(points).flatMap((id) => byId.get(id) ?? []);
  const paretoSteps = stepsAlong(front).map((step) => ({
    from: step.from,
    to: step.to,
    extraCostPence: shownNumber(step.extraCost),
    extraQuality: shownNumber(step.extraQuality),
    pencePerQualityPoint: shownNumber(step.costPerPoint),
  }));
  return { paretoSteps, dominatedBy: dominatedBy(points) };
};
