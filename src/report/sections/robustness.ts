import type { MarkChange } from '../../core/robustness/mark-change.ts';
import { drawnWords } from '../../core/robustness/plausible-words.ts';
import type { Result, Robustness } from '../../core/scoring/result.ts';
import type { Block } from '../blocks.ts';
import { cell, figure, heading, lead, note, table } from '../blocks.ts';
import { howSure } from '../how-sure.ts';
import type { ReportInput } from '../input.ts';
import { criterionTitle, optionName } from '../names.ts';
import { decimalWords, percent } from '../numbers.ts';

/** How far the ranking depends on any one weight, mark or person. It never changes the ranking. */
export const buildRobustness = (input: ReportInput): readonly Block[] => {
  const { result } = input;
  if (!result) return [note(input.noResult)];
  const { robustness } = result;
  return [
    lead(howSure(input) ?? ''),
    ...(robustness
      ? robustnessBlocks(input, robustness)
      : [note('No option passed every gate and minimum, so there is nothing to test.')]),
    ...effectiveBlocks(input, result),
    ...paretoBlocks(input, result),
  ];
};

const robustnessBlocks = (input: ReportInput, found: Robustness): readonly Block[] => [
  ...drawnBlocks(input, found),
  ...(found.crossovers.length === 0
    ? [note('No single weight, moved alone with the others scaling together, changes who comes first.')]
    : []),
  ...table(
    'Weights at which another option would come first',
    ['Weight moved', 'Now#', 'Changes at#', 'Then first'],
    found.crossovers.map((one) => [
      cell(criterionTitle(input, one.criterion)),
      figure(percent(one.weightNow)),
      figure(percent(one.weightAt)),
      cell(optionName(input, one.newWinner)),
    ]),
  ),
  ...table(
    'Least weight that would have to move for an option to draw level',
    ['Option', 'Weight to move#'],
    Object.entries(found.smallestShift).map(([id, shift]) => [
      cell(optionName(input, id)),
      figure(shift === null ? 'No weights do it' : percent(shift)),
    ]),
  ),
  ...table(
    'Least change of one mark for an option to draw level',
    ['Option', 'The mark', 'From#', 'To#'],
    Object.entries(found.smallestMarkChange).map(([id, change]) => [
      cell(optionName(input, id)),
      ...(change === null
        ? [cell('No single mark does it'), figure('–'), figure('–')]
        : [cell(markWords(input, change)), figure(String(change.from)), figure(String(change.to))]),
    ]),
  ),
  ...assessorBlocks(input, found.withoutAssessor),
  ...withoutBlocks(
    'Who would be first without one option',
    'Without',
    found.withoutOption,
    (id) => optionName(input, id),
    input,
  ),
  ...withoutBlocks(
    'Who would be first without one criterion',
    'Without',
    found.withoutCriterion,
    (id) => criterionTitle(input, id),
    input,
  ),
];

/** Out of 100 draws, with what was drawn, how many and how exact that is, so that anyone can draw them again. */
const drawnBlocks = (input: ReportInput, found: Robustness): readonly Block[] => {
  const { draws, seed, halfWidth95, rankAcceptability } = found;
  if (draws === null || seed === null || halfWidth95 === null || rankAcceptability === null) return [];
  const winner = input.result?.winner ?? null;
  const against = winner === null ? undefined : found.pairwise;
  return [
    ...table(
      'How often each option comes first, of 100 plausible weightings',
      ['Option', 'First#', 'Second#', 'Lower#', ...(against ? ['Ahead of the first-placed#'] : [])],
      [...Object.entries(rankAcceptability)]
        .sort(byFirst)
        .map(([id, [first = 0, second = 0, ...lower]]) => [
          cell(optionName(input, id)),
          ...[first, second, lower.reduce((sum, share) => sum + share, 0)].map((share) =>
            figure(outOf100(share)),
          ),
          ...(against && winner !== null
            ? [figure(id === winner ? '–' : outOf100(against[id]?.[winner] ?? 0))]
            : []),
        ]),
    ),
    note(
      `Drawn ${decimalWords(draws)} times from seed ${seed}; ${drawnWords(found.weightUncertainty, found.scoreUncertainty)}. A figure is known to within ${outOf100(halfWidth95)} of 100, 95 times in 100. It takes no part in the ranking.`,
    ),
  ];
};

/** The one that comes first most often at the top. */
const byFirst = ([, [a = 0]]: Ranks, [, [b = 0]]: Ranks): number => b - a;

type Ranks = readonly [string, readonly number[]];

const outOf100 = (share: number): string => (share * 100).toFixed(1);

/** Whose mark it is says nothing against that person, so nobody is named. */
const markWords = (input: ReportInput, { option, criterion, assessor }: MarkChange): string =>
  `${assessor === null ? 'The agreed score' : "One assessor's mark"} for ${optionName(input, option)} on ${criterionTitle(input, criterion)}`;

/** Counts, never names: whose mark tips a ranking says nothing against that person. */
const assessorBlocks = (input: ReportInput, winners: Robustness['withoutAssessor']): readonly Block[] => {
  const all = Object.values(winners);
  const names = all.map((winner) => (winner === null ? 'No single first' : optionName(input, winner)));
  return table(
    `Who would be first without one of the ${all.length} assessors`,
    ['First', `Times, of ${all.length}#`],
    [...new Set(names)].map((name) => [
      cell(name),
      figure(String(names.filter((one) => one === name).length)),
    ]),
  );
};

const withoutBlocks = (
  caption: string,
  head: string,
  winners: Readonly<Record<string, string | null>>,
  nameOf: (id: string) => string,
  input: ReportInput,
): readonly Block[] =>
  table(
    caption,
    [head, 'First'],
    Object.entries(winners).map(([id, winner]) => [
      cell(nameOf(id)),
      cell(winner === null ? 'No single first' : optionName(input, winner)),
    ]),
  );

const effectiveBlocks = (input: ReportInput, result: Result): readonly Block[] => {
  const weights = Object.entries(result.effectiveWeights ?? {});
  if (weights.length === 0) return [];
  return [
    heading('What each criterion decided'),
    note(
      'A criterion on which all options score alike decides nothing, whatever its weight. This is each weight times the spread of the scores on it.',
    ),
    ...table(
      'Effective weights',
      ['Criterion', 'Effective weight#'],
      weights.map(([id, weight]) => [cell(criterionTitle(input, id)), figure(percent(weight))]),
    ),
  ];
};

const paretoBlocks = (input: ReportInput, result: Result): readonly Block[] =>
  result.pareto && result.pareto.length > 0
    ? [
        note(
          `No other option is both better and cheaper than: ${result.pareto.map((id) => optionName(input, id)).join('; ')}.`,
        ),
      ]
    : [];
