import { expect } from 'chai';
import { cancelCampaign, createCampaign } from '../../src/usecases/campaign.ts';
import { createInvitation } from '../../src/usecases/invitation.ts';
import { OPENED } from '../support/decision-states.ts';
import { before, upTo } from '../support/given-when-then.ts';
import { withHttp } from '../support/http-world.ts';
import type { Browser, HttpWorld } from '../support/http-world.ts';
import { DECISION, hex } from '../support/record-acts.ts';
import { storeContent } from '../support/store-content.ts';

const LISTENING = upTo(OPENED, 'open-listening');
const VOICE = {
  decision: DECISION,
  kind: 'voice',
  participant: null,
  account: null,
  label: 'Ward 7',
} as const;
const said = (text: string) => ({
  ...{ kind: 'worry', text, name: 'Nia', role: 'Nurse', team: 'Ward 7', wantsCredit: 'yes' },
  requestKey: hex(text).slice(0, 32),
});
const enter = async (world: HttpWorld, secret: string, hasSupplierLink = 'no'): Promise<Browser> => {
  const browser = world.session();
  expect((await browser.post('/join', { secret })).headers['location']).to.equal('/join/first');
  expect((await browser.post('/join/first', { hasSupplierLink })).headers['location']).to.equal('/join/say');
  return browser;
};
const receiptIn = (text: string): string => /([0-9A-Z]{4}-){5}[0-9A-Z]{4}/.exec(text)?.[0] ?? '';

describe('somebody heard without an account', () => {
  it('comes by a poster, says something, and reads by the receipt what came of it', () =>
    withHttp(LISTENING, async (world) => {
      const { code } = await createCampaign(world, DECISION, '2026-07-03');
      const browser = await enter(world, code, 'yes');
      expect((await browser.get('/join/say')).text)
        .to.include('Notes at the bedside')
        .and.include('What slows you down?');
      const sent = await browser.post('/join/say', said('It fails at night.'));
      const receipt = receiptIn(sent.text);
      expect(receipt).to.have.lengthOf(29);
      const again = await browser.post('/join/say', said('It fails at night.'));
      expect(receiptIn(again.text), 'pressed twice').to.equal(receipt);
      const [contribution, ...others] = Object.values((await world.viewOf('lead')).state.contributions);
      expect(others).to.deep.equal([]);
      expect(contribution).to.include({ via: 'poster', hasSupplierLink: true, wantsCredit: true });

      await world.act('lead', 'answer-contributions', {
        contributions: [contribution?.id],
        fate: 'changed-need',
        reply: 'It is in the need now.',
      });
      const read = await world.session().post('/receipt', { code: receipt.toLowerCase() });
      expect(read.text).to.include('It fails at night.').and.include('It is in the need now.');
      const api = await world.api('stranger');
      const byApi = await api.send('post', '/api/receipts', { code: receipt });
      expect(byApi.body.answer).to.include({ fate: 'changed-need', reply: 'It is in the need now.' });
    }));

  it('sees of a wrong receipt code the same as of an unknown one', () =>
    withHttp(LISTENING, async (world) => {
      const answers = [];
      for (const code of ['0000-0000-0000-0000-0000-0000', 'QQQQQQ', 'Z'.repeat(24)]) {
        const { status, text } = await world.session().post('/receipt', { code });
        answers.push([status, text.replaceAll(code, '').replace(/value="[0-9a-f]{32}"/g, '')].join());
      }
      expect(answers[0])
        .to.match(/^404/)
        .and.match(/no receipt with this code/);
      expect(new Set(answers).size).to.equal(1);
    }));

  it('finds the door shut when the link or poster ended meanwhile', () =>
    withHttp(LISTENING, async (world) => {
      const poster = await createCampaign(world, DECISION, '2026-07-03');
      const link = await createInvitation(world, VOICE);
      const lead = await world.api('lead');
      const byPoster = await enter(world, poster.code);
      const byLink = await enter(world, link.token);
      expect((await byPoster.post('/join/say', said('one'))).status).to.equal(200);
      await cancelCampaign(world, DECISION, poster.code);
      expect(
        (await lead.send('delete', `/api/decisions/${DECISION}/links/${link.invitation.id}`)).status,
      ).to.equal(200);
      for (const browser of [byPoster, byLink]) {
        const late = await browser.post('/join/say', said('two'));
        expect(late.status).to.equal(404);
      }
      expect((await byPoster.post('/join/say', said('one'))).status, 'what was sent before').to.equal(200);
      expect(Object.keys((await world.viewOf('lead')).state.contributions)).to.have.lengthOf(1);
    }));

  it('leaves a signed-in session at the door, and the door by finishing', () =>
    withHttp(LISTENING, async (world) => {
      const { code } = await createCampaign(world, DECISION, '2026-07-03');
      const browser = await world.signedIn('pia');
      await browser.post('/join', { secret: code });
      expect((await browser.get('/account').redirects(0)).status, 'no longer signed in').to.equal(303);
      const finished = await browser.post('/join/finish', {});
      expect(finished.headers['clear-site-data']).to.equal('"cache", "storage"');
      expect((await browser.get('/join/say')).status).to.equal(404);
    }));

  it('says what is asked for, and gets the form back with a word on each gap', () =>
    withHttp(LISTENING, async (world) => {
      const { code } = await createCampaign(world, DECISION, '2026-07-03');
      const browser = await enter(world, code);
      const sent = await browser.post('/join/say', { ...said('kept words'), name: '', team: '' });
      expect(sent.status).to.equal(422);
      expect(sent.text).to.include('href="#name"').and.include('href="#team"').and.include('kept words');
      expect((await browser.post('/join/first', { hasSupplierLink: '' })).status).to.equal(422);
    }));
});

describe('paper slips and links', () => {
  it('are typed in by page or API with a receipt to write on the slip, by the lead and the panel only', () =>
    withHttp(OPENED, async (world) => {
      const formKey = said('on paper').requestKey;
      const slip = { kind: 'question', text: 'on paper', name: 'Nia', role: 'Nurse', team: 'Ward 7' };
      const byApi = await (
        await world.api('pia')
      ).send('post', `/api/decisions/${DECISION}/paper-slips`, { ...slip, formKey, hasSupplierLink: false });
      expect(byApi.status, byApi.text).to.equal(201);
      const lead = await world.signedIn('pia');
      const byPage = await lead.post(`/decisions/${DECISION}/paper`, {
        do: 'contribute',
        ...slip,
        requestKey: formKey,
      });
      expect(receiptIn(byPage.text), 'the same form by another way').to.equal(byApi.body.receipt);
      const read = await (
        await world.api('cora')
      ).send('post', '/api/receipts', { code: byApi.body.receipt });
      expect(read.body).to.include({ text: 'on paper', answer: null });
      const refused = await (
        await world.api('cora')
      ).send('post', `/api/decisions/${DECISION}/paper-slips`, { ...slip, hasSupplierLink: false });
      expect(refused.status).to.equal(403);
    }));

  it('are made and cancelled by the lead only, by page and by API', () =>
    withHttp(before(OPENED, 'lock-rubric'), async (world) => {
      const { invitation } = await createInvitation(world, { ...VOICE, kind: 'person', participant: 'paul' });
      const poster = await createCampaign(world, DECISION, '2026-07-03');
      const content = () => storeContent(world.store, world.clock.nowIso());
      const held = await content();
      const pia = await world.signedIn('pia');
      const forms = [
        ['people', { do: 'cancel-invitation', invitation: invitation.id }],
        ['people', { do: 'invite-person', name: 'x', job: 'x', email: 'x@example.org', roles: 'panel' }],
        ['people', { do: 'invite-again', person: 'paul' }],
        ['listening', { do: 'cancel-invitation', invitation: invitation.id }],
        ['listening', { do: 'invite-voice', label: 'x' }],
        ['listening', { do: 'make-poster', until: '2026-07-03' }],
        ['listening', { do: 'take-down', poster: poster.code }],
      ] as const;
      for (const [page, form] of forms)
        expect((await pia.post(`/decisions/${DECISION}/${page}`, form)).status, form.do).to.equal(403);
      const api = await world.api('pia');
      const withToken = await content();
      const at = `/api/decisions/${DECISION}`;
      const calls = [
        ['delete', `${at}/links/${invitation.id}`, undefined],
        ['delete', `${at}/posters/${poster.code}`, undefined],
        ['post', `${at}/posters`, { until: '2026-07-03' }],
        ['post', `${at}/links`, {}],
        ['post', `${at}/people/paul/links`, undefined],
        ['post', `${at}/people`, { name: 'x', job: 'x', email: 'x@example.org', roles: ['panel'] }],
      ] as const;
      for (const [method, path, body] of calls)
        expect((await api.send(method, path, body)).status, path).to.equal(403);
      expect(await content()).to.equal(withToken);
      const lines = (text: string): readonly string[] =>
        text
          .split('\n')
          .filter(
            (line) => !line.includes('"sign-in"') && !line.includes('"token"') && !line.includes('"account"'),
          );
      expect(lines(withToken)).to.deep.equal(lines(held));
    }));

  it('of the API are deleted with the draft when marks are sealed', () =>
    withHttp(OPENED, async (world) => {
      const paul = await world.api('paul');
      const path = `/api/decisions/${DECISION}/drafts/fit`;
      const marks = Object.fromEntries(
        ['bid-1', 'bid-2', 'bid-3', 'business-as-usual-1'].map((id) => [id, { score: '3', reason: 'Seen.' }]),
      );
      await paul.send('put', path, marks);
      expect((await paul.get(path)).body).to.deep.equal(marks);
      const sealed = await paul.send('post', `/api/decisions/${DECISION}/acts/seal-marks`, {
        criterion: 'fit',
        marks,
      });
      expect(sealed.status, sealed.text).to.equal(201);
      expect((await paul.get(path)).body).to.deep.equal({});
    }));
});
