import { expect } from 'chai';
import { MARKED, OPENED, PRICED } from '../../support/decision-states.ts';
import { before, given, tellAll } from '../../support/given-when-then.ts';
import type { Step } from '../../support/record-acts.ts';

const LINES = { option: 'bid-1', lines: [{ line: 'Licence', year: 0, pence: 100 }] };
const SEALED: readonly Step[] = [...MARKED, ['lead', 'seal-quality', {}]];

describe('costs', () => {
  it('are typed by the commercial role and kept as a price, with what was left out filled in', () => {
    const { after, sections } = given(OPENED).when('cora', 'record-costs', LINES).then('costs-recorded');
    expect(sections.find(({ name }) => name === 'lines')?.type).to.equal('price');
    expect(after.costs['bid-1']?.lines).to.deep.equal([
      { line: 'Licence', year: 0, pence: 100, tendered: true, capital: false },
    ]);
    expect(after.costs['bid-1']?.revisions).to.equal(2);
    for (const who of ['lead', 'pia', 'abel'])
      given(OPENED).when(who, 'record-costs', LINES).isRefused('not-allowed');
  });

  it('cannot be typed before the need is locked', () => {
    const early: readonly Step[] = [
      ...before(OPENED, 'lock-need'),
      ['lead', 'name-person', { person: 'cora', roles: ['commercial'], name: 'Cora', job: 'Buyer' }],
    ];
    given(early).when('cora', 'record-costs', LINES).isRefused('need-not-locked');
    given(early).when('cora', 'record-amount', { amountPence: 1 }).isRefused('need-not-locked');
  });

  it('belong to an option on the list and stand still once prices are open', () => {
    given(OPENED)
      .when('cora', 'record-costs', { ...LINES, option: 'bid-9' })
      .isRefused('not-found');
    given(PRICED).when('cora', 'record-costs', LINES).isRefused('too-late');
  });
});

describe('opening prices', () => {
  it('comes after quality is sealed, once', () => {
    given(MARKED).when('lead', 'open-prices').isRefused('too-early');
    expect(given(SEALED).when('cora', 'open-prices').then('prices-opened').after.priceOpenedAt).to.be.a(
      'string',
    );
    given(PRICED).when('lead', 'open-prices').isRefused('already-done');
  });

  it('lists the options that have no costs yet', () => {
    const uncosted = SEALED.filter(
      ([, command, input]) => !(command === 'record-costs' && 'option' in input && input.option === 'bid-2'),
    );
    const refusal = given(uncosted).when('lead', 'open-prices').isRefused('incomplete');
    expect(refusal.faults.map(({ path }) => path)).to.deep.equal(['/costs/bid-2']);
    expect(tellAll(SEALED).state.priceOpenedAt).to.equal(undefined);
  });
});
