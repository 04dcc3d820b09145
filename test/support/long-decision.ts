import { PRICED, RECOMMENDATION } from './decision-states.ts';
import type { Step } from './record-acts.ts';

const SENTENCE =
  'The ward staff told us that the present arrangement takes far too long and that nobody can find what was written. ';

const words = (length: number): string =>
  SENTENCE.repeat(Math.ceil(length / SENTENCE.length))
    .slice(0, length)
    .trim();

const longer = ([who, command, input]: Step): Step => {
  if (command === 'add-option' && 'supplier' in input) {
    return [who, command, { ...input, title: `${words(150)} platform`, summary: words(1500) }];
  }
  if (command === 'record-costs' && 'option' in input && input.option === 'bid-1') {
    const lines = Array.from({ length: 24 }, (_unused, index) => ({
      line: `Licence, hosting and support, part ${index}`,
      year: index % 11,
      pence: 1_234_567 + index * 99,
      capital: index < 3,
    }));
    return [who, command, { ...input, lines }];
  }
  return command === 'state-need'
    ? [who, command, { problem: words(3000), affected: words(2000), measure: words(2000) }]
    : [who, command, input];
};

/** The award with every text about as long as it may be, waiting for the approver with an answer still owed. */
export const LONG: readonly Step[] = [
  ...PRICED.map(longer),
  [
    'lead',
    'record-decision',
    {
      ...RECOMMENDATION,
      why: words(4000),
      summary: words(600),
      staffSaid: words(1000),
      paysAfterYearOne: words(500),
      owedReason: words(2000),
      stopRule: words(1000),
      risks: Array.from({ length: 10 }, () => ({ risk: words(500), owner: words(200) })),
    },
  ],
];

export const LONG_APPROVED: readonly Step[] = [
  ...LONG,
  ['abel', 'approve-decision', { reason: words(4000), acceptOwed: true }],
];
