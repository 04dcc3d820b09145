import type { Result } from '../../core/scoring/result.ts';
import { opinionSentence, TOPSIS_WORDS } from '../../core/scoring/second-opinion-words.ts';
import type { SecondOpinions } from '../../core/scoring/second-opinions-result.ts';
import { buildSetsSentence } from '../../core/scoring/weight-set-sentence.ts';
import type { WeightSetResult } from '../../core/scoring/weight-set-result.ts';
import type { Block } from '../blocks.ts';
import { cell, figure, heading, list, note, table, text } from '../blocks.ts';
import type { ReportInput } from '../input.ts';
import { criterionTitle, optionName } from '../names.ts';
import { count, decimalWords, percentOfBp } from '../numbers.ts';

/** Other people's weights and other methods, beside the award and never as it. */
export const buildSecondOpinions = (input: ReportInput): readonly Block[] => {
  const { result } = input;
  if (!result) return [note(input.noResult)];
  const stated = result.winner === null ? result.tied : [result.winner];
  return [
    note('Nothing in this section is an award rule. The published weights and method alone decide.'),
    ...weightSetBlocks(input, result.weightSets, stated),
    ...(result.secondOpinions
      ? opinionBlocks(input, result.secondOpinions, stated)
      : [note(reasonOf(result))]),
  ];
};

const reasonOf = ({ notes }: Result): string =>
  notes.find(({ path }) => path === '/secondOpinions')?.reason ?? 'There is no second opinion.';

const weightSetBlocks = (
  input: ReportInput,
  sets: readonly WeightSetResult[],
  stated: readonly string[],
): readonly Block[] => {
  const [first] = sets;
  if (!first) return [];
  const places = sets.map(({ title, who, winner, tied }) => ({
    title,
    who,
    first: winner === null ? tied : [winner],
  }));
  const compared = sets.filter((set) => set.consistency !== null);
  return [
    heading('With other weights'),
    text(buildSetsSentence(places, stated, (id) => optionName(input, id))),
    ...table(
      'Totals by weight set',
      ['Option', ...sets.map(({ title }) => `${title}#`)],
      first.options.map(({ id }, index) => [
        cell(optionName(input, id)),
        ...sets.map(({ options }) => rankedFigure(options[index])),
      ]),
    ),
    ...table(
      'Weights by weight set',
      ['Criterion', ...sets.map(({ title }) => `${title}#`)],
      Object.keys(first.weightsBp).map((id) => [
        cell(criterionTitle(input, id)),
        ...sets.map(({ weightsBp }) => figure(percentOfBp(weightsBp[id] ?? 0))),
      ]),
    ),
    ...table(
      'How far pairwise comparisons agree with each other (0.1 or less is the customary limit)',
      ['Weight set', 'Made by#', 'Consistency ratio#'],
      compared.map(({ title, consistency }) => [
        cell(title),
        figure(count(consistency?.people.length ?? 0, 'person', 'people')),
        figure(...ratioWords(consistency)),
      ]),
    ),
  ];
};

const rankedFigure = (ranked: WeightSetResult['options'][number] | undefined) =>
  ranked ? figure(decimalWords(ranked.total), `Rank ${ranked.rank}`) : figure('');

const ratioWords = (found: WeightSetResult['consistency']): readonly [string, ...string[]] => {
  if (!found) return [''];
  const table = `By the table ${found.randomIndex}`;
  if (found.cr !== null) return [decimalWords(found.cr, 3), table];
  const each = found.people.flatMap(({ cr }) => (cr === null ? [] : [decimalWords(cr, 3)]));
  return each.length > 0 ? [each.join(', '), 'Each person by themselves', table] : ['None', table];
};

const opinionBlocks = (
  input: ReportInput,
  found: SecondOpinions,
  stated: readonly string[],
): readonly Block[] => {
  const nameOf = (id: string): string => optionName(input, id);
  const { topsis, promethee } = found;
  return [
    heading('By other methods'),
    note(
      'These methods compare the options with each other, so that an option that joins or leaves can change the order of the rest.',
    ),
    ...list([
      opinionSentence(TOPSIS_WORDS.vector, topsis.vector.first, stated, nameOf),
      opinionSentence(TOPSIS_WORDS.minMax, topsis.minMax.first, stated, nameOf),
      opinionSentence('PROMETHEE II', promethee.first, stated, nameOf),
    ]),
    ...table(
      'Second opinions, with the rank by each',
      ['Option', 'TOPSIS closeness, vector#', 'TOPSIS closeness, min-max#', 'PROMETHEE net flow#'],
      promethee.options.map(({ id, net, rank }, index) => [
        cell(nameOf(id)),
        closenessFigure(topsis.vector.options[index]),
        closenessFigure(topsis.minMax.options[index]),
        figure(decimalWords(net, 3), `Rank ${rank}`),
      ]),
    ),
  ];
};

const closenessFigure = (one: { closeness: number | null; rank: number | null } | undefined) =>
  one && one.closeness !== null
    ? figure(decimalWords(one.closeness, 3), `Rank ${one.rank ?? ''}`)
    : figure('None');
