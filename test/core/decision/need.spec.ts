import { expect } from 'chai';
import { BEGUN, WAITING } from '../../support/decision-states.ts';
import { given } from '../../support/given-when-then.ts';
import type { Step } from '../../support/record-acts.ts';

const START = { title: 'Do we need it?', purpose: 'appraisal', leadName: 'Lena Ortiz', leadJob: 'Manager' };
const NEED = { problem: 'Notes twice.', affected: '42 nurses', measure: '50 minutes to 20.' };
const STATED: readonly Step[] = [...BEGUN, ['lead', 'state-need', NEED]];
const LOCKED: readonly Step[] = [...STATED, ['lead', 'lock-need', {}]];
const APPROVED: readonly Step[] = [...WAITING, ['abel', 'approve-decision', { reason: 'Plain.' }]];

describe('the need of a decision', () => {
  it('starts with a lead, a title and a purpose', () => {
    const { after } = given([]).when('lead', 'start-decision', START).then('decision-started');
    expect(after).to.include({ lead: 'lead', purpose: 'appraisal', title: 'Do we need it?', example: false });
    expect(after.people['lead']).to.deep.include({ roles: ['lead'], name: 'Lena Ortiz', job: 'Manager' });
  });

  it('makes an id for a lead who is not a participant yet', () => {
    const { after } = given([]).when({ kind: 'system' }, 'start-decision', START).then('decision-started');
    expect(after.lead).to.match(/^[0-9a-f]{32}$/);
  });

  it('is started once', () => {
    given(BEGUN).when('lead', 'start-decision', START).isRefused('already-done');
  });

  it('has nothing to act on before it is started', () => {
    given([]).when('lead', 'state-need', NEED).isRefused('not-found');
  });

  it('can be stated again until it is locked, and counts its revisions', () => {
    const { after } = given(STATED)
      .when('lead', 'state-need', { ...NEED, problem: 'Notes three times.' })
      .then('need-stated');
    expect(after.need).to.include({ revision: 2, problem: 'Notes three times.' });
    expect(after.need).not.to.have.property('lockedAt');
    given(LOCKED).when('lead', 'state-need', NEED).isRefused('too-late');
  });

  it('is locked once, after it was stated', () => {
    given(BEGUN).when('lead', 'lock-need').isRefused('too-early');
    const { after } = given(STATED).when('lead', 'lock-need').then('need-locked');
    expect(after.need?.lockedAt).to.equal('2026-06-01T21:00:00.000Z');
    given(LOCKED).when('lead', 'lock-need').isRefused('already-done');
  });

  it('says that money is offered, and by when, without an amount', () => {
    const { after, sections } = given(BEGUN)
      .when('lead', 'offer-money', { offered: true, spendBy: '2027-03-31' })
      .then('money-offered');
    expect(after.money).to.include({ offered: true, spendBy: '2027-03-31', amountPence: null });
    expect(sections.map(({ type }) => type)).to.deep.equal(['facts']);
  });

  it('takes no amount of money before it is locked', () => {
    for (const steps of [BEGUN, STATED]) {
      given(steps)
        .when('lead', 'record-amount', { amountPence: 100 })
        .isRefused('need-not-locked', /lock the need/);
    }
  });

  it('takes the amount once it is locked, and keeps what was said about the offer', () => {
    const offered: readonly Step[] = [
      ...LOCKED,
      ['lead', 'offer-money', { offered: true, spendBy: '2027-03-31' }],
    ];
    const { after, sections } = given(offered)
      .when('lead', 'record-amount', { amountPence: 77_777_700 })
      .then('amount-recorded');
    expect(after.money).to.include({ amountPence: 77_777_700, spendBy: '2027-03-31' });
    expect(sections.find(({ name }) => name === 'amount')?.type).to.equal('money');
    expect(
      given(LOCKED).when('lead', 'record-amount', { amountPence: 1 }).then('amount-recorded').after.money,
    ).to.include({ offered: true, spendBy: null, amountPence: 1 });
  });

  it('stands still once the decision is made', () => {
    given(APPROVED).when('lead', 'offer-money', { offered: false }).isRefused('too-late');
    given(APPROVED).when('lead', 'record-amount', { amountPence: 1 }).isRefused('too-late');
  });
});
