import { decimalOf, roundHalfUp } from '../../core/exact/decimal.ts';
import type { MoneyResult, OptimismResult, ReversalResult } from '../../core/scoring/money-result.ts';
import type { Block } from '../blocks.ts';
import { cell, figure, heading, list, note, table, text } from '../blocks.ts';
import type { ReportInput } from '../input.ts';
import { optionName } from '../names.ts';
import { count, decimalWords, listWords, percentOfBp, pounds } from '../numbers.ts';

/** What the money says beside the ranking, which it never changes. Only where prices may be read. */
export const buildMoney = (input: ReportInput): readonly Block[] => {
  const money = input.result?.money;
  if (!money) return [];
  return [
    heading('What the money says beside the ranking'),
    note('None of this changes who is first. The ranking follows the published method alone.'),
    ...figureBlocks(input, money),
    ...tradeBlocks(input, money),
    ...stepBlocks(input, money),
    ...beatenBlocks(input, money),
    ...reversalBlocks(input, money.reversal),
    ...optimismBlocks(input, money.optimismBias),
    ...questionBlocks(money),
  ];
};

const sumWords = (pence: number | null | undefined): string =>
  pence === null || pence === undefined ? '–' : pounds(Number(roundHalfUp(decimalOf(pence), 0)));

const reasonAt = (input: ReportInput, path: string): string =>
  input.result?.notes.find((one) => one.path === path)?.reason ?? '';

/** Columns that say nothing of any option are left out. */
const figureBlocks = (input: ReportInput, money: MoneyResult): readonly Block[] => {
  const columns = [
    { head: 'Cost of a quality point#', pence: money.pricePerQualityPoint },
    { head: 'Cost less the worth of its quality#', pence: money.qualityInMoney ?? {} },
    { head: 'Cost of a year of use#', pence: money.equivalentAnnual ?? {} },
  ].filter(({ pence }) => Object.values(pence).some((one) => one !== null));
  if (columns.length === 0) return [];
  return table(
    'Cost and quality together; the lowest is the best',
    ['Option', ...columns.map(({ head }) => head)],
    Object.keys(money.pricePerQualityPoint).map((id) => [
      cell(optionName(input, id)),
      ...columns.map(({ pence }) => figure(sumWords(pence[id]))),
    ]),
  );
};

const tradeBlocks = (input: ReportInput, money: MoneyResult): readonly Block[] => {
  if (money.medianBid === null) return [];
  const path = '/money/impliedPricePerPointPence';
  return [
    money.impliedPricePerPointPence === null
      ? note(`What a point of quality may cost: no figure. ${reasonAt(input, path)}`)
      : text(
          `At the median price of ${sumWords(money.medianBid)}, weights and price formula together treat one more point of quality as worth ${sumWords(money.impliedPricePerPointPence)}.`,
        ),
  ];
};

const stepBlocks = (input: ReportInput, { paretoSteps }: MoneyResult): readonly Block[] =>
  table(
    'What each step up in quality costs, among options that no other beats on both',
    ['From', 'To', 'Extra cost#', 'Extra points#', 'For each point#'],
    (paretoSteps ?? []).map((step) => [
      cell(optionName(input, step.from)),
      cell(optionName(input, step.to)),
      figure(sumWords(step.extraCostPence)),
      figure(decimalWords(step.extraQuality)),
      figure(sumWords(step.pencePerQualityPoint)),
    ]),
  );

const beatenBlocks = (input: ReportInput, { dominatedBy }: MoneyResult): readonly Block[] =>
  table(
    'Options that another beats: it costs no more, is no worse, and is better in one of the two',
    ['Option', 'Beaten by'],
    Object.entries(dominatedBy ?? {}).flatMap(([id, by]) =>
      by.length > 0 ? [[cell(optionName(input, id)), cell(namesOf(input, by))]] : [],
    ),
  );

const namesOf = (input: ReportInput, ids: readonly string[]): string =>
  listWords([
    ...ids.slice(0, MOST_NAMED).map((id) => optionName(input, id)),
    ...(ids.length > MOST_NAMED ? [`${ids.length - MOST_NAMED} more`] : []),
  ]);

const MOST_NAMED = 5;
const MOST_ROWS = 20;

const reversalBlocks = (input: ReportInput, reversal: ReversalResult | null): readonly Block[] => {
  if (!reversal) return [];
  const extra = (pence: number | null, first: readonly string[], side: string): readonly string[] =>
    pence === null
      ? []
      : [
          `One more bid ${side} ${sumWords(pence)} that passes would leave ${namesOf(input, first)} ${first.length > 1 ? 'level in front' : 'first'}, without being first itself.`,
        ];
  const others = reversal.bidsThatMatter
    .map(({ sentence }) => sentence)
    .filter((sentence) => sentence !== reversal.sentence);
  return [
    text(reversal.sentence),
    ...list([
      ...others.slice(0, MOST_ROWS),
      ...(others.length > MOST_ROWS ? [`${others.length - MOST_ROWS} more bids matter in this way.`] : []),
      ...extra(reversal.extraBidPence, reversal.extraBidFirst, 'at'),
      ...extra(reversal.extraBidAbovePence, reversal.extraBidAboveFirst, 'as high as'),
    ]),
  ];
};

const optimismBlocks = (input: ReportInput, bias: OptimismResult | null): readonly Block[] => {
  if (!bias) return [];
  const first = namesOf(input, bias.first);
  const raised = `With capital costs raised by ${percentOfBp(bias.capitalBp)} and revenue costs by ${percentOfBp(bias.revenueBp)}`;
  return [
    text(
      `${raised}, ${first} would be first${bias.first.length > 1 ? ' together' : ''}: ${bias.winnerChanges ? 'not as in the ranking' : 'as in the ranking'}. The figures are the team’s own; the method is that of HM Treasury’s Green Book supplementary guidance on optimism bias.`,
    ),
  ];
};

const questionBlocks = ({ completeness }: MoneyResult): readonly Block[] => [
  ...table(
    'Questions about the cost lines',
    ['Observed', 'Often because', 'Question'],
    completeness
      .slice(0, MOST_ROWS)
      .map(({ observation, usualReason, question }) => [
        cell(observation),
        cell(usualReason),
        cell(question),
      ]),
  ),
  ...(completeness.length > MOST_ROWS
    ? [note(`${count(completeness.length - MOST_ROWS, 'more question')} of this kind.`)]
    : []),
];
