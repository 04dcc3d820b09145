import type { Step } from './record-acts.ts';

/** A quick record as acts: a lead buys a dictation tool with money that ends on 31 March. */
export const QUICK_NEED = {
  problem: 'Clinic letters wait two days because three secretaries type them by hand.',
  affected: 'Three secretaries and about 900 patients a month',
  measure: 'Letters go out on the same day by June, from two days now.',
};

export const QUICK_OPTIONS = [
  {
    ...{ kind: 'bid', title: 'Dictation A', supplier: 'Alder Speech', note: 'Dictation in the browser' },
    ...{ termMonths: 24, wholeTermPence: 640_000, leavingPence: 50_000 },
  },
  { kind: 'bid', title: 'Dictation B', supplier: 'Birch Voice', termMonths: 12, wholeTermPence: 380_000 },
  { kind: 'business-as-usual', title: 'Doing nothing', wholeTermPence: 0, leavingPence: 0 },
] as const;

export const QUICK_CRITERIA = [
  {
    title: 'Does it do the job?',
    reason: 'A typed ten of our letters on Tuesday; B typed four and lost drug names.',
    marks: { 'bid-1': 4, 'bid-2': 2, 'business-as-usual-1': 1 },
  },
  {
    title: 'Can people use it?',
    reason: 'Two secretaries tried both for a morning.',
    marks: { 'bid-1': 4, 'bid-2': 3, 'business-as-usual-1': 3 },
  },
  {
    title: 'Help, and leaving',
    reason: 'A gives the templates back as files; B does not say.',
    marks: { 'bid-1': 3, 'bid-2': 1, 'business-as-usual-1': 5 },
  },
] as const;

export const QUICK_CHOICE = {
  option: 'bid-1',
  why: 'It typed our own letters with the fewest corrections, and can be left.',
  shareableWhy: 'It did the work with our own letters.',
  renewsOn: '2028-06-30',
  gates: [
    {
      ...{ gate: 'personal-data', title: 'Data protection impact assessment agreed', answer: 'later' },
      ...{ evidence: 'Draft 2 is with the data protection officer.', by: '2026-06-30', owner: 'Ben Hale' },
    },
  ],
  answers: { 'leaving-not-priced': 'B was asked twice and did not answer.' },
} as const;

export const QUICK_STARTED: readonly Step[] = [
  [
    'lead',
    'start-decision',
    {
      ...{ title: 'Dictation for the clinic office', purpose: 'appraisal', door: 'quick' },
      ...{ leadName: 'Lena Ortiz', leadJob: 'Office manager' },
    },
  ],
  ['lead', 'offer-money', { offered: true, spendBy: '2027-03-31' }],
  ['lead', 'state-need', QUICK_NEED],
];

export const QUICK_FOUND: readonly Step[] = [
  ...QUICK_STARTED,
  [
    'lead',
    'answer-later-question',
    {
      ...{ wouldBuyLater: 'yes', because: 'The letters wait whatever the month is.' },
      ...{ carryOver: 'asked', carryOverNote: 'Finance, on 1 June; no answer yet.', roughPence: 600_000 },
    },
  ],
  [
    'lead',
    'note-findings',
    {
      said: [{ words: 'I type the same sentence forty times a day.', who: 'A clinic secretary' }],
      owned: 'The office suite has dictation, switched off.',
    },
  ],
  ['lead', 'declare-interest', { hasInterest: false }],
];

export const QUICK_LISTED: readonly Step[] = [
  ...QUICK_FOUND,
  ['lead', 'list-quotes', { options: QUICK_OPTIONS }],
];

export const QUICK_DISCUSSED: readonly Step[] = [
  ...QUICK_LISTED,
  ['lead', 'discuss-criteria', { criteria: QUICK_CRITERIA }],
];

export const QUICK_CHOSEN: readonly Step[] = [...QUICK_DISCUSSED, ['lead', 'record-choice', QUICK_CHOICE]];

export const QUICK_RAISED: readonly Step[] = [
  ...QUICK_CHOSEN,
  [
    'lead',
    'raise-record',
    { purpose: 'award', reason: 'Four more clinics want it, so it passes the limit.' },
  ],
];
