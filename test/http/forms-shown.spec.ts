import { expect } from 'chai';
import { APPROVED, OPENED, PRICED, RECOMMENDATION, WAITING } from '../support/decision-states.ts';
import { decisionAddresses } from '../support/every-address.ts';
import { withHttp } from '../support/http-world.ts';
import { contributionId, DECISION } from '../support/record-acts.ts';
import type { Step } from '../support/record-acts.ts';

const PEOPLE = ['lead', 'pia', 'cora', 'abel'] as const;

/** Approved as 'no award' before anybody marked: much is still open then, and all of it has ended. */
const EARLY_END: readonly Step[] = [
  ...OPENED,
  [
    'lead',
    'answer-contributions',
    { contributions: [contributionId(17)], fate: 'out-of-scope', reply: 'There will be no purchase.' },
  ],
  ['lead', 'record-decision', { ...RECOMMENDATION, outcome: 'no-award', option: undefined }],
  ['abel', 'approve-decision', { reason: 'The need has gone.' }],
];

/** Each act that a form on some page of the decision offers to this person. */
const offered = async (steps: readonly Step[]): Promise<Readonly<Record<string, readonly string[]>>> => {
  const found: Record<string, readonly string[]> = {};
  await withHttp(steps, async (world) => {
    for (const who of PEOPLE) {
      const browser = await world.signedIn(who);
      const acts = new Set<string>();
      for (const address of decisionAddresses().filter((one) => !/\/(files|report)/.test(one))) {
        const { status, text } = await browser.get(address);
        expect(status, `${who} ${address}`).to.be.below(500);
        for (const [field] of text.matchAll(/<(?:input|button)[^>]*\bname="do"[^>]*>/g))
          acts.add(/\bvalue="([\w-]+)"/.exec(field)?.[1] ?? '');
      }
      found[who] = [...acts].sort();
    }
  });
  return found;
};

describe('the forms that the pages show', function () {
  this.timeout(60_000);

  it('are none but the late ones when the decision is approved', async () => {
    expect(await offered([...WAITING, ['abel', 'approve-decision', { reason: 'Plain.' }]])).to.deep.equal({
      lead: ['notify-award'],
      pia: [],
      cora: ['notify-award'],
      abel: [],
    });
    expect(await offered(APPROVED)).to.deep.equal({ lead: [], pia: [], cora: [], abel: [] });
  });

  it('are none but the late ones when it ended before anybody marked', async () => {
    expect(await offered(EARLY_END)).to.deep.equal({
      lead: ['notify-award'],
      pia: [],
      cora: ['notify-award'],
      abel: [],
    });
  });

  it('are those of people, voices and the outcome once prices are open', async () => {
    const always = ['declare-interest'];
    expect(await offered(PRICED)).to.deep.equal({
      lead: [
        ...[
          'answer-contributions',
          'contribute',
          'declare-interest',
          'invite-again',
          'invite-person',
          'invite-voice',
        ],
        ...[
          'make-poster',
          'offer-money',
          'open-listening',
          'record-amount',
          'record-decision',
          'remove-person',
        ],
        'set-bid-aside',
      ],
      pia: ['contribute', ...always, 'file-dissent'],
      cora: [...always, 'record-amount'],
      abel: always,
    });
  });

  it('let nothing be recommended before the bids are open, and then only that there is no award', async () => {
    const before = OPENED.filter(([, command]) => command !== 'open-options');
    expect((await offered(before)).lead).not.to.include('record-decision');
    await withHttp(OPENED, async (world) => {
      const page = await (await world.signedIn('lead')).get(`/decisions/${DECISION}/outcome`);
      expect(page.text).to.include('A bid cannot be recommended yet.').and.include('value="no-award"');
      expect(page.text).not.to.include('Award to the first-ranked bid');
    });
    await withHttp(PRICED, async (world) => {
      const page = await (await world.signedIn('lead')).get(`/decisions/${DECISION}/outcome`);
      expect(page.text).to.include('Award to the first-ranked bid').and.not.include('cannot be recommended');
    });
  });

  it('are many while the decision lives, so that a page without forms is no accident', async () => {
    const { lead = [], pia = [], cora = [] } = await offered(OPENED);
    expect(lead).to.include.members(['answer-gate', 'close-marking', 'withdraw-option', 'mark-too']);
    expect(pia).to.include.members(['answer-gate', 'seal-marks', 'save-draft']);
    expect(cora).to.include('record-costs');
  });
});
