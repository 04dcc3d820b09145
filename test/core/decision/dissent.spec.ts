import { expect } from 'chai';
import { APPROVED, OPENED } from '../../support/decision-states.ts';
import { before, given } from '../../support/given-when-then.ts';

describe('a different view', () => {
  it('can be filed from the opening until the decision is made', () => {
    const { after, sections } = given(OPENED)
      .when('pia', 'file-dissent', { text: 'I would wait.' })
      .then('dissent-filed');
    expect(after.dissents).to.deep.include.members([
      { person: 'pia', text: 'I would wait.', at: after.timeline.at(-1)?.at },
    ]);
    expect(sections.at(-1)?.type).to.equal('dissent');
    given(before(OPENED, 'open-options')).when('pia', 'file-dissent', { text: 'x' }).isRefused('too-early');
    given(APPROVED).when('pia', 'file-dissent', { text: 'x' }).isRefused('too-late');
  });
});
