import { isWeighted, listCriteria, listGroups } from '../../core/rubric/walk-rubric.ts';
import type { CellResult, OptionResult, Result } from '../../core/scoring/result.ts';
import type { Block } from '../blocks.ts';
import { cell, chart, figure, list, note, table, text } from '../blocks.ts';
import { drawScoreBars } from '../charts/score-bars.ts';
import { isWithheld } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { optionName } from '../names.ts';
import { count, decimalWords } from '../numbers.ts';
import { buildMarks } from './marks.ts';

/** The ranking, what makes it up, and behind each score every mark with its reason. */
export const buildScores = (input: ReportInput): readonly Block[] => [
  ...(isWithheld(input, 'mark') ? withheldBlocks(input) : []),
  ...(input.result ? rankingBlocks(input, input.result) : [note(input.noResult)]),
  ...(isWithheld(input, 'mark') ? [] : buildMarks(input)),
];

const withheldBlocks = (input: ReportInput): readonly Block[] => {
  const byCriterion = Object.values(input.state.marks);
  const assessors = new Set(
    byCriterion.flatMap((options) => Object.values(options).flatMap((marks) => Object.keys(marks))),
  );
  const criteria = byCriterion.length;
  const sealed = `${count(assessors.size, 'person', 'people')} sealed marks on ${count(criteria, 'criterion', 'criteria')}.`;
  return assessors.size > 0 ? [text(sealed)] : [];
};

const byRank = (a: OptionResult, b: OptionResult): number => (a.rank ?? 1e9) - (b.rank ?? 1e9);

const rankingBlocks = (input: ReportInput, result: Result): readonly Block[] => {
  const options = [...result.options].sort(byRank);
  return [
    ...table(
      'The ranking',
      ['Option', 'Rank#', 'Total, of 100#', 'Quality, of 100#', 'Points for price#'],
      options.map((one) => [
        cell(optionName(input, one.id), ...(one.comparator ? ['For comparison; it does not rank'] : [])),
        figure(one.rank === null ? '–' : String(one.rank)),
        figure(orDash(one.total)),
        figure(orDash(one.quality)),
        figure(orDash(one.priceValue)),
      ]),
    ),
    ...table(
      'Options that are out, and why',
      ['Option', 'Why'],
      options.flatMap((one) =>
        one.eliminated.map((gone) => [cell(optionName(input, one.id)), cell(gone.detail)]),
      ),
    ),
    ...list(noteWords(result)),
    ...compositionBlocks(
      input,
      options.filter((one) => one.total !== null),
    ),
    ...groupBlocks(input, options),
  ];
};

/** The sub-total of each group of criteria, on its own 0 to 100, for every option that was scored. */
const groupBlocks = (input: ReportInput, options: readonly OptionResult[]): readonly Block[] => {
  const rubric = input.state.rubric?.rubric;
  const groups = rubric ? listGroups(rubric) : [];
  const scored = options.filter((one) => Object.values(one.groups).some((value) => value !== null));
  if (groups.length === 0 || scored.length === 0) return [];
  return inColumns(scored).flatMap((some) =>
    table(
      'Sub-total of each group, of 100',
      ['Group of criteria', ...some.map((one) => `${optionName(input, one.id)}#`)],
      groups.map(({ criterion, above }) => [
        cell([...above.map(({ title }) => title), criterion.title].join(': ')),
        ...some.map((one) => figure(orDash(one.groups[criterion.id] ?? null))),
      ]),
    ),
  );
};

/** How the result came about, in the engine's words. Conditions, money, agreement and robustness have sections of their own. */
const noteWords = (result: Result): readonly string[] => [
  ...new Set(
    result.notes.flatMap(({ path, reason }) =>
      ABOUT_THE_RANKING.test(path) && !reason.startsWith('Condition of award') ? [reason] : [],
    ),
  ),
];

const ABOUT_THE_RANKING = /^\/(options|winner|rubric|marks|consensus)\b/;

const orDash = (value: number | null): string => (value === null ? '–' : decimalWords(value));

/** More bars than this are a table's job. */
const MOST_BARS = 8;
/** More columns than this do not fit a page. */
const MOST_COLUMNS = 5;

const inColumns = (options: readonly OptionResult[]): readonly (readonly OptionResult[])[] =>
  Array.from({ length: Math.ceil(options.length / MOST_COLUMNS) }, (_unused, index) =>
    options.slice(index * MOST_COLUMNS, (index + 1) * MOST_COLUMNS),
  );

/** How each total comes about: the chart, and the same numbers as a table. */
const compositionBlocks = (input: ReportInput, options: readonly OptionResult[]): readonly Block[] => {
  const rubric = input.state.rubric?.rubric;
  const first = options[0];
  if (!rubric || !first) return [];
  const leaves = listCriteria(rubric).filter(
    ({ criterion }) => isWeighted(criterion) && criterion.kind !== 'group',
  );
  const pointsOf = (one: OptionResult, id: string): number => leafPoints(one, id, first);
  const bars = options.slice(0, MOST_BARS).map((one) => ({
    name: optionName(input, one.id),
    total: one.total ?? 0,
    points: leaves.map(({ criterion }) => pointsOf(one, criterion.id)),
  }));
  const finding = findingWords(input, options);
  return [
    chart(drawScoreBars(bars, `${finding} One bar an option; the table below has every number.`), finding),
    ...inColumns(options).flatMap((some) =>
      table(
        'Points of each total, by criterion',
        ['Criterion', ...some.map((one) => `${optionName(input, one.id)}#`)],
        [
          ...leaves.map(({ criterion }, index) => [
            cell(`${index + 1}. ${criterion.title}`),
            ...some.map((one) => figure(decimalWords(pointsOf(one, criterion.id)))),
          ]),
          [cell('Total'), ...some.map((one) => figure(orDash(one.total)))],
        ],
      ),
    ),
  ];
};

/** A scored leaf gives weight x value; price gives what is left of the total, since it is the only other leaf. */
const leafPoints = (one: OptionResult, id: string, first: OptionResult): number => {
  const own = one.criteria[id];
  if (own) return scoredPoints(own);
  const weight = 1 - Object.values(first.criteria).reduce((sum, leaf) => sum + leaf.weight, 0);
  return one.priceValue === null ? 0 : weight * one.priceValue;
};

const scoredPoints = (leaf: CellResult): number => leaf.weight * (leaf.value ?? 0);

const findingWords = (input: ReportInput, options: readonly OptionResult[]): string => {
  const ranked = options.filter((one) => one.rank !== null);
  const [first, second] = ranked;
  if (!first) return 'No option is in the ranking.';
  const name = optionName(input, first.id);
  if (!second)
    return `${name} reaches ${orDash(first.total)} of 100 points; no other option is in the ranking.`;
  if (second.rank === 1)
    return `${name} and ${optionName(input, second.id)} share the first place with ${orDash(first.total)} of 100 points.`;
  return `${name} reaches ${orDash(first.total)} of 100 points; next is ${optionName(input, second.id)} with ${orDash(second.total)}.`;
};
