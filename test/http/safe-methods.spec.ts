import { expect } from 'chai';
import { createCampaign } from '../../src/usecases/campaign.ts';
import { createInvitation } from '../../src/usecases/invitation.ts';
import { invitePerson } from '../../src/usecases/invite-person.ts';
import { issueSignIn } from '../../src/usecases/sign-in.ts';
import { accountOf } from '../support/act-world.ts';
import { MARKED, OPENED } from '../support/decision-states.ts';
import { apiAddresses, decisionAddresses, plainAddresses, VALUES } from '../support/every-address.ts';
import { withHttp } from '../support/http-world.ts';
import type { HttpWorld } from '../support/http-world.ts';
import { DECISION } from '../support/record-acts.ts';
import { storeContent } from '../support/store-content.ts';

const content = (world: HttpWorld): Promise<string> => storeContent(world.store, world.clock.nowIso());
const VOICE = { decision: DECISION, kind: 'voice', participant: null, account: null, label: '' } as const;

/** How mail scanners, chat previews and browsers that guess ahead look at a link before its owner does. */
const AGENTS = [
  'Mozilla/5.0 (compatible; Microsoft Defender for Office 365; SafeLinks)',
  'Mozilla/5.0 (compatible; Proofpoint URL Defense)',
  'Mimecast URL Protect',
  'BarracudaCentral/1.0',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'WhatsApp/2.23 A',
  'facebookexternalhit/1.1',
  'Mozilla/5.0 (compatible; Googlebot/2.1)',
  'curl/8.5.0',
  '',
];

describe('reading', () => {
  it('writes nothing, by GET or HEAD, for a lead, a contributor or a visitor', () =>
    withHttp(MARKED, async (world) => {
      const poster = await createCampaign(world, DECISION, '2026-07-03');
      await createInvitation(world, VOICE);
      const lead = await world.signedIn('lead');
      const api = await world.api('lead');
      const contributor = world.session();
      await contributor.post('/join', { secret: poster.code });
      const visitor = world.session();
      const before = await content(world);
      const addresses = [
        ...plainAddresses(),
        ...decisionAddresses({ ...VALUES, criterion: 'fit', poster: poster.code }),
      ];
      let good = 0;
      for (const address of addresses) {
        for (const browser of [lead, contributor, visitor]) {
          const answer = await browser.get(address).redirects(0);
          expect(answer.status, address).to.be.lessThan(500);
          if (answer.status === 200) good += 1;
        }
        expect((await lead.agent.head(address).redirects(0)).text ?? '', `HEAD ${address}`).to.equal('');
      }
      for (const address of apiAddresses()) {
        expect((await api.get(address)).status, address).to.be.oneOf([200, 403, 404, 409]);
      }
      expect(good).to.be.greaterThan(60);
      expect(await content(world)).to.equal(before);
    }));

  it('keeps no session for a visitor who pressed nothing', () =>
    withHttp(OPENED, async (world) => {
      const visitor = world.session();
      for (const address of [...plainAddresses(), ...decisionAddresses()]) {
        const answer = await visitor.get(address).redirects(0);
        expect(answer.headers, address).not.to.have.property('set-cookie');
      }
      expect(await world.store.records.list('session', world.clock.nowIso())).to.deep.equal([]);
    }));

  it('would be seen to write, if it did', () =>
    withHttp(OPENED, async (world) => {
      const before = await content(world);
      await (
        await world.signedIn('lead')
      ).post(`/decisions/${DECISION}/need`, { do: 'offer-money', offered: 'no' });
      expect(await content(world)).not.to.equal(before);
    }));
});

describe('a link looked at by machines first', () => {
  const lookAt = async (world: HttpWorld, path: string): Promise<number> => {
    let looks = 0;
    for (const agent of AGENTS) {
      for (const method of ['get', 'head'] as const) {
        const machine = world.session();
        const answer = await machine.agent[method](path).set({ 'User-Agent': agent, Purpose: 'prefetch' });
        expect(answer.status).to.equal(200);
        looks += 1;
      }
    }
    for (let again = 0; again < 50; again += 1) await world.session().get(path);
    return looks + 50;
  };

  it('still lets its owner in: the invitation of a person', () =>
    withHttp(OPENED, async (world) => {
      const request = {
        name: 'Nina',
        job: 'Nurse',
        email: 'nina@example.org',
        roles: ['panel'],
        requestKey: 'k',
      } as const;
      const { token, code } = await invitePerson(world, await world.viewOf('lead'), request);
      const before = await content(world);
      expect(await lookAt(world, '/join')).to.equal(70);
      // A machine that presses the button has no secret to send: that rides behind the #.
      const pressed = await world.session().post('/join', {});
      expect(pressed.status).to.equal(422);
      expect(await content(world)).to.equal(before);
      for (const secret of [{ secret: token }, { code }]) {
        const owner = world.session();
        const entered = await owner.post('/join', secret);
        expect(entered.headers['location']).to.equal(`/decisions/${DECISION}`);
        expect((await owner.get(`/decisions/${DECISION}`)).status).to.equal(200);
      }
    }));

  it('still lets its owner in: a personal link to be heard, and a poster', () =>
    withHttp(OPENED, async (world) => {
      const { token } = await createInvitation(world, VOICE);
      const poster = await createCampaign(world, DECISION, '2026-07-03');
      await lookAt(world, `/join?poster=${poster.code}`);
      for (const secret of [token, poster.code]) {
        const entered = await world.session().post('/join', { secret });
        expect(entered.headers['location']).to.equal('/join/first');
      }
    }));

  it('still lets its owner in: a sign-in link, which then works once', () =>
    withHttp(OPENED, async (world) => {
      const { token } = await issueSignIn(world, await accountOf(world, 'pia'), null);
      await lookAt(world, '/sign-in/link');
      expect((await world.session().post('/sign-in/link', { secret: token })).status).to.equal(303);
      expect((await world.session().post('/sign-in/link', { secret: token })).status).to.equal(404);
    }));
});
