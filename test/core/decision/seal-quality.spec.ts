import { expect } from 'chai';
import { MARKED, OPENED, PRICED, RUBRIC } from '../../support/decision-states.ts';
import { before, given } from '../../support/given-when-then.ts';
import type { Step } from '../../support/record-acts.ts';

const without = (steps: readonly Step[], command: string): readonly Step[] =>
  steps.filter(([, one]) => one !== command);

describe('sealing quality', () => {
  it('shuts the door on marks, gates and consensus', () => {
    const { after } = given(MARKED).when('lead', 'seal-quality').then('quality-sealed');
    expect(after.qualitySealedAt).to.be.a('string');
    given(PRICED).when('lead', 'seal-quality').isRefused('too-late');
  });

  it('lists every gate and every mark that is missing', () => {
    const refusal = given(OPENED)
      .when('lead', 'seal-quality')
      .isRefused('incomplete', /10 things are missing/);
    const paths = refusal.faults.map(({ path }) => path);
    expect(paths).to.include.members([
      '/gates/bid-1/safety',
      '/gates/business-as-usual-1/data',
      '/marks/fit',
      '/marks/ease',
    ]);
    const closed: readonly Step[] = [...OPENED, ['lead', 'close-marking', { reason: 'x' }]];
    const cells = given(closed)
      .when('lead', 'seal-quality')
      .isRefused('incomplete')
      .faults.map(({ path }) => path);
    expect(cells, 'nobody marked at all').to.include('/marks/fit/bid-1');
    given(without(MARKED, 'answer-gate'))
      .when('lead', 'seal-quality')
      .isRefused('incomplete', /8 things/);
  });

  it('waits for the rubric and the opening', () => {
    given(before(OPENED, 'lock-rubric')).when('lead', 'seal-quality').isRefused('rubric-not-locked');
    given(before(OPENED, 'open-options')).when('lead', 'seal-quality').isRefused('too-early');
  });

  it('is not undone for anybody by an interest declared later', () => {
    const aside: readonly Step[] = [
      ...OPENED,
      ['lead', 'manage-interest', { person: 'pia', outcome: 'stands-aside', reason: 'Too close.' }],
      ...MARKED.slice(OPENED.length).filter(([who]) => who !== 'pia'),
      ['lead', 'seal-quality', {}],
      ['pia', 'declare-interest', { hasInterest: true, statement: 'Not any more.' }],
    ];
    given(aside).when('lead', 'open-prices').then('prices-opened');
  });
});

describe('skipping gates', () => {
  it('asks a gate only when the one before it was answered so', () => {
    const steps = OPENED.map((step): Step => {
      const rubric = {
        ...RUBRIC,
        criteria: RUBRIC.criteria.map((one) =>
          one.id === 'data' ? { ...one, appliesWhen: { gate: 'safety', answer: ['met'] } } : one,
        ),
      };
      return step[1] === 'choose-rubric' ? [step[0], step[1], { ...step[2], rubric }] : step;
    });
    const missing = (more: readonly Step[]): readonly string[] =>
      given([...steps, ...more])
        .when('lead', 'seal-quality')
        .isRefused('incomplete')
        .faults.map(({ path }) => path)
        .filter((path) => path.startsWith('/gates/bid-1'));
    const safety = (answer: string): Step => [
      'lead',
      'answer-gate',
      { option: 'bid-1', gate: 'safety', answer, evidence: 'x' },
    ];
    expect(missing([])).to.deep.equal(['/gates/bid-1/safety']);
    expect(missing([safety('met')])).to.deep.equal(['/gates/bid-1/data']);
    expect(missing([safety('notMet')])).to.deep.equal([]);
  });
});
