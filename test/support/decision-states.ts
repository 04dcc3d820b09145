import type { Actor } from '../../src/core/decision/model/act.ts';
import type { Rubric } from '../../src/core/rubric/rubric.ts';
import { contributionId, hex } from './record-acts.ts';
import type { Step } from './record-acts.ts';

/**
 * One award and the start of one appraisal, as acts. Words that may not leave with the shareable edition start with
 * 'planted-'; of the sums that may not leave, PLANTED_SUMS says how the report would print them. The chosen bid's
 * title may leave, with the decision.
 */
const scored = (id: string, title: string, weightBp: number, question: string) =>
  ({ id, title, kind: 'scored', weightBp, question }) as const;

export const RUBRIC: Rubric = {
  format: 'counterweight-rubric/1',
  id: 'ward-notes',
  version: 1,
  title: 'Ward notes',
  purpose: 'For the example.',
  sources: [{ title: 'Written for the example', standing: 'ours', verifiedOn: '2026-05-20' }],
  scale: [0, 1, 2, 3, 4, 5].map((score) => ({
    score,
    label: `Level ${score}`,
    evidence: `Seen at ${score}.`,
  })),
  criteria: [
    {
      id: 'quality',
      title: 'What it does for the ward',
      kind: 'group',
      weightBp: 8000,
      children: [
        { ...scored('fit', 'Fit to the work', 6000, 'Which tasks does it do?'), minimum: 2 },
        scored('ease', 'Ease of use', 4000, 'Who tried it, and what happened?'),
      ],
    },
    {
      id: 'price',
      title: 'Cost over its life',
      kind: 'price',
      weightBp: 2000,
      floorPence: 1_000_000,
      ceilingPence: 40_000_000,
    },
    { id: 'safety', title: 'Clinical safety', kind: 'gate', passWhen: 'In date.', laterAllowed: true },
    { id: 'data', title: 'Data protection', kind: 'gate', passWhen: 'The assessment is signed.' },
  ],
};

const poster: Actor = { kind: 'contributor', via: 'poster', link: 'p1' };

const lead = (command: string, input: object = {}): Step => ['lead', command, input];

const name = (person: string, role: string, named: string, job: string): Step =>
  lead('name-person', { person, roles: [role], name: named, job });

const declare = (person: string, statement?: string): Step => [
  person,
  'declare-interest',
  statement ? { hasInterest: true, statement } : { hasInterest: false },
];

const contribute = (kind: string, text: string, who: string, wantsCredit: boolean): Step => {
  const about = { name: who, role: 'Staff nurse', team: 'Ward 7', hasSupplierLink: false };
  return [poster, 'contribute', { kind, text, ...about, wantsCredit, receiptHash: hex(text) }];
};

const answer = (index: number, fate: string, reply: string): Step =>
  lead('answer-contributions', { contributions: [contributionId(index)], fate, reply });

const bid = (number: string, title = `planted-title-${number}`): Step => {
  const words = { title, summary: `planted-summary-${number}` };
  return lead('add-option', { kind: 'bid', ...words, supplier: `planted-supplier-${number}` });
};

type Line = readonly [line: string, year: number, pence: number, capital?: boolean];

const costs = (option: string, ...lines: readonly Line[]): Step => {
  const written = lines.map(([line, year, pence, capital = false]) => ({ line, year, pence, capital }));
  return ['cora', 'record-costs', { option, lines: written }];
};

export const PLANTED_SUMS = ['777,777', '66,666', '12,345', '91,987', '23,456', '1,500'];

const OPTIONS = ['bid-1', 'bid-2', 'bid-3', 'business-as-usual-1'] as const;

const seal = (who: string, criterion: string, scores: readonly string[]): Step => {
  const marks = OPTIONS.map((id, index) => [
    id,
    { score: scores[index], reason: `planted-reason-${who}-${criterion}` },
  ]);
  return [who, 'seal-marks', { criterion, marks: Object.fromEntries(marks) as object }];
};

/** To the point where the list of options is opened. The contributions are acts 16 and 17. */
export const OPENED: readonly Step[] = [
  lead('start-decision', {
    ...{ title: 'Notes at the bedside', purpose: 'award', example: true },
    ...{ leadName: 'Lena Ortiz', leadJob: 'Ward manager' },
  }),
  lead('offer-money', { offered: true, spendBy: '2027-03-31' }),
  lead('state-need', {
    problem: 'Notes are written twice.',
    affected: '42 nurses on three wards',
    measure: 'From 50 minutes a shift to 20 by June 2027.',
  }),
  lead('lock-need'),
  lead('record-amount', { amountPence: 77_777_700 }),
  name('cora', 'commercial', 'Cora Blake', 'Buyer'),
  name('pia', 'panel', 'Pia Novak', 'Matron'),
  name('paul', 'panel', 'Paul Reed', 'Charge nurse'),
  name('abel', 'approver', 'Abel Stone', 'Director'),
  declare('lead'),
  declare('cora'),
  declare('pia', 'planted-interest with a supplier'),
  declare('paul'),
  declare('abel'),
  lead('manage-interest', { person: 'pia', outcome: 'may-take-part', reason: 'planted-managed as small' }),
  lead('open-listening', {
    cutOff: '2026-06-30',
    laterOwner: 'Lena Ortiz',
    question: 'What slows you down?',
  }),
  contribute('worry', 'It must work when the network is down.', 'planted-contributor-one', true),
  contribute('idea', 'Let us dictate.', 'planted-contributor-two', false),
  lead('choose-rubric', { rubric: RUBRIC, reason: 'The standard one, with offline work added.' }),
  answer(16, 'changed-rubric', 'Fit now asks about working offline.'),
  lead('lock-rubric'),
  bid('one', 'Bedside Notes'),
  bid('two'),
  bid('three'),
  lead('add-option', {
    ...{ kind: 'business-as-usual', incumbent: true },
    ...{ title: 'Paper, as today', summary: 'We go on as today.' },
  }),
  costs('bid-1', ['planted-line', 0, 6_666_600, true], ['Licence', 1, 1_234_500], ['Licence', 2, 1_234_500]),
  costs('bid-2', ['Licence', 0, 9_198_700]),
  costs('bid-3', ['Licence', 0, 150_000]),
  costs('business-as-usual-1', ['Paper', 0, 2_345_600], ['Paper', 1, 2_345_600]),
  lead('open-options'),
];

const gate = (option: string, id: string, extra: object = { answer: 'met' }): Step =>
  lead('answer-gate', { option, gate: id, evidence: `planted-evidence-${id}`, ...extra });

/** Every assessor sealed, one changed a mark, one disagrees; quality is not sealed yet. */
export const MARKED: readonly Step[] = [
  ...OPENED,
  gate('bid-1', 'safety', { answer: 'later', by: '2027-03-01', owner: 'Sana Iqbal' }),
  ...OPTIONS.slice(1).map((option) => gate(option, 'safety')),
  ...OPTIONS.map((option) => gate(option, 'data')),
  seal('pia', 'fit', ['5', '3', '3', '2']),
  seal('paul', 'fit', ['3', '3', '3', '2']),
  seal('pia', 'ease', ['4', '2', '3', '3']),
  seal('paul', 'ease', ['4', '2', '3', '3']),
  [
    'paul',
    'change-mark',
    {
      criterion: 'ease',
      option: 'bid-2',
      score: '3',
      reason: 'planted-new-reason',
      why: 'planted-why-changed',
    },
  ],
  lead('record-consensus', { criterion: 'fit', option: 'bid-1', score: '4', reason: 'planted-consensus' }),
  ['paul', 'file-dissent', { text: 'planted-dissent: I would have waited.' }],
];

export const RECOMMENDATION = {
  outcome: 'award',
  option: 'bid-1',
  why: 'planted-why: it does what the wards asked for.',
  shareableWhy: 'It best meets what was published.',
  summary: 'planted-summary: award the notes system for three wards for three years.',
  staffSaid: 'Staff asked for offline work; the rubric now asks for it.',
  risks: [
    { risk: 'Wards get no training', owner: 'Lena Ortiz' },
    { risk: 'planted-risk: the network fails', owner: 'Sana Iqbal' },
    { risk: 'Notes cannot be moved out', owner: 'Cora Blake' },
  ],
  paysAfterYearOne: 'The ward budget',
  decideBy: '2026-08-06',
  reviewOn: '2027-06-01',
  stopRule: 'planted-stop: fewer than half the nurses use it after three months.',
};

/** What the first page of the recommendation has to show. */
export const DECISION_WORDS: readonly string[] = [
  ...['What you are asked to approve', RECOMMENDATION.summary, '6 August 2026'],
  ...[RECOMMENDATION.why, RECOMMENDATION.paysAfterYearOne, '42 nurses on three wards', 'Capital'],
  ...['Doing nothing: Paper, as today', 'the network fails', 'Sana Iqbal', RECOMMENDATION.staffSaid],
];

/** Prices are open and the cheapest bid is set aside. */
export const PRICED: readonly Step[] = [
  ...MARKED,
  lead('seal-quality'),
  lead('open-prices'),
  lead('set-bid-aside', {
    ...{ option: 'bid-3', ground: 'abnormally-low' },
    ...{ reason: 'planted-aside-reason', supplierAnswer: 'planted-supplier-answer' },
  }),
];

export const WAITING: readonly Step[] = [
  ...PRICED,
  answer(17, 'considered-not-used', 'No supplier offers it yet.'),
  lead('record-decision', RECOMMENDATION),
];

/** One contribution is still without an answer. */
export const OWED: readonly Step[] = [
  ...PRICED,
  lead('record-decision', { ...RECOMMENDATION, owedReason: 'The old contract ends on 31 August.' }),
];

export const APPROVED: readonly Step[] = [
  ...WAITING,
  ['abel', 'approve-decision', { reason: 'planted-answer: the case is plain.' }],
  lead('notify-award', { notifiedOn: '2026-08-01' }),
];

/** An appraisal that has only begun: nothing that is optional is there. */
export const BEGUN: readonly Step[] = [
  lead('start-decision', {
    ...{ title: 'Do we need it?', purpose: 'appraisal' },
    ...{ leadName: 'Lena Ortiz', leadJob: 'Ward manager' },
  }),
];
