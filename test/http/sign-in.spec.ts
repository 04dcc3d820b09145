import { expect } from 'chai';
import { saveAccount } from '../../src/usecases/account.ts';
import { issueFirstAdministratorLink } from '../../src/usecases/sign-in.ts';
import { accountOf } from '../support/act-world.ts';
import { OPENED } from '../support/decision-states.ts';
import { withHttp } from '../support/http-world.ts';
import type { HttpWorld, Mail } from '../support/http-world.ts';
import { DECISION } from '../support/record-acts.ts';

const MAIL = { canMail: true };
const secretsIn = (mail: Mail | undefined): { token: string; code: string } => ({
  token: /#([0-9A-Z]{32})/.exec(mail?.text ?? '')?.[1] ?? '',
  code: /sign-in page: ([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(mail?.text ?? '')?.[1] ?? '',
});
const cookiesOf = (answer: { headers: Record<string, unknown> }): readonly string[] =>
  (answer.headers['set-cookie'] as string[] | undefined) ?? [];
const sidOf = (answer: { headers: Record<string, unknown> }): string | undefined =>
  cookiesOf(answer)
    .find((one) => one.startsWith('sid='))
    ?.split(';')[0];
const isSignedIn = async (browser: ReturnType<HttpWorld['session']>): Promise<boolean> =>
  (await browser.get('/account').redirects(0)).status === 200;

describe('signing in', () => {
  it('by mail takes the link in the browser that asked, and the button', () =>
    withHttp(
      OPENED,
      async (world) => {
        await accountOf(world, 'pia');
        const browser = world.session();
        const asked = await browser.post('/sign-in', { email: ' PIA@example.org' });
        expect(asked.headers['location']).to.equal('/sign-in?asked=yes');
        expect(world.mails.map(({ to }) => to)).to.deep.equal(['pia@example.org']);
        const { token, code } = secretsIn(world.mails[0]);
        expect(token).to.have.lengthOf(32);
        expect(world.mails[0]?.text).to.include(`${world.baseUrl}/sign-in/link#${token}`);

        const other = world.session();
        const foreign = await other.post('/sign-in/link', { secret: token });
        expect(foreign.status).to.equal(404);
        expect(foreign.text).to.match(/browser you asked from/);
        expect(await isSignedIn(other)).to.equal(false);

        const entered = await browser.post('/sign-in/link', { secret: token });
        expect(entered.headers['location']).to.equal('/');
        expect(await isSignedIn(browser)).to.equal(true);
        expect((await other.post('/sign-in/link', { code })).status, 'the code went with the link').to.equal(
          404,
        );
      },
      MAIL,
    ));

  it('takes the code in any browser instead', () =>
    withHttp(
      OPENED,
      async (world) => {
        await world.session().post('/sign-in', { email: 'lead@example.org' });
        const { code } = secretsIn(world.mails[0]);
        const phone = world.session();
        expect((await phone.post('/sign-in/link', { code: code.toLowerCase() })).status).to.equal(303);
        expect(await isSignedIn(phone)).to.equal(true);
      },
      MAIL,
    ));

  it('answers the same whether or not there is such an account', () =>
    withHttp(
      OPENED,
      async (world) => {
        const disabled = await accountOf(world, 'pia');
        await saveAccount(world, { ...disabled, disabled: true });
        const answers = [];
        for (const email of ['lead@example.org', 'nobody@example.org', 'pia@example.org']) {
          const { status, text, headers } = await world.session().post('/sign-in', { email });
          answers.push(
            JSON.stringify([
              status,
              text,
              headers['location'],
              cookiesOf({ headers }).map((one) => one.replace(/=[^;]*/, '=')),
            ]).replace(/Expires=[^;]*/g, ''),
          );
        }
        expect(new Set(answers).size).to.equal(1);
        expect(world.mails).to.have.lengthOf(1);
      },
      MAIL,
    ));

  it('gives a new session, in a cookie that scripts and other sites cannot use', () =>
    withHttp(OPENED, async (world) => {
      const { token } = await issueFirstAdministratorLink(world);
      const browser = world.session();
      browser.agent.jar.setCookie('sid=s%3Aplanted.by-somebody', '127.0.0.1', '/');
      const entered = await browser.post('/sign-in/link', {
        secret: token,
        name: 'Ada',
        email: 'ada@example.org',
      });
      expect(sidOf(entered)).to.be.a('string').and.not.include('planted');
      const cookie = cookiesOf(entered).find((one) => one.startsWith('sid='));
      expect(cookie)
        .to.match(/HttpOnly/)
        .and.match(/SameSite=Lax/)
        .and.match(/Path=\//)
        .and.not.match(/Domain/);
      expect((await browser.get('/admin')).status).to.equal(200);
      const again = await world.session().post('/sign-in/link', { secret: token });
      expect(again.status).to.equal(404);
      const first = sidOf(entered);
      const second = sidOf(await (await world.signedIn('lead')).get('/receipt'));
      expect(first).not.to.equal(second);
    }));

  it('ends with signing out, also for a copy of the cookie', () =>
    withHttp(OPENED, async (world) => {
      const browser = await world.signedIn('lead');
      const copy = world.session();
      const cookie = browser.agent.jar.getCookie('sid', {
        path: '/',
        domain: '127.0.0.1',
        secure: false,
        script: false,
      });
      copy.agent.jar.setCookie(`sid=${cookie?.value ?? ''}`, '127.0.0.1', '/');
      expect(await isSignedIn(copy)).to.equal(true);
      const out = await browser.post('/sign-out', {});
      expect(out.headers['clear-site-data']).to.equal('"cache", "storage"');
      expect(await isSignedIn(copy)).to.equal(false);
      expect(await isSignedIn(browser)).to.equal(false);
    }));

  it('ends for everybody at the next request when the account is switched off, and after twelve hours', () =>
    withHttp(OPENED, async (world) => {
      const browser = await world.signedIn('pia');
      const api = await world.api('pia');
      expect((await api.get('/api/decisions')).status).to.equal(200);
      const account = await accountOf(world, 'pia');
      await saveAccount(world, { ...account, disabled: true });
      expect(await isSignedIn(browser)).to.equal(false);
      expect((await api.get('/api/decisions')).status).to.equal(401);
      await saveAccount(world, { ...account, disabled: false });
      expect(await isSignedIn(browser)).to.equal(true);
      world.clock.advanceMinutes(12 * 60 + 1);
      expect(await isSignedIn(browser)).to.equal(false);
    }));

  it('comes back to the page that asked for it, and goes nowhere else', () =>
    withHttp(OPENED, async (world) => {
      const turned = await world.session().get(`/decisions/${DECISION}/marks`).redirects(0);
      expect(turned.headers['location']).to.equal(
        `/sign-in?next=${encodeURIComponent(`/decisions/${DECISION}/marks`)}`,
      );
      const nexts = [
        `/decisions/${DECISION}/marks`,
        '//evil.example',
        'https://evil.example',
        '/\\evil.example',
        '/decisions/x?y#z',
        '/nowhere',
      ];
      const went = [];
      for (const next of nexts) {
        const { token } = await issueFirstAdministratorLink(world);
        const entered = await world
          .session()
          .post(`/sign-in/link?next=${encodeURIComponent(next)}`, { secret: token });
        went.push(entered.headers['location'] ?? entered.status);
        for (const one of await world.store.records.list('account', world.clock.nowIso()))
          if (one.owner === '') await world.store.records.remove('account', one.id);
      }
      expect(went).to.deep.equal([`/decisions/${DECISION}/marks`, '/', '/', '/', '/', '/']);
    }));

  it('leaves no secret, address or id in the log', () =>
    withHttp(
      OPENED,
      async (world) => {
        const browser = world.session();
        await browser.post('/sign-in', { email: 'lead@example.org' });
        const { token, code } = secretsIn(world.mails[0]);
        await browser.post('/sign-in/link', { secret: token });
        await browser.get(`/decisions/${DECISION}`);
        const log = world.logged.join('\n');
        expect(log).to.include('/decisions/:decision');
        for (const word of [token, code, 'lead@example.org', DECISION, '127.0.0.1', 'sid='])
          expect(log).not.to.include(word);
      },
      MAIL,
    ));
});
