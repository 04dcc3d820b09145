import { expect } from 'chai';
import type { ErrorCode } from '../../src/core/errors.ts';
import { MARKED, OPENED, RECOMMENDATION, WAITING } from '../support/decision-states.ts';
import { before, given } from '../support/given-when-then.ts';
import { withHttp } from '../support/http-world.ts';
import { DECISION } from '../support/record-acts.ts';
import type { Step } from '../support/record-acts.ts';

/** The same act three ways: as the page's form, as the API's body, and as the rule alone. */
type Attempt = {
  readonly what: string;
  readonly steps: readonly Step[];
  readonly who: string;
  readonly command: string;
  readonly input: object;
  readonly page: string;
  readonly form: object;
  readonly code: ErrorCode;
  readonly status: number;
  readonly says: RegExp;
};

const EARLY: readonly Step[] = [
  ...before(OPENED, 'lock-need'),
  ['lead', 'name-person', { person: 'cora', roles: ['commercial'], name: 'Cora', job: 'Buyer' }],
];
const READY = before(WAITING, 'record-decision');
const { risks, ...recommendation } = { ...RECOMMENDATION, option: 'bid-2' };

const ATTEMPTS: readonly Attempt[] = [
  {
    what: 'an award to a second-ranked bid',
    ...{
      steps: READY,
      who: 'lead',
      command: 'record-decision',
      input: { ...RECOMMENDATION, option: 'bid-2' },
    },
    page: 'outcome',
    form: {
      ...recommendation,
      risk: risks.map(({ risk }) => risk),
      riskOwner: risks.map(({ owner }) => owner),
    },
    ...{ code: 'not-first-ranked', status: 409, says: /The award goes to the first-ranked bid/ },
  },
  {
    what: 'a second mark on a sealed criterion',
    ...{ steps: MARKED, who: 'paul', command: 'seal-marks' },
    input: {
      criterion: 'fit',
      marks: Object.fromEntries(
        ['bid-1', 'bid-2', 'bid-3', 'business-as-usual-1'].map((id) => [id, { score: '5', reason: 'x' }]),
      ),
    },
    page: 'marks/fit',
    form: Object.fromEntries(
      ['bid-1', 'bid-2', 'bid-3', 'business-as-usual-1'].flatMap((id) => [
        [`score-${id}`, '5'],
        [`reason-${id}`, 'x'],
      ]),
    ),
    ...{ code: 'reason-needed', status: 422, says: /Change a sealed mark with a reason/ },
  },
  {
    what: 'a changed mark without a reason for the change',
    ...{ steps: MARKED, who: 'paul', command: 'change-mark' },
    input: { criterion: 'fit', option: 'bid-2', score: '5', reason: 'Page 12.', why: '' },
    page: 'marks/fit',
    form: { option: 'bid-2', score: '5', reason: 'Page 12.', why: '' },
    ...{ code: 'reason-needed', status: 422, says: /Say why/ },
  },
  {
    what: 'an amount of money before the need is locked',
    ...{ steps: EARLY, who: 'lead', command: 'record-amount', input: { amountPence: 7_000_000 } },
    page: 'need',
    form: { amountPence: '70,000' },
    ...{ code: 'need-not-locked', status: 409, says: /An amount of money comes after the need/ },
  },
  {
    what: 'a price before the need is locked',
    ...{ steps: EARLY, who: 'cora', command: 'record-costs' },
    input: { option: 'bid-1', lines: [{ line: 'Licence', year: 0, pence: 7_000_000 }] },
    page: 'costs',
    form: { option: 'bid-1', line: 'Licence', year: '0', amount: '70,000' },
    ...{ code: 'need-not-locked', status: 409, says: /A price comes after the need/ },
  },
];

describe('refused by page, API and rule alike:', () => {
  for (const { what, steps, who, command, input, page, form, code, status, says } of ATTEMPTS) {
    it(what, () =>
      withHttp(steps, async (world) => {
        given(steps).when(who, command, input).isRefused(code, says);

        const byApi = await (
          await world.api(who)
        ).send('post', `/api/decisions/${DECISION}/acts/${command}`, input);
        expect(byApi.status).to.equal(status);
        expect(byApi.type).to.equal('application/problem+json');
        expect(byApi.body).to.include({ code, status });
        expect(byApi.body.detail).to.match(says);

        const path = `/decisions/${DECISION}/${page}`;
        const byPage = await (await world.signedIn(who)).post(path, { do: command, ...form });
        expect(byPage.status).to.equal(status);
        expect(byPage.text).to.match(says).and.to.include('nhsuk-error-summary');

        expect((await world.store.ledgers.loadHead(DECISION))?.seq, 'nothing was recorded').to.equal(
          steps.length,
        );
      }),
    );
  }
});

describe('allowed by page, API and rule alike:', () => {
  it('the award to the first-ranked bid, sent once by each', async () => {
    const [award] = ATTEMPTS;
    if (!award) throw new Error('There is no attempt.');
    given(READY).when('lead', 'record-decision', RECOMMENDATION).then('decision-recorded');
    await withHttp(READY, async (world) => {
      const done = await (
        await world.api('lead')
      ).send('post', `/api/decisions/${DECISION}/acts/record-decision`, RECOMMENDATION);
      expect(done.status, JSON.stringify(done.body)).to.equal(201);
      expect(done.body).to.deep.include({ seq: READY.length + 1, repeated: false });
    });
    await withHttp(READY, async (world) => {
      const browser = await world.signedIn('lead');
      const sent = await browser.post(`/decisions/${DECISION}/outcome`, {
        do: 'record-decision',
        ...award.form,
        option: 'bid-1',
      });
      expect(sent.status).to.equal(303);
      expect((await world.viewOf('abel')).state.outcome).to.include({ option: 'bid-1', status: 'waiting' });
    });
  });
});
