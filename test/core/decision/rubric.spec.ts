import { expect } from 'chai';
import { digestJson } from '../../../src/ledger/digest.ts';
import { OPENED, RUBRIC } from '../../support/decision-states.ts';
import { before, given, tellAll, upTo } from '../../support/given-when-then.ts';
import type { Step } from '../../support/record-acts.ts';

const REASON = 'The standard one.';
const UNLOCKED = before(OPENED, 'lock-rubric');
const LOCKED = upTo(OPENED, 'lock-rubric');
const WITH_DEADLINE: readonly Step[] = [
  ...UNLOCKED,
  ['lead', 'lock-rubric', { tenderDeadline: '2026-06-08' }],
];
const REPLACE = {
  rubric: { ...RUBRIC, version: 2 },
  reason: 'A lot was dropped.',
  noticeReference: '2026/S 104',
};
const UNSOUND = {
  ...RUBRIC,
  criteria: RUBRIC.criteria.map((one) => (one.kind === 'price' ? { ...one, weightBp: 1999 } : one)),
};

/** Until the last day for tenders the acts stand on 1 to 6 June; this many more make it later. */
const idle = (days: number): readonly Step[] =>
  Array.from({ length: days * 4 }, (): Step => ['lead', 'offer-money', { offered: true }]);

describe('the rubric of a decision', () => {
  it('is chosen with a reason and stands under its hash', () => {
    const { after, sections } = given(UNLOCKED)
      .when('lead', 'choose-rubric', { rubric: RUBRIC, reason: REASON })
      .then('rubric-chosen');
    expect(after.rubric?.hash).to.equal(
      digestJson(sections.find(({ name }) => name === 'rubric')?.value ?? null),
    );
    expect(after.rubric?.rubric).to.deep.equal(RUBRIC);
    expect(after.rubric?.steps.map(({ act }) => act)).to.deep.equal(['chosen', 'chosen']);
  });

  it('keeps decimals exactly, though a ledger holds no fractions', () => {
    const rubric = { ...RUBRIC, minimumQuality: 62.5 };
    const { after, sections } = given(UNLOCKED)
      .when('lead', 'choose-rubric', { rubric, reason: REASON })
      .then('rubric-chosen');
    expect(after.rubric?.rubric?.minimumQuality).to.equal(62.5);
    expect(sections.find(({ name }) => name === 'rubric')?.value).to.deep.include({
      minimumQuality: { decimal: '62.5' },
    });
  });

  it('is refused with every fault when it cannot be used', () => {
    const refusal = given(UNLOCKED)
      .when('lead', 'choose-rubric', { rubric: UNSOUND, reason: REASON })
      .isRefused('invalid-rubric');
    expect(refusal.faults).to.have.length.greaterThan(0);
    given(LOCKED)
      .when('lead', 'replace-rubric', { ...REPLACE, rubric: UNSOUND })
      .isRefused('invalid-rubric');
  });

  it('is locked once, after the need and after it was chosen', () => {
    given(before(OPENED, 'lock-need')).when('lead', 'lock-rubric').isRefused('need-not-locked');
    given(before(OPENED, 'choose-rubric')).when('lead', 'lock-rubric').isRefused('too-early');
    const { after } = given(UNLOCKED).when('lead', 'lock-rubric').then('rubric-locked');
    expect(after.rubric).to.include({ tenderDeadline: null, hash: tellAll(UNLOCKED).state.rubric?.hash });
    expect(after.rubric?.lockedAt).to.be.a('string');
    given(LOCKED).when('lead', 'lock-rubric').isRefused('already-done');
  });

  it('cannot be chosen anew once it is locked, nor once the bids are opened', () => {
    given(LOCKED)
      .when('lead', 'choose-rubric', { rubric: RUBRIC, reason: REASON })
      .isRefused('rubric-frozen');
    given(OPENED)
      .when('lead', 'choose-rubric', { rubric: RUBRIC, reason: REASON })
      .isRefused('rubric-frozen', /opened/);
  });

  it('is replaced only when locked, and with the reference of a notice', () => {
    given(UNLOCKED).when('lead', 'replace-rubric', REPLACE).isRefused('rubric-not-locked');
    const { after } = given(LOCKED).when('lead', 'replace-rubric', REPLACE).then('rubric-replaced');
    expect(after.rubric?.rubric?.version).to.equal(2);
    expect(after.rubric?.steps.at(-1)).to.include({ act: 'replaced', noticeReference: '2026/S 104' });
    expect(after.rubric?.lockedAt, 'it stays locked').to.be.a('string');
  });

  it('is not replaced after the tender deadline', () => {
    given(WITH_DEADLINE).when('lead', 'replace-rubric', REPLACE).then('rubric-replaced');
    given([...WITH_DEADLINE, ...idle(3)])
      .when('lead', 'replace-rubric', REPLACE)
      .isRefused('rubric-frozen', /2026-06-08/);
  });

  it('stands still once the first bid is opened', () => {
    given(OPENED).when('lead', 'replace-rubric', REPLACE).isRefused('rubric-frozen');
  });
});
