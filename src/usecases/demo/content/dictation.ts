import type { QuickStart } from '../../start-quick-record.ts';

/** A small purchase on a quick record, from money with an end date to a choice. Invented throughout. */
export const dictation = {
  key: 'dictation',
  lead: { name: 'Lena Ortiz', job: 'Office manager, outpatient letters' },
  /** How many days before the examples are added it began, and was chosen. */
  daysBefore: { started: 16, chosen: 9 },
  start: {
    title: 'Example: Dictation for the clinic office',
    need: {
      problem: 'Clinic letters wait two days because three secretaries type them by hand.',
      affected: '3 secretaries and about 900 patients a month',
      measure: 'From two days to the same day for nine letters of ten, three months after the start.',
    },
  } satisfies Pick<QuickStart, 'title' | 'need'>,
  later: {
    wouldBuyLater: 'yes',
    because: 'The letters wait whatever the month is, and the licence starts when we ask.',
    carryOver: 'asked',
    carryOverNote: 'The finance manager, by letter; she answers by the end of the month.',
    roughPence: 600_000,
  },
  findings: {
    said: [
      { words: 'I type the same sentence forty times a day.', who: 'A clinic secretary' },
      { words: 'If it gets drug names wrong I will stop using it the same week.', who: 'A registrar' },
    ],
    owned: 'The office suite has dictation, switched off for everybody; the security team was asked why.',
  },
  quotes: [
    {
      ...{ kind: 'bid', title: 'Clearvoice', supplier: 'Alder Speech (example)', note: 'In the browser.' },
      ...{ termMonths: 24, wholeTermPence: 640_000, leavingPence: 50_000 },
    },
    {
      ...{ kind: 'bid', title: 'Scribewell', supplier: 'Birch Voice (example)', note: 'On each computer.' },
      ...{ termMonths: 12, wholeTermPence: 380_000 },
    },
    {
      ...{
        kind: 'reuse',
        title: 'Dictation of the office suite',
        note: 'Owned; the security team has to allow it.',
      },
      ...{ termMonths: 24, wholeTermPence: 90_000, leavingPence: 0 },
    },
    {
      kind: 'business-as-usual',
      title: 'Doing nothing',
      note: 'Two days, and overtime at the end of each month.',
    },
  ],
  criteria: [
    {
      title: 'Does it do the job?',
      reason:
        'Ten of our own letters each: Clearvoice got nine right, the office suite seven, Scribewell four.',
      marks: { 'bid-1': 4, 'bid-2': 2, 'reuse-1': 3, 'business-as-usual-1': 1 },
    },
    {
      title: 'Can people use it?',
      reason: 'Two secretaries tried each for a morning; Scribewell needs an installation on every computer.',
      marks: { 'bid-1': 4, 'bid-2': 2, 'reuse-1': 4, 'business-as-usual-1': 3 },
    },
    {
      title: 'Help, and leaving',
      reason:
        'Clearvoice gives word lists back as files; the office suite keeps none; Scribewell did not say.',
      marks: { 'bid-1': 3, 'bid-2': 1, 'reuse-1': 4, 'business-as-usual-1': 5 },
    },
  ],
  choice: {
    option: 'bid-1',
    why: 'It was right most often on our own letters. The office suite costs less but gets drug names wrong.',
    whyNotFirst:
      'Level with the office suite on marks, ahead on drug names, which is what the registrars asked for.',
    shareableWhy: 'It was right most often on our own letters, drug names above all.',
    answers: { 'leaving-not-priced': 'Scribewell was asked twice and did not answer.' },
    gates: [
      {
        ...{ gate: 'personal-data', title: 'Data protection impact assessment agreed', answer: 'met' },
        evidence: 'Signed by the data protection officer; recordings are deleted after 24 hours.',
      },
      {
        ...{ gate: 'cyber', title: 'Cyber Essentials or equal proof, in date', answer: 'met' },
        evidence: 'Certificate seen in the public register.',
      },
    ],
  },
} as const;
