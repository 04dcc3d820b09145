import type { OptionState } from '../../core/decision/model/state.ts';
import type { Block } from '../blocks.ts';
import { cell, heading, note, table, text } from '../blocks.ts';
import { hiddenWords, isWithheld, shown } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { GROUND_WORDS, KIND_WORDS, optionCell } from '../names.ts';
import { dayWords } from '../numbers.ts';

/** Everything that was on the table, doing nothing included, and what left it. */
export const buildOptions = (input: ReportInput): readonly Block[] => {
  const { state } = input;
  const all = Object.values(state.options);
  if (all.length === 0) return [note('No options have been added yet.')];
  const withSummary = all.some((one) => one.summary !== null);
  const rows = all.map((one) => {
    const first = optionCell(input, one.id, ...optionNotes(input, one));
    const kind = cell(KIND_WORDS[one.kind], ...(one.incumbent ? ['In place today'] : []));
    return withSummary ? [first, kind, cell(shown(input, one.summary, 'bid'))] : [first, kind];
  });
  return [
    ...table('The options', ['Option', 'Kind', ...(withSummary ? ['What it is'] : [])], rows),
    ...(isWithheld(input, 'bid')
      ? [note('What each option offers and who offers it are withheld in this edition; each keeps its id.')]
      : []),
    ...setAsideBlocks(input),
    ...waiverBlocks(input),
    ...(state.priceKnownTo ? [heading('A price known before marking'), text(state.priceKnownTo)] : []),
  ];
};

const optionNotes = (input: ReportInput, one: OptionState): readonly string[] => [
  ...(one.supplier === null ? [] : [`Offered by ${one.supplier}`]),
  ...(one.withdrawn
    ? [`Withdrawn on ${dayWords(one.withdrawn.at)}: ${shown(input, one.withdrawn.reason, 'bid')}`]
    : []),
];

const setAsideBlocks = (input: ReportInput): readonly Block[] => {
  const rows = Object.values(input.state.options).flatMap((one) => {
    if (!one.setAside) return [];
    const { at, ground, reason, supplierAnswer } = one.setAside;
    const asked =
      ground === 'abnormally-low' ? [`The supplier’s answer: ${shown(input, supplierAnswer, 'bid')}`] : [];
    const why = reason ?? hiddenWords(input, 'bid');
    return [[optionCell(input, one.id), cell(GROUND_WORDS[ground], dayWords(at)), cell(why, ...asked)]];
  });
  return rows.length === 0
    ? []
    : [
        text('A bid that is set aside leaves the ranking, which was run again without it.'),
        ...table('Bids set aside', ['Bid', 'Ground', 'The facts'], rows),
      ];
};

const BASELINES: Readonly<Record<string, string>> = {
  'business-as-usual': 'Business as usual',
  'small-step': 'A small step (do the minimum, or a pilot)',
};

const waiverBlocks = (input: ReportInput): readonly Block[] =>
  table(
    'Comparisons left out, and why',
    ['Left out', 'Reason'],
    input.state.waivers.map((one) => [
      cell(BASELINES[one.baseline] ?? one.baseline),
      cell(shown(input, one.reason, 'text'), dayWords(one.at)),
    ]),
  );
