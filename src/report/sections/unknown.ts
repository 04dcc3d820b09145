import type { Block } from '../blocks.ts';
import { list, text } from '../blocks.ts';
import { baselineOption } from '../cost-years.ts';
import { isWithheld } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { count } from '../numbers.ts';

/** A document that says what it does not know can be trusted with what it says. */
export const buildUnknown = (input: ReportInput): readonly Block[] => [
  text('Read this document with these limits in mind.'),
  ...list([...missingWords(input), ...hiddenPartWords(input), ...simulationWords(input), ...NOT_COMPUTED]),
];

const NOT_COMPUTED = [
  'Not computed in this version: the checks that look for patterns in rubric, marks, options and money.',
];

const simulationWords = ({ result }: ReportInput): readonly string[] =>
  result?.robustness?.draws === null
    ? ['Not computed here: a simulation of uncertain weights and marks.']
    : [];

const missingWords = (input: ReportInput): readonly string[] => {
  const { state, result } = input;
  const { outcome } = state;
  return [
    ...(result || isWithheld(input, 'mark') ? [] : [input.noResult]),
    ...(baselineOption(input) ? [] : ['What doing nothing would cost and achieve is not among the options.']),
    ...(outcome && outcome.kind !== 'no-award' && !outcome.reviewOn
      ? ['No day is set on which the choice is looked at again.']
      : []),
    ...(outcome && outcome.kind !== 'no-award' && outcome.summary !== null && !outcome.stopRule
      ? ['Nothing is written about what would make us stop.']
      : []),
    ...(input.ledger && Object.keys(state.contributions).length === 0
      ? ['Nobody who will use this has been heard on record.']
      : []),
    ...(result?.incomplete ?? []).map((one) => `Missing: ${one.what}`),
  ];
};

const hiddenPartWords = (input: ReportInput): readonly string[] => {
  const { ledger } = input;
  if (!ledger) return ['There is no ledger: nothing shows when these figures were written or by whom.'];
  return [
    ...(ledger.withheldParts > 0
      ? [
          `${count(ledger.withheldParts, 'part is', 'parts are')} withheld from this edition or this reader; their commitments are in the ledger.`,
        ]
      : []),
    ...(ledger.receiptParts > 0
      ? [
          `${count(ledger.receiptParts, 'receipt code stays', 'receipt codes stay')} with the service, as in every edition: each is the key of somebody who spoke.`,
        ]
      : []),
    ...(ledger.erased.size > 0
      ? [`${count(ledger.erased.size, 'part has', 'parts have')} been erased; the chain still holds.`]
      : []),
  ];
};
