import { expect } from 'chai';
import type { Response } from 'supertest';
import { recordOfEntries } from '../../src/usecases/read-decision.ts';
import { buildSharedDecision, renderSharedDecision } from '../../src/usecases/shared-decision.ts';
import { APPROVED, WAITING } from '../support/decision-states.ts';
import { withHttp } from '../support/http-world.ts';
import type { Browser } from '../support/http-world.ts';
import { QUICK_CHOSEN, QUICK_FOUND } from '../support/quick-states.ts';
import { DECISION, recordActs } from '../support/record-acts.ts';

const shared = buildSharedDecision(recordOfEntries(recordActs(APPROVED).entries), {
  ...{ contact: 'team@example.org', why: '' },
});
const FILE = renderSharedDecision({ ...shared, title: 'Notes <b>there</b>' });

const upload = async (browser: Browser, text: string): Promise<Response> => {
  const { _csrf = '' } = browser.token(await browser.get('/receipt'));
  return browser.agent
    .post('/elsewhere')
    .set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' })
    .field('_csrf', _csrf)
    .field('do', 'take-in')
    .attach('file', Buffer.from(text), 'share-0123abcd.json');
};

describe('sharing a decision', () => {
  it('shows what would leave before it does, and gives the file with the contact that was typed', () =>
    withHttp(APPROVED, async (world) => {
      const browser = await world.signedIn('lead');
      expect((await browser.get(`/decisions/${DECISION}/download`)).text).to.include('/share');
      const page = await browser.get(`/decisions/${DECISION}/share`);
      expect(page.text).to.include('It best meets what was published.').and.not.include('planted-');
      const file = await browser.get(`/decisions/${DECISION}/share/file?contact=digital%40example.org`);
      expect(file.headers['content-disposition']).to.include('share-01234567.json');
      expect(file.text).to.include('"contact":"digital@example.org"').and.not.include('planted-');
      const api = await world.api('lead');
      const answer = await api.get(`/api/decisions/${DECISION}/shared?contact=digital%40example.org`);
      expect(answer.text).to.equal(file.text);
      const long = await browser.get(`/decisions/${DECISION}/share/file?contact=${'a'.repeat(301)}`);
      expect(long.status).to.equal(422);
    }));

  it('waits until the decision is made, works for a quick record, and is for those on it', async () => {
    await withHttp(WAITING, async (world) => {
      const browser = await world.signedIn('lead');
      expect((await browser.get(`/decisions/${DECISION}/share`)).text).to.include('Not yet');
      expect((await browser.get(`/decisions/${DECISION}/share/file`)).status).to.equal(409);
      const stranger = await world.signedIn('stranger');
      expect((await stranger.get(`/decisions/${DECISION}/share/file`)).status).to.equal(404);
    });
    await withHttp(QUICK_CHOSEN, async (world) => {
      const browser = await world.signedIn('lead');
      expect((await browser.get(`/decisions/${DECISION}/share`)).text).to.include(
        'The titles of the criteria',
      );
      const file = await browser.get(`/decisions/${DECISION}/share/file`);
      expect(file.text).to.include('"door":"quick"').and.include('"rubric":null');
    });
  });
});

describe('what was decided elsewhere', () => {
  it('is taken in from a file, shown as text to everybody here, and removed', () =>
    withHttp([], async (world) => {
      const lead = await world.signedIn('lead');
      const sent = await upload(lead, FILE);
      expect(sent.headers['location'], sent.text).to.match(/^\/elsewhere#file-[0-9a-f]{32}$/);
      const id = /file-(\w+)$/.exec(sent.headers['location'] ?? '')?.[1] ?? '';
      const page = await (await world.signedIn('stranger')).get('/elsewhere');
      expect(page.text)
        .to.include('Notes &lt;b&gt;there&lt;/b&gt;')
        .and.include('Talk to the team who did this')
        .and.include('What it does for the ward: 80%');
      expect(page.text).not.to.include('Take it in').and.not.include('<b>there');
      const found = await (await world.signedIn('stranger')).get('/search?q=nurses+notes');
      expect(found.text).to.include('Decided elsewhere').and.include(`/elsewhere#file-${id}`);
      await lead.post('/elsewhere', { do: 'remove', file: id });
      expect((await lead.get('/elsewhere')).text).to.include('None yet');
    }));

  it('is shown beside the need of a quick record that is about the same thing', () =>
    withHttp(QUICK_FOUND, async (world) => {
      const lead = await world.signedIn('lead');
      const { state } = await world.viewOf('lead');
      const need = { ...shared.need, problem: state.need?.problem ?? '' };
      await upload(lead, renderSharedDecision({ ...shared, title: 'The same elsewhere', need }));
      for (const page of ['need', 'heard'])
        expect((await lead.get(`/decisions/${DECISION}/${page}`)).text, page)
          .to.include('About the same thing')
          .and.include('The same elsewhere');
    }));

  it('is kept by leads and administrators alone, on the page and by the API', () =>
    withHttp([], async (world) => {
      expect((await upload(await world.signedIn('stranger'), FILE)).status).to.equal(403);
      const body = JSON.parse(FILE) as object;
      const api = await world.api('nia');
      expect((await api.send('post', '/api/elsewhere', body)).status).to.equal(403);
      const lead = await world.api('lead');
      const kept = await lead.send('post', '/api/elsewhere', body);
      expect(kept.status, kept.text).to.equal(201);
      const { id } = kept.body as { id: string };
      expect((await api.get('/api/elsewhere')).body).to.have.nested.property('files[0].id', id);
      expect((await api.send('delete', `/api/elsewhere/${id}`)).status).to.equal(403);
      expect((await lead.send('delete', `/api/elsewhere/${id}`)).status).to.equal(200);
      expect((await lead.send('delete', `/api/elsewhere/${id}`)).status).to.equal(404);
    }));

  it('refuses what is no such file in words, and keeps nothing', () =>
    withHttp([], async (world) => {
      const lead = await world.signedIn('lead');
      for (const text of ['{}', FILE.replace('}', ',"x":1}'), 'x'.repeat(200_001)]) {
        const answer = await upload(lead, text);
        expect(answer.status).to.be.oneOf([413, 422]);
        expect(answer.text).to.include('There is a problem');
      }
      const api = await world.api('lead');
      for (const body of [
        {},
        { ...shared, format: 'x' },
        { ...shared, counts: { options: 1.5, contributions: 0 } },
      ])
        expect((await api.send('post', '/api/elsewhere', body)).status).to.equal(422);
      expect((await lead.get('/elsewhere')).text).to.include('None yet');
    }));
});
