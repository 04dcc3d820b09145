import { expect } from 'chai';
import { APPROVED, OPENED, OWED, RECOMMENDATION, WAITING } from '../../support/decision-states.ts';
import { before, given } from '../../support/given-when-then.ts';
import { contributionId } from '../../support/record-acts.ts';
import type { Step } from '../../support/record-acts.ts';

const REASON = { reason: 'Plain.' };
const READY = before(WAITING, 'record-decision');
const question: Step = [
  { kind: 'contributor', via: 'poster', link: 'p1' },
  'contribute',
  {
    kind: 'question',
    text: 'When?',
    name: 'N',
    role: 'R',
    team: 'T',
    hasSupplierLink: false,
    receiptHash: '0'.repeat(64),
  },
];

describe('answering a recommendation', () => {
  it('approves, returns or declines it, each with a reason', () => {
    const answers = [
      ['approve-decision', 'decision-approved', 'approved'],
      ['return-decision', 'decision-returned', 'returned'],
      ['decline-decision', 'decision-declined', 'declined'],
    ] as const;
    for (const [command, act, status] of answers) {
      const { after } = given(WAITING).when('abel', command, REASON).then(act);
      expect(after.outcome).to.include({ status, answeredBy: 'abel', answerReason: 'Plain.' });
      given(READY).when('abel', command, REASON).isRefused('too-early');
      given(APPROVED).when('abel', command, REASON).isRefused('too-early');
      given(WAITING).when('lead', command, REASON).isRefused('not-allowed');
    }
  });

  it('lets the lead recommend again only what was returned', () => {
    given([...WAITING, ['abel', 'return-decision', REASON]])
      .when('lead', 'record-decision', RECOMMENDATION)
      .then('decision-recorded');
    given([...WAITING, ['abel', 'decline-decision', REASON]])
      .when('lead', 'record-decision', RECOMMENDATION)
      .isRefused('too-late', /declined/);
  });

  it('waits for the approver’s own interests', () => {
    const asked = WAITING.filter(([who, command]) => !(who === 'abel' && command === 'declare-interest'));
    const shifted = asked.map((step): Step =>
      step[1] === 'answer-contributions'
        ? [step[0], step[1], shift(step[2] as { contributions: readonly string[] })]
        : step,
    );
    given(shifted).when('abel', 'approve-decision', REASON).isRefused('interests-needed');
  });

  it('approves while replies are owed only when a legal date was named and the approver accepts it', () => {
    given(OWED).when('abel', 'approve-decision', REASON).isRefused('unanswered-contributions');
    given(OWED)
      .when('abel', 'approve-decision', { ...REASON, acceptOwed: true })
      .then('decision-approved');
    given([...WAITING, question])
      .when('abel', 'approve-decision', REASON)
      .isRefused('unanswered-contributions', /1 contribution is/);
    given([...WAITING, question])
      .when('abel', 'approve-decision', { ...REASON, acceptOwed: true })
      .isRefused('unanswered-contributions');
  });

  it('closes everything that a decision rests on, also one that ended before anybody marked', () => {
    const ended: readonly Step[] = [
      ...OPENED,
      [
        'lead',
        'answer-contributions',
        { contributions: [contributionId(17)], fate: 'out-of-scope', reply: 'No purchase.' },
      ],
      ['lead', 'record-decision', { ...RECOMMENDATION, outcome: 'no-award', option: undefined }],
    ];
    const marks = (who: string): Step => {
      const options = ['bid-1', 'bid-2', 'bid-3', 'business-as-usual-1'];
      const given = Object.fromEntries(options.map((id) => [id, { score: '3', reason: 'Seen.' }]));
      return [who, 'seal-marks', { criterion: 'fit', marks: given }];
    };
    const gate = { option: 'bid-1', gate: 'data', answer: 'met', evidence: 'Signed.' };
    const acts: readonly (readonly [act: string, step: Step])[] = [
      ['marks-sealed', marks('pia')],
      ['gate-answered', ['lead', 'answer-gate', gate]],
      ['costs-recorded', ['cora', 'record-costs', { option: 'bid-1', lines: [{ line: 'Fee', pence: 1 }] }]],
      ['option-withdrawn', ['lead', 'withdraw-option', { option: 'bid-1', reason: 'Late.' }]],
      ['marking-closed', ['lead', 'close-marking', { reason: 'Enough.' }]],
    ];
    const approved: readonly Step[] = [...ended, ['abel', 'approve-decision', REASON]];
    for (const [act, [who, command, input]] of acts) {
      given(ended).when(who, command, input).then(act);
      given(approved)
        .when(who, command, input)
        .isRefused('too-late', /was approved on/);
    }
  });

  it('tells bidders once, after approval', () => {
    given(WAITING).when('lead', 'notify-award', { notifiedOn: '2026-08-01' }).isRefused('too-early');
    const approved: readonly Step[] = [...WAITING, ['abel', 'approve-decision', REASON]];
    const { after } = given(approved)
      .when('cora', 'notify-award', { notifiedOn: '2026-08-01' })
      .then('award-notified');
    expect(after.notifiedOn).to.equal('2026-08-01');
    given(APPROVED).when('lead', 'notify-award', { notifiedOn: '2026-08-02' }).isRefused('already-done');
  });
});

/** One act fewer came before the contributions, so their ids moved by one. */
const shift = (input: { contributions: readonly string[] }): object => ({
  ...input,
  contributions: input.contributions.map((id) => contributionId(id === contributionId(16) ? 15 : 16)),
});
