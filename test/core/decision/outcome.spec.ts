import { expect } from 'chai';
import { resultOfDecision } from '../../../src/core/decision/outcome/result-of-decision.ts';
import { DomainError } from '../../../src/core/errors.ts';
import { APPROVED, MARKED, OPENED, PRICED, RECOMMENDATION, WAITING } from '../../support/decision-states.ts';
import { before, given, tellAll } from '../../support/given-when-then.ts';
import type { Step } from '../../support/record-acts.ts';

/** Everything said is answered, and nothing is recommended yet. */
const READY = before(WAITING, 'record-decision');
const recommend = (extra: object = {}): object => ({ ...RECOMMENDATION, ...extra });
const aside = (extra: object = {}): object => ({
  option: 'bid-1',
  ground: 'procedure',
  reason: 'Late by a day.',
  ...extra,
});
/** The same acts in an appraisal, where the cheapest bid cannot be set aside. */
const APPRAISAL: readonly Step[] = READY.filter(([, command]) => command !== 'set-bid-aside').map(
  (step): Step =>
    step[1] === 'start-decision' ? [step[0], step[1], { ...step[2], purpose: 'appraisal' }] : step,
);
const inAppraisal: readonly Step[] = (() => {
  const at = APPRAISAL.findIndex(([, command]) => command === 'open-options');
  const waiver: Step = ['lead', 'waive-baseline', { baseline: 'small-step', reason: 'x' }];
  return [...APPRAISAL.slice(0, at), waiver, ...APPRAISAL.slice(at)];
})();
const ranking = (steps: readonly Step[]): Readonly<Record<string, number | null>> =>
  Object.fromEntries(resultOfDecision(tellAll(steps).state).options.map(({ id, rank }) => [id, rank]));

describe('the result of a decision', () => {
  it('is there when quality is sealed and prices are open', () => {
    const result = (steps: readonly Step[]) => () => resultOfDecision(tellAll(steps).state);
    expect(result(MARKED)).to.throw(DomainError, /quality is sealed/);
    expect(result([...MARKED, ['lead', 'seal-quality', {}]])).to.throw(DomainError, /prices are open/);
    expect(ranking(READY)).to.deep.include({ 'bid-1': 1, 'bid-2': 2, 'business-as-usual-1': null });
  });

  it('is no ranking when nothing is left to rank', () => {
    const gone: readonly Step[] = ['bid-1', 'bid-2', 'bid-3', 'business-as-usual-1'].map((option) => [
      'lead',
      'withdraw-option',
      { option, reason: 'x' },
    ]);
    const at = READY.findIndex(([, command]) => command === 'seal-quality');
    const steps = [...READY.slice(0, at), ...gone, ...READY.slice(at, at + 2)];
    expect(() => resultOfDecision(tellAll(steps).state)).to.throw(DomainError, /No option is left/);
  });

  it('is never made from some of the marks or prices only', () => {
    const { state } = tellAll(READY);
    const mark = state.marks['fit']?.['bid-1']?.['pia'];
    const hiddenMark = {
      ...state,
      marks: { ...state.marks, fit: { ...state.marks['fit'], 'bid-1': { pia: { ...mark, score: null } } } },
    };
    const hiddenPrice = {
      ...state,
      costs: { ...state.costs, 'bid-1': { ...state.costs['bid-1'], lines: null } },
    };
    for (const hidden of [hiddenMark, hiddenPrice])
      expect(() => resultOfDecision(hidden as typeof state)).to.throw(DomainError, /not visible to you/);
  });
});

describe('setting a bid aside', () => {
  it('runs the ranking again without it', () => {
    const { after } = given(READY).when('lead', 'set-bid-aside', aside()).then('bid-set-aside');
    expect(resultOfDecision(after).winner).to.equal('bid-2');
    expect(after.options['bid-1']?.setAside).to.include({ ground: 'procedure', reason: 'Late by a day.' });
  });

  it('takes a bid, once, after quality is sealed', () => {
    given(READY)
      .when('lead', 'set-bid-aside', aside({ option: 'business-as-usual-1' }))
      .isRefused('not-allowed');
    given(READY)
      .when('lead', 'set-bid-aside', aside({ option: 'bid-9' }))
      .isRefused('not-found');
    given(READY)
      .when('lead', 'set-bid-aside', aside({ option: 'bid-3' }))
      .isRefused('already-done');
    given(MARKED).when('lead', 'set-bid-aside', aside()).isRefused('too-early');
  });

  it('takes a price as abnormally low only when prices are open and the supplier was asked', () => {
    const sealed: readonly Step[] = [...MARKED, ['lead', 'seal-quality', {}]];
    given(sealed)
      .when('lead', 'set-bid-aside', aside({ ground: 'abnormally-low' }))
      .isRefused('too-early');
    given(READY)
      .when('lead', 'set-bid-aside', aside({ ground: 'abnormally-low' }))
      .isRefused('reason-needed', /supplier/);
    given(READY)
      .when('lead', 'set-bid-aside', aside({ ground: 'abnormally-low', supplierAnswer: 'Our grant.' }))
      .then('bid-set-aside');
  });

  it('waits while a recommendation is with the approver, and is over when the decision is made', () => {
    given(WAITING)
      .when('lead', 'set-bid-aside', aside())
      .isRefused('too-late', /returned first/);
    given(APPROVED).when('lead', 'set-bid-aside', aside()).isRefused('too-late');
  });
});

describe('recording a decision', () => {
  it('sends the first-ranked bid to the approver, in its own words', () => {
    const { after, sections } = given(READY)
      .when('lead', 'record-decision', recommend())
      .then('decision-recorded');
    expect(after.outcome).to.include({
      kind: 'award',
      option: 'bid-1',
      status: 'waiting',
      why: RECOMMENDATION.why,
    });
    expect(after.outcome?.risks).to.deep.equal(RECOMMENDATION.risks);
    expect(sections.filter(({ type }) => type === 'name').map(({ name }) => name)).to.deep.equal([
      'risk-owner/0',
      'risk-owner/1',
      'risk-owner/2',
    ]);
    given(WAITING).when('lead', 'record-decision', recommend()).isRefused('already-done');
  });

  it('awards to nobody below the first rank', () => {
    const refusal = given(READY)
      .when('lead', 'record-decision', recommend({ option: 'bid-2' }))
      .isRefused('not-first-ranked');
    expect(refusal.evidence).to.deep.equal({ first: 'bid-1' });
    given(READY)
      .when('lead', 'record-decision', recommend({ option: 'bid-2', whyNotFirst: 'We like it.' }))
      .isRefused('not-first-ranked');
    given(READY)
      .when('lead', 'record-decision', recommend({ option: 'bid-3' }))
      .isRefused('not-first-ranked', /was set aside/);
    given(READY)
      .when('lead', 'record-decision', recommend({ option: 'business-as-usual-1' }))
      .isRefused('not-first-ranked');
    given([...READY, ['lead', 'set-bid-aside', aside()]])
      .when('lead', 'record-decision', recommend({ option: 'bid-2' }))
      .then('decision-recorded');
  });

  it('awards to nobody who failed a gate', () => {
    const failed = READY.map((step): Step =>
      step[1] === 'answer-gate' &&
      'option' in step[2] &&
      step[2].option === 'bid-1' &&
      'gate' in step[2] &&
      step[2].gate === 'data'
        ? [step[0], step[1], { ...step[2], answer: 'notMet' }]
        : step,
    );
    given(failed)
      .when('lead', 'record-decision', recommend())
      .isRefused('not-first-ranked', /gate or a minimum/);
  });

  it('can be no award from the opening on, naming no option', () => {
    const none = { ...RECOMMENDATION, outcome: 'no-award', owedReason: 'The old contract ends.' };
    const noOption = { ...none, option: undefined };
    given(OPENED).when('lead', 'record-decision', noOption).then('decision-recorded');
    given(before(OPENED, 'open-options')).when('lead', 'record-decision', noOption).isRefused('too-early');
    given(READY)
      .when('lead', 'record-decision', none)
      .isRefused('invalid-input', /names no option/);
    given(inAppraisal)
      .when('lead', 'record-decision', noOption)
      .isRefused('invalid-input', /Only an award/);
  });

  it('is an award in an award and a choice in an appraisal', () => {
    given(READY)
      .when('lead', 'record-decision', recommend({ outcome: 'choose' }))
      .isRefused('invalid-input');
    given(inAppraisal).when('lead', 'record-decision', recommend()).isRefused('invalid-input');
    const noOption = { ...RECOMMENDATION, option: undefined };
    given(READY)
      .when('lead', 'record-decision', noOption)
      .isRefused('invalid-input', /Name the chosen/);
    given(READY)
      .when('lead', 'record-decision', recommend({ option: 'constructor' }))
      .isRefused('not-found');
    given(before(WAITING, 'seal-quality'))
      .when('lead', 'record-decision', recommend())
      .isRefused('too-early');
  });

  it('may choose another than the first in an appraisal, with a written why', () => {
    const ranks = ranking(inAppraisal);
    const second = Object.keys(ranks).find((id) => ranks[id] === 2);
    const choose = recommend({ outcome: 'choose', option: second });
    given(inAppraisal).when('lead', 'record-decision', choose).isRefused('reason-needed');
    given(inAppraisal)
      .when('lead', 'record-decision', { ...choose, whyNotFirst: 'It can start in May.' })
      .then('decision-recorded');
  });

  it('waits for the lead’s own interests', () => {
    const redeclared: readonly Step[] = [
      ...READY,
      ['lead', 'declare-interest', { hasInterest: true, statement: 'A new one.' }],
    ];
    given(redeclared).when('lead', 'record-decision', recommend()).isRefused('interests-needed');
  });

  it('waits for a fate and a reply for everything said in time, unless a legal date forces it', () => {
    const refusal = given(PRICED)
      .when('lead', 'record-decision', recommend())
      .isRefused('unanswered-contributions');
    expect(refusal.evidence).to.deep.equal({ owed: 1 });
    const { after } = given(PRICED)
      .when('lead', 'record-decision', recommend({ owedReason: 'The old contract ends.' }))
      .then('decision-recorded');
    expect(after.outcome?.contributionsOwed).to.equal(1);
  });
});
