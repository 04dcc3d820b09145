import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { exampleWorkbook } from '../../src/usecases/example-workbook.ts';
import { createSpreadsheetWriter } from '../../src/adapters/spreadsheet/writer.ts';
import { loadWorkbook } from '../../src/usecases/workbook-draft.ts';
import { accountOf, PROJECT_ROOT } from '../support/act-world.ts';
import { withHttp } from '../support/http-world.ts';
import type { Browser } from '../support/http-world.ts';

const fixture = (file: string): Buffer =>
  readFileSync(join(PROJECT_ROOT, 'test', 'fixtures', 'workbooks', file));

const upload = async (browser: Browser, name: string, bytes: Buffer): Promise<Response> => {
  const { _csrf = '' } = browser.token(await browser.get('/spreadsheet'));
  return browser.agent
    .post('/spreadsheet')
    .set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' })
    .field('_csrf', _csrf)
    .attach('file', bytes, name);
};

const sent = async (browser: Browser, file: string): Promise<string> => {
  const answer = await upload(browser, file, fixture(file));
  expect(answer.status, answer.text).to.equal(303);
  return String(answer.headers['location']);
};

describe('start from your spreadsheet', function () {
  this.timeout(60_000);

  it('goes from a file to a ranked result and a case file', () =>
    withHttp([], async (world) => {
      const lead = await world.signedIn('lead');
      const page = await sent(lead, 'letters-long.xlsx');
      const preview = await lead.get(page);
      expect(preview.text).to.include('We understood 3 bidders, 4 questions, 2 assessors and 24 marks.');
      expect(preview.text).to.include('See the result');
      const result = await lead.get(`${page}/result`);
      expect(result.status, result.text).to.equal(200);
      expect(result.text).to.include('3 of 24 marks have no reason');
      const file = await lead.get(`${page}/files/case.json`);
      const given = JSON.parse(file.text) as { format: string; marks: unknown[] };
      expect([given.format, given.marks.length]).to.deep.equal(['counterweight-case/1', 24]);
    }));

  it('names every bad cell and gives no result', () =>
    withHttp([], async (world) => {
      const lead = await world.signedIn('lead');
      const page = await sent(lead, 'records-dates-for-marks.xlsx');
      const { text } = await lead.get(page);
      expect(text).to.include('Scores: row 4, column Score (F4)').and.include('3 May 2026');
      expect(text).not.to.include('See the result');
      expect((await lead.get(`${page}/result`)).status).to.be.within(400, 499);
      expect((await lead.get(`${page}/files/case.json`)).status).to.be.within(400, 499);
    }));

  it('reads it as the person names it, and says which word cannot be used', () =>
    withHttp([], async (world) => {
      const lead = await world.signedIn('lead');
      const page = await sent(lead, 'rota-wide-by-bidder.xlsx');
      const before = (await lead.get(page)).text;
      const shown = /value="([^"]+)" name="shown"/.exec(before)?.[1] ?? '';
      const base = { do: 'name', sheet: 'Evaluation', headingRow: '4', shown };
      const columns = {
        'column-B': 'criterion',
        'column-C': 'weight',
        'column-D': 'mark',
        'column-E': 'mark',
      };
      const named = await lead.post(page, { ...base, ...columns, 'column-F': 'none', marksAre: 'assessors' });
      expect(named.status).to.equal(303);
      expect((await lead.get(page)).text).to.include('2 assessors');
      const wrong = await lead.post(page, {
        ...base,
        ...columns,
        headingRow: 'four',
        shown: 'NaN|Evaluation',
      });
      expect(wrong.status).to.be.within(400, 499);
      expect(wrong.text).to.include('Give the number of the row');
    }));

  it('is there for its owner alone, and gone when it is deleted', () =>
    withHttp([], async (world) => {
      const lead = await world.signedIn('lead');
      const other = await world.signedIn('pia');
      const page = await sent(lead, 'letters-long.xlsx');
      for (const path of [page, `${page}/result`, `${page}/files/case.json`]) {
        expect((await lead.get(path)).status, path).to.equal(200);
        expect((await other.get(path)).status, path).to.equal(404);
      }
      for (const act of ['name', 'start', 'delete'])
        expect((await other.post(page, { do: act })).status).to.equal(404);
      expect((await other.get('/spreadsheet')).text).not.to.include('letters-long');
      expect((await lead.get('/spreadsheet')).text).to.include('letters-long');
      expect((await lead.post(page, { do: 'delete' })).status).to.equal(303);
      expect((await lead.get(page)).status).to.equal(404);
      expect((await world.session().get(page)).status).to.equal(303);
    }));

  it('expires after a day', () =>
    withHttp([], async (world) => {
      const lead = await world.signedIn('lead');
      const page = await sent(lead, 'letters-long.xlsx');
      const kept = (await world.store.records.list('draft', world.clock.nowIso())).filter(({ id }) =>
        id.startsWith('workbook'),
      );
      expect(kept).to.have.length(2);
      const ages = kept.map(
        ({ expiresAt }) => Date.parse(expiresAt ?? '') - Date.parse(world.clock.nowIso()),
      );
      for (const age of ages)
        expect(age)
          .to.be.at.most(24 * 3_600_000)
          .and.above(23 * 3_600_000);
      const later = new Date(Date.parse(world.clock.nowIso()) + 25 * 3_600_000).toISOString();
      const account = await accountOf(world, 'lead');
      const atLater = { ...world, clock: { nowIso: () => later } };
      const refused = await loadWorkbook(atLater, account, page.split('/').at(-1) ?? '').catch(
        (error: unknown) => error,
      );
      expect(refused).to.have.property('code', 'not-found');
      expect((await loadWorkbook(world, account, page.split('/').at(-1) ?? '')).sheets).to.have.length(1);
    }));

  it('says at the field what is wrong with a file', () =>
    withHttp([], async (world) => {
      const lead = await world.signedIn('lead');
      const answer = await upload(lead, 'broken.csv', fixture('screens-broken-quotes.csv'));
      expect(answer.status).to.be.within(400, 499);
      expect(answer.text)
        .to.include('href="#file"')
        .and.match(/line 3/i);
    }));

  it('starts a decision that offers the questions and the bidders, and no mark', () =>
    withHttp([], async (world) => {
      const lead = await world.signedIn('lead');
      const page = await sent(lead, 'letters-long.xlsx');
      const empty = await lead.post(`${page}/result`, {
        do: 'start',
        title: 'Letters',
        purpose: 'award',
        leadJob: '',
      });
      expect(empty.status).to.be.within(400, 499);
      const started = await lead.post(`${page}/result`, {
        do: 'start',
        title: 'Letters',
        purpose: 'award',
        leadJob: 'Project manager',
      });
      expect(started.status, started.text).to.equal(303);
      const decision = String(started.headers['location']);
      const rubric = await lead.get(`${decision}/rubric`);
      expect(rubric.text).to.include('Use the 4 questions of your spreadsheet');
      const used = await lead.post(`${decision}/rubric`, { do: 'use-spreadsheet', reason: 'As published.' });
      expect(used.status, used.text).to.equal(303);
      const chosen = await lead.get(`${decision}/rubric`);
      expect(chosen.text).to.include('Weights, wording and method').and.not.include('Use the 4 questions');
      const options = await lead.get(`${decision}/options`);
      expect(options.text).not.to.include('bidders of your spreadsheet');
    }));

  it('downloads an example that it reads itself', () =>
    withHttp([], async (world) => {
      const lead = await world.signedIn('lead');
      const example = await lead.get('/spreadsheet/files/example.xlsx').responseType('blob');
      expect(example.status).to.equal(200);
      const bytes = await createSpreadsheetWriter().renderWorkbook(exampleWorkbook);
      expect(Buffer.compare(example.body as Buffer, Buffer.from(bytes))).to.equal(0);
      const answer = await upload(lead, 'example.xlsx', Buffer.from(bytes));
      const { text } = await lead.get(`${String(answer.headers['location'])}/result`);
      expect(text).to.include('First: <strong>Supplier A</strong>').and.include('Start the decision');
    }));
});
