import { expect } from 'chai';
import { MARKED, OPENED, PRICED, RUBRIC } from '../../support/decision-states.ts';
import { before, given, tellAll, upTo } from '../../support/given-when-then.ts';
import type { Step } from '../../support/record-acts.ts';

const BID = { kind: 'bid', title: 'Another', summary: 'A fourth bid.', supplier: 'Fourth Ltd' };
const CLOSED = before(OPENED, 'open-options');
const LOCKED = upTo(OPENED, 'lock-rubric');
const without = (steps: readonly Step[], ...commands: readonly string[]): readonly Step[] =>
  steps.filter(([, command]) => !commands.includes(command));

const only = (...commands: readonly string[]): readonly Step[] =>
  OPENED.filter(([, command]) => commands.includes(command));

/** The same team and rubric, asking whether to buy at all. */
const appraisal = (...more: readonly Step[]): readonly Step[] => {
  const [start, ...rest] = LOCKED as readonly [Step, ...Step[]];
  return [[start[0], start[1], { ...start[2], purpose: 'appraisal' }], ...rest, ...more];
};
const add = (kind: string): Step => ['lead', 'add-option', { kind, title: kind, summary: kind }];
const waive = (baseline: string): Step => [
  'lead',
  'waive-baseline',
  { baseline, reason: 'It is not possible.' },
];
const answer = (extra: object): object => ({ option: 'bid-1', gate: 'safety', evidence: 'Seen.', ...extra });

describe('the options of a decision', () => {
  it('get an id that names their kind and never the supplier', () => {
    const { after, sections } = given(CLOSED).when('lead', 'add-option', BID).then('option-added');
    expect(Object.keys(after.options)).to.include('bid-4');
    const types = sections.filter(({ name }) => name !== 'facts').map(({ type }) => type);
    expect(new Set(types)).to.deep.equal(new Set(['bid']));
  });

  it('are added after the need is locked and before they are opened', () => {
    given(before(OPENED, 'lock-need')).when('lead', 'add-option', BID).isRefused('need-not-locked');
    given(OPENED)
      .when('lead', 'add-option', BID)
      .isRefused('rubric-frozen', /bids were opened/);
  });

  it('leave the list with a reason until quality is sealed', () => {
    const { after } = given(OPENED)
      .when('lead', 'withdraw-option', { option: 'bid-2', reason: 'Withdrawn by the supplier.' })
      .then('option-withdrawn');
    expect(after.options['bid-2']?.withdrawn?.reason).to.equal('Withdrawn by the supplier.');
    given(PRICED).when('lead', 'withdraw-option', { option: 'bid-2', reason: 'Late.' }).isRefused('too-late');
    given([...OPENED, ['lead', 'withdraw-option', { option: 'bid-2', reason: 'Gone.' }]])
      .when('lead', 'withdraw-option', { option: 'bid-2', reason: 'Again.' })
      .isRefused('not-found');
  });

  it('are only those on the list, whatever name is sent', () => {
    for (const option of ['bid-9', 'constructor']) {
      given(OPENED).when('lead', 'withdraw-option', { option, reason: 'x' }).isRefused('not-found');
      given(OPENED)
        .when('cora', 'record-costs', { option, lines: [{ line: 'x', year: 0, pence: 1 }] })
        .isRefused('not-found');
      given(OPENED)
        .when('lead', 'answer-gate', answer({ option, answer: 'met' }))
        .isRefused('not-found');
    }
  });

  it('may lack a baseline only with a written reason, given before they are opened', () => {
    const { after } = given(CLOSED)
      .when('lead', 'waive-baseline', { baseline: 'small-step', reason: 'No part of it works alone.' })
      .then('baseline-waived');
    expect(after.waivers).to.deep.include.members([
      { baseline: 'small-step', reason: 'No part of it works alone.', at: after.timeline.at(-1)?.at },
    ]);
    given(OPENED)
      .when('lead', 'waive-baseline', { baseline: 'small-step', reason: 'x' })
      .isRefused('rubric-frozen');
  });
});

describe('opening the options', () => {
  it('freezes the list and records who knew a public price', () => {
    const { after } = given(CLOSED)
      .when('lead', 'open-options', { priceKnownTo: 'The catalogue price, known to all.' })
      .then('options-opened');
    expect(after.openedAt).to.be.a('string');
    expect(after.priceKnownTo).to.equal('The catalogue price, known to all.');
    given(OPENED).when('lead', 'open-options').isRefused('rubric-frozen');
  });

  it('waits for the rubric, the interests of the lead, an option and a panel', () => {
    given(without(CLOSED, 'lock-rubric')).when('lead', 'open-options').isRefused('rubric-not-locked');
    given([...before(OPENED, 'declare-interest'), ...only('choose-rubric', 'lock-rubric')])
      .when('lead', 'open-options')
      .isRefused('interests-needed');
    given(LOCKED)
      .when('lead', 'open-options')
      .isRefused('too-early', /at least one option/);
    const nobody: readonly Step[] = [
      ...CLOSED,
      ['lead', 'remove-person', { person: 'paul', reason: 'Moved.' }],
      ['lead', 'manage-interest', { person: 'pia', outcome: 'stands-aside', reason: 'Too close.' }],
    ];
    given(nobody)
      .when('lead', 'open-options')
      .isRefused('too-early', /panel member/);
  });

  it('waits in an award for a bid and for the day after the tender deadline', () => {
    given([...LOCKED, add('business-as-usual')])
      .when('lead', 'open-options')
      .isRefused('too-early', /at least one bid/);
    const awaited: readonly Step[] = [
      ...before(OPENED, 'lock-rubric'),
      ['lead', 'lock-rubric', { tenderDeadline: '2026-07-01' }],
      ['lead', 'add-option', BID],
    ];
    given(awaited)
      .when('lead', 'open-options')
      .isRefused('too-early', /2026-07-01/);
  });

  it('waits in an appraisal for both baselines, or for the reason why one is left out', () => {
    const open = (...more: readonly Step[]) => given(appraisal(...more)).when('lead', 'open-options');
    open(add('build')).isRefused('incomplete', /business as usual/);
    open(add('business-as-usual')).isRefused('incomplete', /do-minimum or a pilot/);
    open(add('business-as-usual'), add('pilot')).then('options-opened');
    open(add('business-as-usual'), add('do-minimum')).then('options-opened');
    open(add('build'), waive('business-as-usual'), waive('small-step')).then('options-opened');
    expect(tellAll(appraisal()).state.purpose).to.equal('appraisal');
  });
});

describe('the gates of an option', () => {
  it('are answered with evidence once the options are opened', () => {
    const { after } = given(OPENED)
      .when('pia', 'answer-gate', answer({ gate: 'data', answer: 'notMet' }))
      .then('gate-answered');
    expect(after.gates['bid-1']?.['data']).to.include({ answer: 'notMet', evidence: 'Seen.', by: null });
    given(CLOSED)
      .when('lead', 'answer-gate', answer({ answer: 'met' }))
      .isRefused('too-early');
    given(without(CLOSED, 'lock-rubric'))
      .when('lead', 'answer-gate', answer({ answer: 'met' }))
      .isRefused('rubric-not-locked');
  });

  it('may be met later only where the documents say so, with a date and an owner', () => {
    given(OPENED)
      .when('lead', 'answer-gate', answer({ gate: 'data', answer: 'later' }))
      .isRefused('not-allowed');
    given(OPENED)
      .when('lead', 'answer-gate', answer({ answer: 'later' }))
      .isRefused('reason-needed');
    given(OPENED)
      .when('lead', 'answer-gate', answer({ answer: 'later', by: '2027-01-01' }))
      .isRefused('reason-needed');
    const { after } = given(OPENED)
      .when('lead', 'answer-gate', answer({ answer: 'later', by: '2027-01-01', owner: 'Sana Iqbal' }))
      .then('gate-answered');
    expect(after.gates['bid-1']?.['safety']).to.include({ by: '2027-01-01', owner: 'Sana Iqbal' });
  });

  it('are those of the rubric, and stand still after quality is sealed', () => {
    given(OPENED)
      .when('lead', 'answer-gate', answer({ gate: 'fit', answer: 'met' }))
      .isRefused('not-found');
    given(PRICED)
      .when('lead', 'answer-gate', answer({ answer: 'met' }))
      .isRefused('too-late');
    expect(RUBRIC.criteria.some(({ id }) => id === 'safety')).to.equal(true);
  });

  it('are answered by nobody whose declared interest was not judged', () => {
    const redeclared: readonly Step[] = [
      ...MARKED,
      ['pia', 'declare-interest', { hasInterest: true, statement: 'A new one.' }],
    ];
    given(redeclared)
      .when('pia', 'answer-gate', answer({ answer: 'met' }))
      .isRefused('interests-needed', /how it is managed/);
  });
});
