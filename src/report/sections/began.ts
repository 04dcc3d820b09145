import { quickOf } from '../../core/decision/quick/quick-of.ts';
import type { Block } from '../blocks.ts';
import { cell, facts, figure, heading, list, note, table, text } from '../blocks.ts';
import { isWithheld, shown } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { optionName } from '../names.ts';
import { dayWords } from '../numbers.ts';
import { LATER_WORDS } from '../one-side/later-words.ts';

/** Where a decision began, when that was a quick record: what was known then, and why it was raised. */
export const buildBegan = (input: ReportInput): readonly Block[] => {
  const quick = quickOf(input.state);
  const { raised, later } = quick;
  if (!raised) return [];
  const chose = raised.choseBefore
    ? `‘${optionName(input, raised.choseBefore)}’ had been chosen then.`
    : 'Nothing had been chosen then.';
  return [
    text(
      `This decision began as a quick record and was raised on ${dayWords(raised.at)}. ${chose} Its need, options, costs and criteria were carried over; nothing had been locked.`,
    ),
    facts(
      ['Why it was raised', shown(input, raised.reason, 'text')],
      ['What was owned already', quick.owned],
      [
        'Would it be bought later at this price?',
        later ? `${LATER_WORDS[later.wouldBuyLater]}: ${shown(input, later.because, 'text')}` : null,
      ],
    ),
    ...(quick.said.length > 0
      ? [
          heading('What users had said'),
          ...list(
            quick.said.map(
              ({ words, who }) => `“${shown(input, words, 'voice')}” (${shown(input, who, 'contributor')})`,
            ),
          ),
        ]
      : []),
    ...discussed(input),
  ];
};

const discussed = (input: ReportInput): readonly Block[] => {
  const { criteria, options } = quickOf(input.state);
  if (criteria.length === 0) return [];
  if (isWithheld(input, 'mark') || criteria.every(({ marks }) => marks === null))
    return [
      note(
        'The marks that were given by discussion are not in this edition or not yet visible to you. They count for nothing here.',
      ),
    ];
  return [
    ...table(
      'Marks given by discussion, out of 5; they count for nothing here',
      ['Criterion', ...options.map(({ id }) => `${optionName(input, id)}#`)],
      criteria.map(({ title, reason, marks }) => [
        cell(shown(input, title, 'text'), shown(input, reason, 'reason')),
        ...options.map(({ id }) => figure(marks?.[id] === undefined ? '' : String(marks[id]))),
      ]),
    ),
  ];
};
