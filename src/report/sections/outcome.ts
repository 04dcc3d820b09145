import type { Outcome } from '../../core/decision/model/state.ts';
import type { Block } from '../blocks.ts';
import { cell, facts, heading, list, note, table, text } from '../blocks.ts';
import { isWithheld, shown } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { optionName, personWithJob } from '../names.ts';
import { count, dayWords } from '../numbers.ts';
import { riskCount } from './front.ts';

const KINDS = { award: 'Award', 'no-award': 'No award', choose: 'Choice' } as const;

/** The recommendation with every text in full. */
export const buildOutcome = (input: ReportInput): readonly Block[] => {
  const { outcome, notifiedOn } = input.state;
  if (!outcome) return [note('No recommendation has been recorded yet.')];
  const option = outcome.option;
  const part = (title: string, words: string | null): readonly Block[] =>
    words ? [heading(title), text(words)] : [];
  return [
    facts(
      [
        'Outcome',
        option ? `${KINDS[outcome.kind]}: ${optionName(input, option)} (${option})` : KINDS[outcome.kind],
      ],
      ['Recorded on', dayWords(outcome.recordedAt)],
      ['Decision asked for by', dayWords(outcome.decideBy)],
      ['To be looked at again on', outcome.reviewOn ? dayWords(outcome.reviewOn) : null],
      ['Bidders told on', notifiedOn ? dayWords(notifiedOn) : null],
    ),
    ...(isWithheld(input, 'bid')
      ? [
          note(
            'What was put to the approver, the reasons given there and the approver’s own words speak of bids and prices and are withheld in this edition.',
          ),
        ]
      : []),
    ...part('What was put to the approver', outcome.summary),
    ...part('Why', outcome.why),
    ...part('Why, in words that may be shared', outcome.shareableWhy),
    ...part('Why not the first-ranked option', outcome.whyNotFirst),
    ...part('What staff said and what it changed', outcome.staffSaid),
    ...part('Who pays after year 1', outcome.paysAfterYearOne),
    ...part('What would make us stop', outcome.stopRule),
    ...riskBlocks(input, outcome.risks),
    ...owedBlocks(outcome.contributionsOwed, outcome.owedReason),
    ...answerBlocks(input),
  ];
};

const riskBlocks = (input: ReportInput, risks: Outcome['risks']): readonly Block[] =>
  isWithheld(input, 'bid')
    ? [note(riskCount(risks.length))]
    : table(
        'Every risk and its owner',
        ['Risk', 'Owner'],
        risks.map((one) => [cell(shown(input, one.risk, 'bid')), cell(shown(input, one.owner, 'name'))]),
      );

const owedBlocks = (owed: number, reason: string | null): readonly Block[] =>
  owed === 0
    ? []
    : [
        heading('Contributions without an answer'),
        text(
          `When the recommendation was recorded, ${count(owed, 'contribution was', 'contributions were')} still owed an answer.`,
        ),
        ...list(reason ? [`The reason given: ${reason}`] : []),
      ];

const answerBlocks = (input: ReportInput): readonly Block[] => {
  const { outcome } = input.state;
  if (!outcome?.answeredAt || !outcome.answeredBy || outcome.status === 'waiting') return [];
  const verb = { approved: 'Approved', returned: 'Returned to the lead', declined: 'Declined' }[
    outcome.status
  ];
  return [
    heading('The approver’s answer'),
    text(`${verb} by ${personWithJob(input, outcome.answeredBy)} on ${dayWords(outcome.answeredAt)}.`),
    ...(isWithheld(input, 'bid') ? [] : [text(shown(input, outcome.answerReason, 'bid'))]),
  ];
};
