import { roundHalfUp } from '../exact/decimal.ts';
import { add, scale } from '../exact/rational.ts';
import { biasOf } from '../money/optimism-bias.ts';
import type { Standing } from './create-scorer.ts';
import { firstOf } from './create-scorer.ts';
import type { OptimismResult } from './money-result.ts';
import { createCosting } from './option-cost.ts';
import type { Prepared } from './prepare-case.ts';
import { priceOptions } from './price-standing.ts';
import { rankTotals } from './rank-options.ts';

type Report = (path: string, reason: string) => null;

const PATH = '/money/optimismBias';

/**
 * The ranking again with the costs of competing options raised by the team's own figures. Quality, gates and minimums
 * do not look at costs, so they stand; relative price formulas take their reference from the raised costs.
 */
export const moneyOptimism = (
  prepared: Prepared,
  standing: Standing,
  report: Report,
): OptimismResult | null => {
  const given = prepared.given.settings?.optimismBiasBp;
  if (given === undefined) {
    return report(PATH, 'No optimism bias figure is given in the settings, and none is assumed.');
  }
  const { method, tree } = prepared;
  if (!method.price)
    return report(PATH, 'The rubric has no price criterion, so costs do not enter the ranking.');
  const bias = biasOf(given);
  const { costOf } = createCosting(method);
  const passed = standing.options.filter(({ judgement }) => judgement.eliminated.length === 0);
  const raised = passed.map((one) => ({
    one,
    option: one.option.competes ? { ...one.option, cost: costOf(one.option.given, bias) } : one.option,
  }));
  const priced = priceOptions(
    method.price,
    raised.map(({ option }) => option),
  );
  const share = tree.price === null ? 0n : (tree.leaves[tree.price]?.share ?? 0n);
  const totals = raised.flatMap(({ one, option }) => {
    const value = priced.valueOf(option);
    const { weighted } = one.judgement;
    return one.rank !== null && value && weighted
      ? [{ id: option.given.id, total: add(weighted, scale(value, share)) }]
      : [];
  });
  if (totals.length === 0) {
    return report(PATH, priced.faults[0]?.message ?? 'No option is in the ranking.');
  }
  const ranks = rankTotals(totals.map(({ total }) => total));
  const first = totals.flatMap(({ id }, index) => (ranks[index] === 1 ? [id] : []));
  const before = firstOf(standing);
  report(
    PATH,
    `Analysis only: capital costs of competing options raised by ${percentWords(bias.capitalBp)} and revenue costs by ${percentWords(bias.revenueBp)}, figures given by the team. Method: HM Treasury, Green Book supplementary guidance on optimism bias.`,
  );
  return {
    ...bias,
    costPence: Object.fromEntries(
      raised.flatMap(({ option }) =>
        option.competes ? [[option.given.id, option.cost && Number(roundHalfUp(option.cost, 0))]] : [],
      ),
    ),
    ranks: Object.fromEntries(totals.map(({ id }, index) => [id, ranks[index] ?? 0])),
    first,
    winnerChanges: before.length !== first.length || before.some((id) => !first.includes(id)),
  };
};

const percentWords = (bp: number): string => `${bp / 100}%`;
