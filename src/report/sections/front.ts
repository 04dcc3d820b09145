import { contributionsOwed } from '../../core/decision/voice/owed.ts';
import type { Block } from '../blocks.ts';
import { cell, facts, figure, frontHeading, lead, note, table, text } from '../blocks.ts';
import { baselineOption, costLinesOf, focusOption, shortYears, sumByYear } from '../cost-years.ts';
import { fitted } from '../charts/svg.ts';
import { hiddenWords, isWithheld, shown } from '../hidden.ts';
import { howSure } from '../how-sure.ts';
import type { ReportInput } from '../input.ts';
import { optionName, personWithJob } from '../names.ts';
import { count, dayWords, decimalWords, pounds } from '../numbers.ts';
import { fateCounts } from './voice.ts';

/** Page one: what a board member needs in a minute. Long texts are cut here and stand in full in the section after it. */
export const buildFront = (input: ReportInput): readonly Block[] => [
  ...askBlocks(input),
  choiceFacts(input),
  ...yearBlocks(input),
  ...besideBlocks(input),
  ...riskBlocks(input),
  ...staffBlocks(input),
];

/** On one line, cut at a word and said to be cut. */
export const shorten = (words: string, most: number): string => {
  const oneLine = words.replace(/\s+/g, ' ').trim();
  if (oneLine.length <= most) return oneLine;
  const cut = oneLine.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 40)).trimEnd()} … (in full below)`;
};

const askBlocks = (input: ReportInput): readonly Block[] => {
  const { outcome } = input.state;
  if (!outcome)
    return input.ledger
      ? [note(rankingWords(input))]
      : [frontHeading('What the figures say'), lead(rankingWords(input))];
  const asked = lead(outcome.summary ?? choiceWords(input));
  if (outcome.status === 'approved' || outcome.status === 'declined') {
    const verb = outcome.status === 'approved' ? 'Approved' : 'Declined';
    const by = outcome.answeredBy ? personWithJob(input, outcome.answeredBy) : '';
    return [
      frontHeading('What was decided'),
      asked,
      text(
        `${verb} by ${by} on ${dayWords(outcome.answeredAt ?? '')}. ${shorten(outcome.answerReason ?? '', 150)}`.trim(),
      ),
    ];
  }
  return [
    frontHeading('What you are asked to approve'),
    asked,
    text(`Please decide by ${dayWords(outcome.decideBy)}.`),
  ];
};

/** Where the summary itself is not to be read: what was chosen, which may always be. */
const choiceWords = (input: ReportInput): string => {
  const { outcome, purpose } = input.state;
  if (!outcome?.option) return 'No award.';
  return `${purpose === 'award' ? 'Award to' : 'Choose'} ${optionName(input, outcome.option)}.`;
};

/** The title stands in full under What. */
const shortName = (input: ReportInput, id: string): string => fitted(optionName(input, id), 60);

const rankingWords = (input: ReportInput): string => {
  const { result } = input;
  if (!result) return input.noResult;
  const first = result.winner ?? null;
  if (result.tied.length > 1)
    return `${result.tied.map((id) => optionName(input, id)).join(' and ')} share the first place.`;
  if (!first) return 'No option is left in the ranking: every one missed a gate or a minimum.';
  const total = result.options.find((one) => one.id === first)?.total ?? 0;
  return `${optionName(input, first)} comes first with ${decimalWords(total)} of 100 points.`;
};

const choiceFacts = (input: ReportInput): Block => {
  const { outcome, need } = input.state;
  const focus = focusOption(input);
  const what = outcome?.kind === 'no-award' ? 'No award' : focus ? optionName(input, focus) : null;
  return facts(
    ['What', what],
    ['Why', outcome ? shorten(outcome.why ?? outcome.shareableWhy ?? hiddenWords(input, 'bid'), 280) : null],
    ['For whom', need?.affected ? shorten(need.affected, 130) : null],
    ['The need', outcome ? null : need?.problem ? shorten(need.problem, 300) : null],
    ['Who pays after year 1', outcome?.paysAfterYearOne ? shorten(outcome.paysAfterYearOne, 130) : null],
    ['How sure', sureWords(input)],
  );
};

const sureWords = (input: ReportInput): string | null => {
  const sentence = howSure(input, 2);
  return sentence === null ? (input.state.outcome ? input.noResult : null) : shorten(sentence, 360);
};

const yearBlocks = (input: ReportInput): readonly Block[] => {
  const focus = focusOption(input);
  if (!focus) return [];
  const lines = costLinesOf(input, focus);
  if (!lines)
    return input.state.costs[focus]
      ? [note(`Cost by year: ${hiddenWords(input, 'price').toLowerCase()}.`)]
      : [];
  const years = shortYears(sumByYear(lines));
  const row = (name: string, pick: (one: { capital: number; revenue: number }) => number) => [
    cell(name),
    ...years.map(({ cost }) => figure(pounds(pick(cost)))),
    figure(pounds(years.reduce((sum, { cost }) => sum + pick(cost), 0))),
  ];
  return table(
    `Cost by year: ${shortName(input, focus)}`,
    ['Kind of cost', ...years.map(({ name }) => `${name}#`), 'All years#'],
    [
      row('Capital', (one) => one.capital),
      row('Revenue', (one) => one.revenue),
      row('Together', (one) => one.capital + one.revenue),
    ],
  );
};

const besideBlocks = (input: ReportInput): readonly Block[] => {
  const { state, result } = input;
  const base = baselineOption(input);
  const focus = focusOption(input);
  const waived = state.waivers.find((one) => one.baseline === 'business-as-usual');
  if (!base) {
    return [
      note(
        waived
          ? `Doing nothing is not among the options: ${shorten(waived.reason ?? '', 160)}`
          : 'Doing nothing is not among the options.',
      ),
    ];
  }
  if (!result) return [note(`Beside doing nothing: cost and quality are not shown. ${input.noResult}`)];
  const ids = focus && focus !== base ? [focus, base] : [base];
  return table(
    'Beside doing nothing',
    ['Option', 'Cost over its life#', 'Quality, of 100#'],
    ids.map((id) => {
      const found = result.options.find((one) => one.id === id);
      const cost = found?.costPence ?? null;
      const quality = found?.quality ?? null;
      return [
        cell(id === base && id !== focus ? `Doing nothing: ${shortName(input, id)}` : shortName(input, id)),
        figure(cost === null ? 'Not costed' : pounds(cost)),
        figure(quality === null ? 'Not scored' : decimalWords(quality)),
      ];
    }),
  );
};

export const riskCount = (n: number): string =>
  `${count(n, 'risk is', 'risks are')} on record, each with an owner, and withheld in this edition.`;

const riskBlocks = (input: ReportInput): readonly Block[] => {
  const risks = input.state.outcome?.risks ?? [];
  if (risks.length > 0 && isWithheld(input, 'bid')) return [note(riskCount(risks.length))];
  const more = risks.length > 3 ? ` (3 of ${risks.length}; the others in section 1)` : '';
  return table(
    `Risks and who owns them${more}`,
    ['Risk', 'Owner'],
    risks
      .slice(0, 3)
      .map((one) => [
        cell(shorten(shown(input, one.risk, 'bid'), 130)),
        cell(shorten(shown(input, one.owner, 'name'), 60)),
      ]),
  );
};

const staffBlocks = (input: ReportInput): readonly Block[] => {
  const { state } = input;
  const all = Object.values(state.contributions);
  if (!input.ledger) return [];
  const owed = contributionsOwed(state).length;
  const fates = fateCounts(state).map(({ words, n }) => `${words.toLowerCase()}: ${n}`);
  const heard =
    all.length === 0
      ? 'No contributions from staff are on record.'
      : `${count(all.length, 'contribution')}${fates.length > 0 ? ` (${fates.join('; ')})` : ''}.`;
  return [
    frontHeading('What staff said and what it changed'),
    ...(state.outcome?.staffSaid ? [text(shorten(state.outcome.staffSaid, 260))] : []),
    text(heard),
    ...(owed > 0
      ? [
          note(
            `${count(owed, 'contribution is', 'contributions are')} still owed an answer. ${shorten(state.outcome?.owedReason ?? '', 110)}`.trim(),
          ),
        ]
      : []),
  ];
};
