import { expect } from 'chai';
import { APPROVED, OPENED } from '../../support/decision-states.ts';
import { before, given } from '../../support/given-when-then.ts';
import { contributionId } from '../../support/record-acts.ts';
import type { Step } from '../../support/record-acts.ts';

const HEARD = before(OPENED, 'choose-rubric');
const FIRST = contributionId(16);

describe('erasing', () => {
  const erase = (seq: number, section: string): object => ({ seq, section, ground: 'request' });
  const seqOf = (steps: readonly Step[], command: string): number =>
    steps.findIndex(([, one]) => one === command) + 1;

  it('takes a contribution’s words out of the state and says so', () => {
    const { after } = given(HEARD).when('lead', 'erase-section', erase(17, 'text')).then('section-erased');
    expect(after.contributions[FIRST]).to.include({ text: null, textErased: true });
    given(HEARD).when({ kind: 'system' }, 'erase-section', erase(17, 'text')).then('section-erased');
    const named = given(HEARD).when('lead', 'erase-section', erase(17, 'name')).then('section-erased');
    expect(named.after.contributions[FIRST]?.textErased, 'a name is not the words').to.equal(false);
  });

  it('reaches names, contributions and interests', () => {
    const allowed = [
      ['start-decision', 'name'],
      ['name-person', 'job'],
      ['contribute', 'team'],
      ['manage-interest', 'reason'],
      ['record-decision', 'risk-owner/1'],
    ] as const;
    for (const [command, section] of allowed)
      given(APPROVED)
        .when('lead', 'erase-section', erase(seqOf(APPROVED, command), section))
        .then('section-erased');
  });

  it('never reaches facts, marks, prices, receipts or somebody’s different view', () => {
    const refused = [
      ['file-dissent', 'text'],
      ['seal-marks', 'mark/bid-1'],
      ['seal-marks', 'reason/bid-1'],
      ['record-costs', 'lines'],
      ['contribute', 'facts'],
      ['contribute', 'receipt'],
      ['state-need', 'problem'],
      ['record-decision', 'why'],
    ] as const;
    for (const [command, section] of refused)
      given(APPROVED)
        .when('lead', 'erase-section', erase(seqOf(APPROVED, command), section))
        .isRefused('not-allowed');
  });

  it('is about an entry that is there', () => {
    given(HEARD).when('lead', 'erase-section', erase(99, 'text')).isRefused('not-found');
    given(HEARD).when('pia', 'erase-section', erase(17, 'text')).isRefused('not-allowed');
  });
});
