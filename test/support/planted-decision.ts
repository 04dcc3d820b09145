import type { Actor } from '../../src/core/decision/model/act.ts';
import type { Rubric } from '../../src/core/rubric/rubric.ts';
import { contributionId, hex } from './record-acts.ts';
import type { Step } from './record-acts.ts';

/**
 * One award in which everything that has to wait carries a word or a number of its own, so that whatever shows up
 * anywhere can be named. Its life is cut into phases; each holds the acts of the one before.
 */
const scored = (id: string, frontlineCanAnswer: boolean) =>
  ({ id, title: id, kind: 'scored', weightBp: 5000, question: `About ${id}?`, frontlineCanAnswer }) as const;

const RUBRIC: Rubric = {
  format: 'counterweight-rubric/1',
  id: 'planted',
  version: 1,
  title: 'Planted',
  scale: { lowest: 0, highest: 100, decimals: 3 },
  method: { frontlineShareBp: 2000, frontlineMinimum: 1, trial: { script: 'One shift.', people: 'Ward 7' } },
  criteria: [
    {
      id: 'quality',
      title: 'Quality',
      kind: 'group',
      weightBp: 8000,
      children: [scored('fit', false), scored('ease', true)],
    },
    {
      id: 'price',
      title: 'Price',
      kind: 'price',
      weightBp: 2000,
      floorPence: 1_000_000,
      ceilingPence: 40_000_000,
    },
    { id: 'safety', title: 'Safety', kind: 'gate', passWhen: 'In date.' },
  ],
};

export const OPTIONS = ['bid-1', 'bid-2', 'business-as-usual-1'] as const;
/** Marks by assessor and criterion, in the order of the options. No two are alike. */
export const MARKS: Readonly<Record<string, readonly [string, string, string]>> = {
  'pia fit': ['71.123', '52.234', '33.345'],
  'paul fit': ['78.456', '51.567', '31.678'],
  'pia ease': ['81.789', '62.891', '23.912'],
  'paul ease': ['85.147', '61.258', '21.369'],
  'fay ease': ['88.741', '59.852', '19.963'],
};
/** In pence, in the order of the options. */
export const PRICES = [6_123_457, 7_234_569, 3_345_671] as const;
export const MONEY = 9_876_543;

const lead = (command: string, input: object = {}): Step => ['lead', command, input];
const PEOPLE = [
  ['cora', 'commercial'],
  ['pia', 'panel'],
  ['paul', 'panel'],
  ['fay', 'frontline'],
  ['abel', 'approver'],
  ['ada', 'auditor'],
  ['una', 'frontline'],
] as const;
const poster: Actor = { kind: 'contributor', via: 'poster', link: 'p1' };

const seal = (who: string, criterion: string): Step => {
  const scores = MARKS[`${who} ${criterion}`] ?? [];
  const marks = OPTIONS.map((option, index) => [
    option,
    { score: scores[index], reason: `planted-reason-${who}-${criterion}-${index}` },
  ]);
  const tried = who === 'fay' ? { triedEveryOption: true } : {};
  return [who, 'seal-marks', { criterion, marks: Object.fromEntries(marks) as object, ...tried }];
};

const START: readonly Step[] = [
  lead('start-decision', { title: 'Notes', purpose: 'award', leadName: 'Lena', leadJob: 'Manager' }),
  lead('state-need', { problem: 'Twice.', affected: '42', measure: 'Less.' }),
  lead('lock-need'),
  lead('record-amount', { amountPence: MONEY }),
  lead('open-listening', { cutOff: '2026-06-30', laterOwner: 'Lena', question: 'What slows you down?' }),
  [
    poster,
    'contribute',
    {
      ...{ kind: 'worry', text: 'planted-said', name: 'planted-voice-name', role: 'planted-voice-role' },
      ...{ team: 'planted-voice-team', hasSupplierLink: false, receiptHash: hex('receipt') },
    },
  ],
  lead('answer-contributions', {
    contributions: [contributionId(5)],
    fate: 'considered-not-used',
    reply: 'Thank you.',
  }),
  ...PEOPLE.map(([person, role]): Step =>
    lead('name-person', { person, roles: [role], name: person, job: 'A job' }),
  ),
  lead('declare-interest', { hasInterest: false }),
  ...['cora', 'paul', 'fay', 'abel', 'ada'].map((who): Step => [
    who,
    'declare-interest',
    { hasInterest: false },
  ]),
  ['pia', 'declare-interest', { hasInterest: true, statement: 'planted-interest' }],
  lead('manage-interest', { person: 'pia', outcome: 'may-take-part', reason: 'planted-managed' }),
  lead('choose-rubric', { rubric: RUBRIC, reason: 'The standard one.' }),
  lead('lock-rubric'),
  ...[1, 2].map((n): Step =>
    lead('add-option', {
      kind: 'bid',
      title: `planted-title-${n}`,
      summary: `planted-summary-${n}`,
      supplier: `planted-supplier-${n}`,
    }),
  ),
  lead('add-option', { kind: 'business-as-usual', title: 'Paper', summary: 'As today.', incumbent: true }),
  ...OPTIONS.map((option, index): Step => [
    'cora',
    'record-costs',
    { option, lines: [{ line: `planted-line-${index}`, year: 0, pence: PRICES[index], tendered: true }] },
  ]),
  lead('open-options'),
  ...OPTIONS.map((option, index): Step =>
    lead('answer-gate', { option, gate: 'safety', answer: 'met', evidence: `planted-evidence-${index}` }),
  ),
];
const SOME: readonly Step[] = [...START, seal('pia', 'fit')];
const ALL: readonly Step[] = [
  ...SOME,
  ...[seal('paul', 'fit'), seal('fay', 'ease'), seal('pia', 'ease'), seal('paul', 'ease')],
  [
    'paul',
    'change-mark',
    {
      criterion: 'ease',
      option: 'bid-2',
      score: '60.505',
      reason: 'planted-new-reason',
      why: 'planted-why-changed',
    },
  ],
  lead('record-consensus', {
    criterion: 'fit',
    option: 'bid-1',
    score: '74.606',
    reason: 'planted-consensus',
  }),
  ['paul', 'file-dissent', { text: 'planted-dissent' }],
];
const SEALED: readonly Step[] = [...ALL, lead('seal-quality')];
const PRICED: readonly Step[] = [...SEALED, lead('open-prices')];
const DECIDED: readonly Step[] = [
  ...PRICED,
  lead('record-decision', {
    ...{
      outcome: 'award',
      option: 'bid-1',
      why: 'planted-grounds',
      summary: 'planted-outcome-summary',
      staffSaid: 'They said.',
    },
    ...{
      risks: [{ risk: 'planted-risk', owner: 'Lena' }],
      paysAfterYearOne: 'The ward',
      decideBy: '2026-08-06',
    },
  }),
  ['abel', 'approve-decision', { reason: 'planted-answer' }],
  lead('notify-award', { notifiedOn: '2026-08-01' }),
];

export const PHASES = {
  drafts: START,
  some: SOME,
  all: ALL,
  sealed: SEALED,
  priced: PRICED,
  decided: DECIDED,
} as const;
export type Phase = keyof typeof PHASES;
export const READERS = ['lead', 'cora', 'pia', 'paul', 'fay', 'abel', 'ada', 'una'] as const;
export type Reader = (typeof READERS)[number];
