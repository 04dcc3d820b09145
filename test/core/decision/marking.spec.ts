import { expect } from 'chai';
import type { Rubric } from '../../../src/core/rubric/rubric.ts';
import { MARKED, OPENED, PRICED, RUBRIC } from '../../support/decision-states.ts';
import { before, given, tellAll } from '../../support/given-when-then.ts';
import type { Step } from '../../support/record-acts.ts';

const OPTIONS = ['bid-1', 'bid-2', 'bid-3', 'business-as-usual-1'];
const seal = (criterion: string, score: string, extra: object = {}): object => ({
  criterion,
  marks: Object.fromEntries(OPTIONS.map((id) => [id, { score, reason: `Seen in ${id}.` }])),
  ...extra,
});
const change = (extra: object = {}): object => ({
  ...{ criterion: 'fit', option: 'bid-2', score: '4' },
  ...{ reason: 'Page 12 says so.', why: 'I had missed page 12.', ...extra },
});
const agree = (extra: object = {}): object => ({ criterion: 'fit', option: 'bid-2', score: '3', ...extra });
const without = (steps: readonly Step[], command: string): readonly Step[] =>
  steps.filter(([, one]) => one !== command);

/** Everything up to the opening, with a method that counts marks from a trial on 'ease'. */
const trial = (method: Rubric['method']): readonly Step[] => {
  const rubric = {
    ...RUBRIC,
    method,
    criteria: RUBRIC.criteria.map((one) =>
      one.kind !== 'group'
        ? one
        : {
            ...one,
            children: one.children.map((leaf) =>
              leaf.id === 'ease' ? { ...leaf, frontlineCanAnswer: true } : leaf,
            ),
          },
    ),
  };
  const steps = OPENED.map((step): Step =>
    step[1] === 'choose-rubric' ? [step[0], step[1], { ...step[2], rubric }] : step,
  );
  return [
    ...steps,
    ['lead', 'name-person', { person: 'fay', roles: ['frontline'], name: 'Fay', job: 'Nurse' }],
    ['fay', 'declare-interest', { hasInterest: false }],
  ];
};
const TRIAL = trial({ frontlineShareBp: 3000, trial: { script: 'One shift with each.', people: 'Ward 7' } });

describe('sealing marks', () => {
  it('records for every option the reason before the number', () => {
    const { after, sections } = given(OPENED)
      .when('paul', 'seal-marks', seal('fit', '4'))
      .then('marks-sealed');
    const names = sections.map(({ name }) => name).filter((name) => name !== 'facts');
    expect(names.slice(0, 2)).to.deep.equal(['reason/bid-1', 'mark/bid-1']);
    expect(names).to.have.lengthOf(8);
    expect(after.marks['fit']?.['bid-2']?.['paul']).to.include({
      score: '4',
      firstScore: '4',
      group: 'panel',
    });
  });

  it('waits for the locked rubric and the opened options', () => {
    given(before(OPENED, 'lock-rubric'))
      .when('paul', 'seal-marks', seal('fit', '4'))
      .isRefused('rubric-not-locked');
    given(before(OPENED, 'open-options')).when('paul', 'seal-marks', seal('fit', '4')).isRefused('too-early');
  });

  it('waits for the interests of the one who marks', () => {
    const added: readonly Step[] = [
      ...OPENED,
      ['lead', 'name-person', { person: 'nina', roles: ['panel'], name: 'Nina', job: 'Nurse' }],
    ];
    given(added).when('nina', 'seal-marks', seal('fit', '4')).isRefused('interests-needed');
  });

  it('covers every option and no other', () => {
    const one = {
      criterion: 'fit',
      marks: { 'bid-1': { score: '4', reason: 'x' }, constructor: { score: '4', reason: 'x' } },
    };
    const refusal = given(OPENED).when('paul', 'seal-marks', one).isRefused('incomplete');
    expect(refusal.faults.map(({ path }) => path)).to.have.members([
      '/marks/bid-2',
      '/marks/bid-3',
      '/marks/business-as-usual-1',
      '/marks/constructor',
    ]);
  });

  it('takes only marks on the scale, on a scored criterion', () => {
    for (const score of ['6', '-1', '2.5'])
      given(OPENED)
        .when('paul', 'seal-marks', seal('fit', score))
        .isRefused('invalid-input', /0, 1, 2, 3, 4, 5/);
    for (const criterion of ['price', 'safety', 'quality', 'none', 'constructor'])
      given(OPENED).when('paul', 'seal-marks', seal(criterion, '3')).isRefused('not-found');
    given(OPENED).when('paul', 'seal-marks', seal('fit', '3.0')).then('marks-sealed');
  });

  it('takes on a numeric scale what lies between its ends with its decimals', () => {
    const steps = OPENED.map((step): Step => {
      const rubric = { ...RUBRIC, scale: { lowest: 0, highest: 100, decimals: 1 } };
      return step[1] === 'choose-rubric' ? [step[0], step[1], { ...step[2], rubric }] : step;
    });
    given(steps).when('paul', 'seal-marks', seal('fit', '99.5')).then('marks-sealed');
    given(steps).when('paul', 'seal-marks', seal('fit', '99.50')).then('marks-sealed');
    for (const score of ['100.1', '-0.1', '50.25'])
      given(steps).when('paul', 'seal-marks', seal('fit', score)).isRefused('invalid-input');
  });

  it('happens once for a criterion: after that a mark changes only with a reason', () => {
    given(MARKED).when('paul', 'seal-marks', seal('fit', '5')).isRefused('reason-needed');
  });

  it('is over when marking is closed or quality is sealed', () => {
    const closed: readonly Step[] = [...OPENED, ['lead', 'close-marking', { reason: 'Holiday.' }]];
    given(closed).when('paul', 'seal-marks', seal('fit', '4')).isRefused('too-late');
    given(PRICED).when('paul', 'seal-marks', seal('fit', '4')).isRefused('too-late');
  });

  it('counts from a trial only where the locked method has one', () => {
    const tried = { triedEveryOption: true };
    const { after } = given(TRIAL)
      .when('fay', 'seal-marks', seal('ease', '4', tried))
      .then('marks-sealed');
    expect(after.marks['ease']?.['bid-1']?.['fay']?.group).to.equal('frontline');
    given(TRIAL)
      .when('fay', 'seal-marks', seal('ease', '4'))
      .isRefused('incomplete', /tried every option/);
    given(TRIAL)
      .when('fay', 'seal-marks', seal('fit', '4', tried))
      .isRefused('not-allowed', /not one that the trial/);
    for (const method of [{}, { frontlineShareBp: 3000 }, { trial: { script: 'x', people: 'y' } }]) {
      given(trial(method))
        .when('fay', 'seal-marks', seal('ease', '4', tried))
        .isRefused('not-allowed', /no trial/);
    }
  });
});

describe('changing a sealed mark', () => {
  it('keeps the first mark and its reason on record', () => {
    const agreed = without(MARKED, 'record-consensus');
    const { after } = given(agreed).when('paul', 'change-mark', change()).then('mark-changed');
    const mark = after.marks['fit']?.['bid-2']?.['paul'];
    expect(mark).to.include({ score: '4', firstScore: '3', reason: 'Page 12 says so.' });
    expect(mark?.firstReason).to.equal('planted-reason-paul-fit');
    expect(mark?.changes.map(({ why }) => why)).to.deep.equal(['I had missed page 12.']);
  });

  it('is refused without a reason for the change', () => {
    for (const why of [undefined, '', '  \n']) {
      const refusal = given(MARKED).when('paul', 'change-mark', change({ why })).isRefused('reason-needed');
      expect(refusal.faults.map(({ path }) => path)).to.deep.equal(['/why']);
    }
  });

  it('is possible only to whoever sealed it, on the scale, before the panel agreed', () => {
    given(OPENED).when('paul', 'change-mark', change()).isRefused('not-found');
    given(MARKED)
      .when('paul', 'change-mark', change({ criterion: 'constructor', option: 'name' }))
      .isRefused('not-found');
    given(MARKED)
      .when('paul', 'change-mark', change({ score: '9' }))
      .isRefused('invalid-input');
    given(MARKED)
      .when('paul', 'change-mark', change({ option: 'bid-1' }))
      .isRefused('too-late', /consensus/);
    given(before(OPENED, 'lock-rubric')).when('paul', 'change-mark', change()).isRefused('rubric-not-locked');
    given(PRICED)
      .when('paul', 'change-mark', change())
      .isRefused('too-late', /quality was sealed/);
  });
});

describe('closing marking', () => {
  it('names who is missing, and why it closes without them', () => {
    const half: readonly Step[] = [...OPENED, ['paul', 'seal-marks', seal('fit', '3')]];
    const { after } = given(half)
      .when('lead', 'close-marking', { reason: 'Pia is ill.' })
      .then('marking-closed');
    expect(after.markingClosed).to.deep.include({ missing: ['pia', 'paul'], reason: 'Pia is ill.' });
  });

  it('happens once, between the opening and the sealing of quality, and only when somebody is missing', () => {
    const reason = { reason: 'x' };
    given(before(OPENED, 'lock-rubric')).when('lead', 'close-marking', reason).isRefused('rubric-not-locked');
    given(before(OPENED, 'open-options')).when('lead', 'close-marking', reason).isRefused('too-early');
    given([...OPENED, ['lead', 'close-marking', reason]])
      .when('lead', 'close-marking', reason)
      .isRefused('already-done');
    given(MARKED)
      .when('lead', 'close-marking', reason)
      .isRefused('already-done', /Everybody has sealed/);
    given(PRICED).when('lead', 'close-marking', reason).isRefused('too-late');
  });
});

describe('consensus', () => {
  it('stands beside the sealed marks, with a reason where it departs from any', () => {
    const { after } = given(MARKED).when('lead', 'record-consensus', agree()).then('consensus-recorded');
    expect(after.consensus['fit']?.['bid-2']).to.include({ score: '3', reason: null });
    expect(after.marks).to.deep.equal(tellAll(MARKED).state.marks);
    given(MARKED)
      .when('lead', 'record-consensus', agree({ score: '4' }))
      .isRefused('reason-needed');
    given(MARKED)
      .when('lead', 'record-consensus', agree({ score: '4', reason: 'Page 12.' }))
      .then('consensus-recorded');
  });

  it('waits until every assessor has sealed the criterion, or marking is closed', () => {
    const half: readonly Step[] = [...OPENED, ['paul', 'seal-marks', seal('fit', '3')]];
    given(half)
      .when('lead', 'record-consensus', agree())
      .isRefused('too-early', /every assessor/);
    given([...half, ['lead', 'close-marking', { reason: 'x' }]])
      .when('lead', 'record-consensus', agree())
      .then('consensus-recorded');
  });

  it('is about an option and a scored criterion, on its scale', () => {
    for (const option of ['bid-9', 'constructor'])
      given(MARKED).when('lead', 'record-consensus', agree({ option })).isRefused('not-found');
    given(MARKED)
      .when('lead', 'record-consensus', agree({ criterion: 'price' }))
      .isRefused('not-found');
    given(MARKED)
      .when('lead', 'record-consensus', agree({ score: '7' }))
      .isRefused('invalid-input');
    given(before(OPENED, 'lock-rubric'))
      .when('lead', 'record-consensus', agree())
      .isRefused('rubric-not-locked');
    given(before(OPENED, 'open-options')).when('lead', 'record-consensus', agree()).isRefused('too-early');
    given(PRICED).when('lead', 'record-consensus', agree()).isRefused('too-late');
  });
});
