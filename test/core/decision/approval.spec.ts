import { expect } from 'chai';
import { APPROVED, OWED, RECOMMENDATION, WAITING } from '../../support/decision-states.ts';
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
