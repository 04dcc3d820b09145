import { buildAgreementSentence } from '../../core/agreement/agreement-sentence.ts';
import type { OptionResult, Result } from '../../core/scoring/result.ts';
import type { EvaluatedCase } from '../../usecases/evaluate-case.ts';

/** A result for people: a table of options, why any are out, one sentence on how sure it is, and the notes. */
export const renderEvaluation = ({ given, result, howSure }: EvaluatedCase): string => {
  const titles = new Map(given.options.map(({ id, title }) => [id, title]));
  const nameOf = (id: string): string => titles.get(id) ?? id;
  const ordered = [...result.options].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
  const rows = [
    ['Rank', 'Option', 'Total', 'Quality', 'Price value', 'Cost', 'First in 100'],
    ...ordered.map((option) => rowOf(option, nameOf(option.id), result)),
  ];
  const out = ordered.flatMap(({ id, eliminated }) =>
    eliminated.map(({ detail }) => `${nameOf(id)} is out. ${detail}`),
  );
  const notes = result.notes.filter(({ path }) => !DETAIL.some((start) => path.startsWith(start)));
  const left = result.notes.length - notes.length;
  return [
    given.title,
    firstLine(result, nameOf),
    '',
    ...renderTable(rows),
    ...(out.length > 0 ? ['', ...out] : []),
    ...(howSure === null ? [] : ['', howSure]),
    ...beside(result).flatMap((sentence) => ['', sentence]),
    ...(result.incomplete.length > 0
      ? ['', 'Missing:', ...result.incomplete.map(({ what }) => `  ${what}`)]
      : []),
    ...(notes.length > 0 ? ['', 'Notes:', ...renderNotes(notes)] : []),
    ...(left > 0
      ? ['', `With --json: the whole analysis, and ${left} more ${left === 1 ? 'note' : 'notes'} on it.`]
      : []),
  ].join('\n');
};

/** Notes on parts of the analysis that this table does not print. */
const DETAIL = [
  '/robustness/',
  '/money/',
  '/agreement/',
  '/secondOpinions',
  '/weightSets',
  '/effectiveWeights',
];

/** What stands beside the ranking, a sentence each: other weights, other methods, prices, how far assessors agree. */
const beside = ({ weightSets, secondOpinions, money, agreement }: Result): readonly string[] => [
  ...weightSets.map(({ sentence }) => sentence),
  ...(secondOpinions
    ? [
        `${secondOpinions.topsis.vector.sentence} ${secondOpinions.promethee.sentence} ${secondOpinions.sentence}`,
      ]
    : []),
  ...(money?.reversal?.applies ? [money.reversal.sentence] : []),
  buildAgreementSentence(agreement),
];

/** Notes that give the same reason share a line. */
const renderNotes = (notes: Result['notes']): readonly string[] => {
  const paths = new Map<string, string[]>();
  for (const { path, reason } of notes) paths.set(reason, [...(paths.get(reason) ?? []), path]);
  return [...paths].map(([reason, of]) => `  ${reason} (${of.join(', ')})`);
};

const firstLine = ({ winner, tied, incomplete }: Result, nameOf: (id: string) => string): string => {
  const soFar = incomplete.length > 0 ? 'So far, of those that are complete: ' : '';
  if (winner !== null) return `${soFar}First: ${nameOf(winner)}.`;
  return tied.length > 0
    ? `${soFar}The first place is shared: ${tied.map(nameOf).join(', ')}.`
    : `${soFar}No option is first.`;
};

const rowOf = (option: OptionResult, name: string, result: Result): readonly string[] => [
  option.rank === null
    ? option.comparator
      ? 'beside'
      : option.eliminated.length > 0
        ? 'out'
        : '-'
    : String(option.rank),
  name,
  shown(option.total),
  shown(option.quality),
  shown(option.priceValue),
  option.costPence === null ? '-' : pounds(option.costPence),
  firstIn100(result.robustness?.rankAcceptability?.[option.id]?.[0]),
];

const firstIn100 = (share: number | undefined): string =>
  share === undefined ? '-' : (share * 100).toFixed(1);

const shown = (value: number | null): string => (value === null ? '-' : value.toFixed(2));

/** 123456789 pence as £1,234,567.89, without a locale. */
const pounds = (pence: number): string => {
  const digits = String(Math.abs(pence)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${pence < 0 ? '-' : ''}£${whole}.${digits.slice(-2)}`;
};

const renderTable = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_cell, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const isText = (column: number): boolean => column < 2;
  return rows.map((row) =>
    row
      .map((cell, column) =>
        isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
};
