import { expect } from 'chai';
import request from 'supertest';
import { DECISION_PAGES, PLAIN_PAGES } from '../../src/http/pages/list.ts';
import { createCampaign } from '../../src/usecases/campaign.ts';
import { OPENED } from '../support/decision-states.ts';
import { withHttp } from '../support/http-world.ts';
import type { Browser, HttpWorld } from '../support/http-world.ts';
import { DECISION } from '../support/record-acts.ts';
import { storeContent } from '../support/store-content.ts';

type Form = { readonly path: string; readonly fields: Readonly<Record<string, string>> };

/** Every form there is, from the lists that make the routes. */
const forms = (): readonly Form[] => [
  ...PLAIN_PAGES.filter(({ submit }) => submit).map(({ path }) => ({ path, fields: {} })),
  ...DECISION_PAGES.flatMap(({ slug, submit }) =>
    Object.keys(submit ?? {}).map((command) => ({
      path: `/decisions/${DECISION}/${slug.replace(':criterion', 'fit').replace(':poster', 'NOSUCH00')}`,
      fields: { do: command },
    })),
  ),
];

/** What the browser of a signed-in person can be made to send from elsewhere, with the right token where one could be had. */
const FORGERIES: readonly (readonly [
  name: string,
  headers: Readonly<Record<string, string>>,
  token: 'right' | 'none' | 'wrong' | 'query',
])[] = [
  ['from another site', { 'Sec-Fetch-Site': 'cross-site' }, 'right'],
  ['from another host of the site', { 'Sec-Fetch-Site': 'same-site' }, 'right'],
  ['from no page', { 'Sec-Fetch-Site': 'none' }, 'right'],
  ['by an old browser from another origin', { Origin: 'https://evil.example' }, 'right'],
  ['by an old browser from a sealed frame', { Origin: 'null' }, 'right'],
  ['with a cookie and no word of where from', {}, 'right'],
  ['from here without a token', { 'Sec-Fetch-Site': 'same-origin' }, 'none'],
  ['from here with another session’s token', { 'Sec-Fetch-Site': 'same-origin' }, 'wrong'],
  ['from here with the token in the address', { 'Sec-Fetch-Site': 'same-origin' }, 'query'],
];
const REFUSED = /sent from another site|from an earlier session/;

const assertRefused = async (
  browser: Browser,
  all: readonly Form[],
  right: string,
  wrong: string,
): Promise<number> => {
  let sent = 0;
  for (const { path, fields } of all) {
    for (const [name, headers, token] of FORGERIES) {
      const _csrf = { right: { _csrf: right }, wrong: { _csrf: wrong }, none: {}, query: {} }[token];
      const address = token === 'query' ? `${path}?_csrf=${right}` : path;
      const answer = await browser.agent
        .post(address)
        .set({ Accept: 'text/html', ...headers })
        .type('form')
        .send({ ...fields, ..._csrf });
      expect(answer.status, `${name}: ${path} ${fields['do']}`).to.equal(403);
      expect(answer.text).to.match(REFUSED);
      sent += 1;
    }
  }
  return sent;
};
const tokenOf = async (browser: Browser): Promise<string> =>
  browser.token(await browser.get('/receipt'))._csrf ?? '';
const content = (world: HttpWorld): Promise<string> => storeContent(world.store, world.clock.nowIso(), []);

describe('a forged form', () => {
  it('is refused on every page, whatever it pretends, and writes nothing', () =>
    withHttp(OPENED, async (world) => {
      const lead = await world.signedIn('lead');
      const [right, wrong] = [await tokenOf(lead), await tokenOf(await world.signedIn('pia'))];
      expect(right).to.have.length.greaterThan(60).and.not.equal(wrong);
      const before = await content(world);
      expect(await assertRefused(lead, forms(), right, wrong)).to.be.greaterThan(400);
      expect(await content(world)).to.equal(before);
    }));

  it('is refused to a contributor’s door, too', () =>
    withHttp(OPENED, async (world) => {
      const poster = await createCampaign(world, DECISION, '2026-07-03');
      const contributor = world.session();
      await contributor.post('/join', { secret: poster.code });
      const right = await tokenOf(contributor);
      const before = await content(world);
      const all = ['/join/first', '/join/say', '/join/finish'].map((path) => ({ path, fields: {} }));
      await assertRefused(contributor, all, right, 'x');
      expect(await content(world)).to.equal(before);
    }));

  it('cannot sign a visitor in as somebody else', () =>
    withHttp(OPENED, async (world) => {
      for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://evil.example' }]) {
        for (const path of ['/sign-in', '/sign-in/link', '/join', '/receipt', '/verify']) {
          expect(
            (await request(world.server).post(path).set(headers).type('form').send({ secret: 'x' })).status,
            path,
          ).to.equal(403);
        }
      }
    }));

  it('cannot use the cookie for the API, which takes tokens only', () =>
    withHttp(OPENED, async (world) => {
      const lead = await world.signedIn('lead');
      const sent = await lead.agent
        .post(`/api/decisions/${DECISION}/acts/lock-need`)
        .set('Sec-Fetch-Site', 'same-origin')
        .send({});
      expect(sent.status).to.equal(401);
      expect((await lead.get('/api/decisions')).status).to.equal(401);
      // A browser sends this header by itself where a proxy asked for a password; it opens no page to a forged form.
      for (const site of ['cross-site', 'same-origin']) {
        const headers = { Authorization: 'Basic eDp5', 'Sec-Fetch-Site': site };
        expect((await lead.agent.post('/sign-out').set(headers).type('form').send({})).status, site).to.equal(
          403,
        );
      }
    }));

  it('is not what our own pages send: each of their forms gets past this door', () =>
    withHttp(OPENED, async (world) => {
      const lead = await world.signedIn('lead');
      const right = await tokenOf(lead);
      for (const { path, fields } of forms().filter(
        (one) => !['/sign-out', '/sign-in/link', '/join', '/sign-in'].includes(one.path),
      )) {
        for (const headers of [{ 'Sec-Fetch-Site': 'same-origin' }, { Origin: world.baseUrl }]) {
          const answer = await lead.agent
            .post(path)
            .set(headers)
            .type('form')
            .send({ ...fields, _csrf: right });
          expect(answer.status, path).to.be.lessThan(500);
          expect(answer.text, path).not.to.match(REFUSED);
        }
      }
    }));
});
