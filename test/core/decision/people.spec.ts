import { expect } from 'chai';
import { APPROVED, MARKED, OPENED, PRICED } from '../../support/decision-states.ts';
import { before, given, tellAll } from '../../support/given-when-then.ts';
import type { Step } from '../../support/record-acts.ts';

const person = (id: string, ...roles: readonly string[]): object => ({
  person: id,
  roles,
  name: id,
  job: 'A job',
});
const name = (id: string, ...roles: readonly string[]): Step => ['lead', 'name-person', person(id, ...roles)];
const NAMED = before(OPENED, 'declare-interest');
const DECLARED = before(OPENED, 'manage-interest');
const NO = { hasInterest: false };
const YES = { hasInterest: true, statement: 'My sister works there.' };

describe('the people of a decision', () => {
  it('are named with roles, and renamed without losing what they declared', () => {
    const { after } = given(NAMED)
      .when('lead', 'name-person', person('fay', 'frontline'))
      .then('person-named');
    expect(after.people['fay']).to.include({ name: 'fay', job: 'A job' });
    const again = given(OPENED)
      .when('lead', 'name-person', person('paul', 'panel', 'auditor'))
      .then('person-named');
    expect(again.after.people['paul']?.interest).to.deep.equal(
      tellAll(OPENED).state.people['paul']?.interest,
    );
  });

  it('hold no two roles that have to be apart', () => {
    const clashes = [
      ['commercial', 'panel'],
      ['commercial', 'frontline'],
      ['approver', 'panel'],
      ['panel', 'frontline'],
    ];
    for (const roles of clashes) {
      given(NAMED)
        .when('lead', 'name-person', person('fay', ...roles))
        .isRefused('not-allowed', /Name somebody else/);
    }
    given(NAMED)
      .when('lead', 'name-person', person('lead', 'lead', 'approver'))
      .isRefused('not-allowed');
  });

  it('hold no two such roles one after the other', () => {
    given(OPENED)
      .when('lead', 'name-person', person('cora', 'panel'))
      .isRefused('not-allowed', /seen prices/);
    given([...OPENED, name('cora', 'auditor')])
      .when('lead', 'name-person', person('cora', 'frontline'))
      .isRefused('not-allowed', /seen prices/);
    for (const role of ['approver', 'commercial', 'frontline']) {
      given(MARKED)
        .when('lead', 'name-person', person('pia', role))
        .isRefused('not-allowed', /sealed marks/);
    }
    given(MARKED).when('lead', 'name-person', person('pia', 'auditor')).then('person-named');
  });

  it('can be put right when a role was named by mistake and nothing came of it', () => {
    given(NAMED).when('lead', 'name-person', person('cora', 'panel')).then('person-named');
    given(OPENED).when('lead', 'name-person', person('pia', 'approver')).then('person-named');
  });

  it('have one lead, who stays', () => {
    given(NAMED)
      .when('lead', 'name-person', person('fay', 'lead'))
      .isRefused('not-allowed', /one lead/);
    given(NAMED)
      .when('lead', 'name-person', person('lead', 'panel'))
      .isRefused('not-allowed', /keeps the lead/);
    given(NAMED).when('lead', 'remove-person', { person: 'lead', reason: 'x' }).isRefused('not-allowed');
    given(NAMED)
      .when('lead', 'name-person', person('lead', 'lead', 'panel'))
      .then('person-named');
  });

  it('cannot join those who mark once marking is closed', () => {
    const closed: readonly Step[] = [...OPENED, ['lead', 'close-marking', { reason: 'Holiday.' }]];
    given(closed).when('lead', 'name-person', person('fay', 'panel')).isRefused('too-late');
    given(PRICED).when('lead', 'name-person', person('fay', 'frontline')).isRefused('too-late');
    given(PRICED).when('lead', 'name-person', person('fay', 'auditor')).then('person-named');
  });

  it('leave with a reason, and what they did stays', () => {
    const { after } = given(MARKED)
      .when('lead', 'remove-person', { person: 'pia', reason: 'Moved.' })
      .then('person-left');
    expect(after.people['pia']?.left?.reason).to.equal('Moved.');
    expect(after.marks).to.deep.equal(tellAll(MARKED).state.marks);
    for (const id of ['nobody', 'constructor'])
      given(MARKED).when('lead', 'remove-person', { person: id, reason: 'x' }).isRefused('not-found');
    const gone: readonly Step[] = [...MARKED, ['lead', 'remove-person', { person: 'pia', reason: 'Moved.' }]];
    given(gone).when('lead', 'remove-person', { person: 'pia', reason: 'x' }).isRefused('not-found');
    given(gone).when('pia', 'file-dissent', { text: 'Still here.' }).isRefused('not-allowed');
  });

  it('stand still once the decision is made', () => {
    given(APPROVED).when('lead', 'name-person', person('fay', 'auditor')).isRefused('too-late');
    given(APPROVED).when('lead', 'remove-person', { person: 'pia', reason: 'x' }).isRefused('too-late');
  });
});

describe('interests', () => {
  it('are declared by the lead first', () => {
    given(NAMED).when('pia', 'declare-interest', NO).isRefused('too-early');
    const { after } = given(NAMED).when('lead', 'declare-interest', NO).then('interest-declared');
    expect(after.people['lead']?.interest).to.include({ hasInterest: false, statement: null });
  });

  it('need a sentence when there is one', () => {
    given(DECLARED).when('paul', 'declare-interest', { hasInterest: true }).isRefused('reason-needed');
    const { after, sections } = given(DECLARED)
      .when('paul', 'declare-interest', YES)
      .then('interest-declared');
    expect(after.people['paul']?.interest?.statement).to.equal(YES.statement);
    expect(sections.find((one) => one.name === 'statement')?.type).to.equal('interest');
  });

  it('are judged by somebody else, and only once declared', () => {
    const judge = (person: string, outcome: string): object => ({ person, outcome, reason: 'Small.' });
    const { after } = given(DECLARED)
      .when('lead', 'manage-interest', judge('pia', 'may-take-part'))
      .then('interest-managed');
    expect(after.people['pia']?.interest).to.include({ outcome: 'may-take-part', outcomeReason: 'Small.' });
    for (const id of ['paul', 'nobody', 'constructor'])
      given(DECLARED).when('lead', 'manage-interest', judge(id, 'may-take-part')).isRefused('not-found');
    const leads: readonly Step[] = [...NAMED, ['lead', 'declare-interest', YES]];
    given(leads)
      .when('lead', 'manage-interest', judge('lead', 'may-take-part'))
      .isRefused('not-allowed', /their own/);
    given(leads).when('abel', 'manage-interest', judge('lead', 'may-take-part')).then('interest-managed');
    given(leads).when('pia', 'manage-interest', judge('lead', 'may-take-part')).isRefused('not-allowed');
  });

  it('do not go away by declaring again', () => {
    const aside: readonly Step[] = [
      ...DECLARED,
      ['lead', 'manage-interest', { person: 'pia', outcome: 'stands-aside', reason: 'Too close.' }],
    ];
    given(DECLARED).when('pia', 'declare-interest', NO).isRefused('not-allowed');
    given(aside).when('pia', 'declare-interest', NO).isRefused('not-allowed');
    const { after } = given(aside).when('pia', 'declare-interest', YES).then('interest-declared');
    expect(after.people['pia']?.interest, 'judged anew').not.to.have.property('outcome');
  });

  it('keep somebody who stands aside from marking', () => {
    const aside: readonly Step[] = [
      ...OPENED,
      ['lead', 'manage-interest', { person: 'pia', outcome: 'stands-aside', reason: 'Too close.' }],
    ];
    given(aside)
      .when('pia', 'seal-marks', { criterion: 'fit', marks: {} })
      .isRefused('interests-needed', /stand aside/);
  });
});
