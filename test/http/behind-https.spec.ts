import { expect } from 'chai';
import request from 'supertest';
import { issueSignIn } from '../../src/usecases/sign-in.ts';
import { accountOf } from '../support/act-world.ts';
import { OPENED } from '../support/decision-states.ts';
import { withHttp } from '../support/http-world.ts';
import type { HttpWorld } from '../support/http-world.ts';

const ORIGIN = 'https://decisions.example.org';
const BY_PROXY = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '192.0.2.7', Accept: 'text/html' };
const cookies = (answer: request.Response): readonly string[] =>
  (answer.headers['set-cookie'] as unknown as string[] | undefined) ?? [];
const signIn = async (
  world: HttpWorld,
  headers: Readonly<Record<string, string>>,
): Promise<request.Response> => {
  const { token } = await issueSignIn(world, await accountOf(world, 'lead'), null);
  return request(world.server)
    .post('/sign-in/link')
    .set({ ...BY_PROXY, ...headers })
    .type('form')
    .send({ secret: token });
};

describe('behind a proxy that speaks https', () => {
  it('answers everything with HSTS', () =>
    withHttp(
      OPENED,
      async (world) => {
        for (const path of ['/', '/nowhere', '/api/nowhere', '/healthz', '/assets/none'])
          expect(
            (await request(world.server).get(path).set(BY_PROXY)).headers['strict-transport-security'],
            path,
          ).to.equal('max-age=31536000; includeSubDomains');
      },
      { origin: ORIGIN },
    ));

  it('gives cookies that no other host or plain connection can set or read', () =>
    withHttp(
      OPENED,
      async (world) => {
        const entered = await signIn(world, { Origin: ORIGIN });
        expect(entered.status).to.equal(303);
        const asked = await request(world.server)
          .post('/sign-in')
          .set({ ...BY_PROXY, Origin: ORIGIN })
          .type('form')
          .send({ email: 'x@example.org' });
        const given = [...cookies(entered), ...cookies(asked)];
        expect(given.map((one) => one.split('=')[0])).to.deep.equal(['__Host-sid', '__Host-browser']);
        for (const cookie of given)
          expect(cookie)
            .to.match(/; Secure/)
            .and.match(/; HttpOnly/)
            .and.match(/Path=\/(;|$)/)
            .and.not.match(/Domain/);
      },
      { origin: ORIGIN },
    ));

  it('takes forms from its own address only, not from the one it listens on', () =>
    withHttp(
      OPENED,
      async (world) => {
        expect((await signIn(world, { Origin: 'http://decisions.example.org' })).status).to.equal(403);
        expect((await signIn(world, { Origin: 'http://127.0.0.1' })).status).to.equal(403);
        expect((await signIn(world, { 'Sec-Fetch-Site': 'same-origin', Origin: ORIGIN })).status).to.equal(
          303,
        );
      },
      { origin: ORIGIN },
    ));

  it('makes links from its address, whatever host a request names', () =>
    withHttp(
      OPENED,
      async (world) => {
        const lead = await world.api('lead');
        const made = await lead
          .send(
            'post',
            `/api/decisions/${(await world.store.ledgers.loadHeads())[0]?.decision ?? ''}/links`,
            {},
          )
          .set('Host', 'evil.example');
        expect(made.body.link).to.match(/^https:\/\/decisions\.example\.org\/join#[0-9A-Z]{32}$/);
      },
      { origin: ORIGIN },
    ));

  it('is not assumed where nobody said so: a plain service sends neither HSTS nor such cookies', () =>
    withHttp(OPENED, async (world) => {
      const entered = await signIn(world, { Origin: world.baseUrl });
      expect(entered.headers).not.to.have.property('strict-transport-security');
      expect(cookies(entered).join())
        .to.match(/^sid=/)
        .and.not.match(/Secure/);
    }));
});
