import { expect } from 'chai';
import { createCampaign } from '../../src/usecases/campaign.ts';
import { listIdeas } from '../../src/usecases/list-ideas.ts';
import { ensureAccount } from '../../src/usecases/account.ts';
import { accountOf } from '../support/act-world.ts';
import { withHttp } from '../support/http-world.ts';
import type { Browser, HttpWorld } from '../support/http-world.ts';
import { IDEA, IDEA_ANSWERED, IDEA_SHARED } from '../support/idea-states.ts';
import { DECISION, hex } from '../support/record-acts.ts';
import type { Step } from '../support/record-acts.ts';

const TYPED = {
  ...IDEA,
  ...{ title: 'Find the <bladder> scanner', leadName: 'Nia', leadJob: 'Nurse', answerBy: '2026-07-31' },
  open: 'yes',
};
const key = hex('form').slice(0, 32);
const CLOSED: readonly Step[] = IDEA_SHARED.map(([who, command, input]) => [
  who,
  command,
  command === 'state-idea' ? { ...input, open: false } : input,
]);
const PAGES = ['', '/change', '/sheet.json', '/sheet.pdf'];
/** Every act that a form of the page offers, each once. */
const acts = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/<(?:input|button)[^>]*\bname="do"[^>]*>/g)].map(
      ([field]) => /\bvalue="([\w-]+)"/.exec(field)?.[1] ?? '',
    ),
  ),
];
const bytesOf = ({ status, text }: { status: number; text: string }): string =>
  `${status} ${text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'REQUEST')}`;
const idOf = async (world: HttpWorld): Promise<string> =>
  (await listIdeas(world, await accountOf(world, 'nia')))[0]?.idea ?? '';

const sendAll = async (browser: Browser, form: object = {}) => {
  const typed = { ...TYPED, requestKey: key, ...form };
  const second = await browser.post('/ideas/new', { ...typed, do: 'check' });
  const third = await browser.post('/ideas/new', { ...typed, do: 'send' });
  return { second, third };
};

describe('an idea on its pages', () => {
  it('takes three screens to its sheet, carries what was typed, and keeps nothing before it is sent', () =>
    withHttp([], async (world) => {
      const browser = await world.signedIn('nia');
      expect((await browser.get('/ideas/new')).text).to.include('What is the smallest next step?');
      const second = await browser.post('/ideas/new', { ...TYPED, do: 'check', requestKey: key });
      expect(second.text).to.include('Before you send: none alike');
      for (const typed of Object.values(TYPED))
        expect(second.text).to.include(`value="${typed.replace('<', '&lt;').replace('>', '&gt;')}"`);
      expect(second.text).to.include(`value="${key}"`);
      expect(await world.store.ledgers.loadHeads()).to.deep.equal([]);
      const { third } = await sendAll(browser);
      expect(third.headers['location']).to.match(/^\/ideas\/[0-9a-f]{32}$/);
      const page = await browser.get(third.headers['location'] ?? '');
      expect(page.text).to.include('/sheet.pdf').and.include('Link to share');
      await sendAll(browser);
      expect(await world.store.ledgers.loadHeads(), 'sent twice').to.have.lengthOf(1);
    }));

  it('says on the first screen what is missing, beside its field, and gives the words back to change', () =>
    withHttp([], async (world) => {
      const browser = await world.signedIn('nia');
      const refused = await browser.post('/ideas/new', { ...TYPED, problem: '', do: 'check' });
      expect(refused.status).to.equal(422);
      expect(refused.text).to.include('href="#problem"').and.include(TYPED.smallestStep);
      const change = await browser.post('/ideas/new', { ...TYPED, do: ['send', 'change'] });
      expect(change.text).to.include(TYPED.smallestStep).and.include('Continue');
      expect(await world.store.ledgers.loadHeads()).to.deep.equal([]);
    }));

  it('shows what is alike before it is sent, to whoever may read that', () =>
    withHttp(IDEA_SHARED, async (world) => {
      const { second } = await sendAll(await world.signedIn('nia'), {
        problem: 'The bladder scanner is lost.',
      });
      expect(second.text)
        .to.include('Before you send: 1 alike')
        .and.include('1 team already said that they have it, too.');
      expect(second.text).to.include(`/ideas/${DECISION}#add`);
    }));

  it('is read by every colleague without names, and its forms are for those on it', () =>
    withHttp(IDEA_SHARED, async (world) => {
      const reader = await (await world.signedIn('stranger')).get(`/ideas/${DECISION}`);
      const lead = await (await world.signedIn('lead')).get(`/ideas/${DECISION}`);
      const asked = await (await world.signedIn('abel')).get(`/ideas/${DECISION}`);
      expect(reader.text).to.include('On Monday we walked 11 times.').and.include('1 team says');
      for (const name of ['planted-added-by', 'Ward 9']) {
        expect(reader.text).not.to.include(name);
        expect(lead.text, 'positive control').to.include(name);
      }
      expect(acts(reader.text)).to.deep.equal(['add-to-idea']);
      expect(acts(lead.text)).to.deep.equal(['add-to-idea', 'answer-idea', 'make-decision']);
      expect(acts(asked.text)).to.deep.equal(['add-to-idea', 'answer-idea']);
      const answered = await (await world.signedIn('stranger')).get(`/ideas/${DECISION}`);
      expect(answered.text).not.to.include('Take it up again');
    }));

  it('leaves no form but one when it is answered', () =>
    withHttp(IDEA_ANSWERED, async (world) => {
      const page = await (await world.signedIn('lead')).get(`/ideas/${DECISION}`);
      expect(acts(page.text)).to.deep.equal(['reopen-idea']);
      expect(page.text).to.include('Yes: two tags from Monday.').and.include('From Abel Stone');
    }));

  it('that is closed answers a stranger on every page and call as one that does not exist', () =>
    withHttp(CLOSED, async (world) => {
      const [browser, api] = [await world.signedIn('stranger'), await world.api('stranger')];
      await browser.get('/receipt');
      for (const page of PAGES) {
        const foreign = await browser.get(`/ideas/${DECISION}${page}`);
        expect(foreign.status, page).to.equal(404);
        expect(bytesOf(foreign)).to.equal(bytesOf(await browser.get(`/ideas/${'f'.repeat(32)}${page}`)));
      }
      for (const command of ['add-to-idea', 'answer-idea', 'make-decision', 'make-option', 'reopen-idea'])
        expect((await browser.post(`/ideas/${DECISION}`, { do: command })).status).to.equal(404);
      for (const path of ['', '/sheet.pdf'])
        expect((await api.get(`/api/ideas/${DECISION}${path}`)).status).to.equal(404);
      expect((await api.get('/api/ideas')).body).to.deep.equal({ ideas: [] });
      expect((await browser.get('/ideas')).text).not.to.include('bladder');
      expect((await (await world.signedIn('lead')).get('/ideas')).text).to.include('bladder');
    }));

  it('is changed by its author alone', () =>
    withHttp(IDEA_SHARED, async (world) => {
      const changed = { ...TYPED, do: 'state-idea', problem: 'It is never where it was.' };
      for (const who of ['stranger', 'abel'])
        expect(
          (await (await world.signedIn(who)).post(`/ideas/${DECISION}/change`, changed)).status,
        ).to.equal(403);
      const lead = await world.signedIn('lead');
      expect((await lead.post(`/ideas/${DECISION}/change`, changed)).headers['location']).to.equal(
        `/ideas/${DECISION}`,
      );
      expect((await lead.get(`/ideas/${DECISION}`)).text).to.include(changed.problem);
    }));

  it('is where a decision page of it leads, and becomes a decision whose need starts with its words', () =>
    withHttp([], async (world) => {
      const account = await ensureAccount(world, { email: 'nia@example.org', name: 'nia', role: 'lead' });
      const browser = await world.signedIn(account);
      await sendAll(browser);
      const idea = await idOf(world);
      for (const page of ['', '/marks', '/report', '/rubric'])
        expect((await browser.get(`/decisions/${idea}${page}`)).status, page).to.equal(303);
      const made = await browser.post(`/ideas/${idea}`, {
        ...{ do: 'make-decision', door: 'full', leadJob: 'Nurse', decisionReply: 'It became a decision.' },
      });
      const need = await browser.get(made.headers['location'] ?? '');
      expect(need.text).to.include(IDEA.problem).and.include(IDEA.whoHasIt);
      expect((await browser.get(`/ideas/${idea}`)).text)
        .to.include('still under way')
        .and.include('/decisions/');
    }));

  it('is added to by its link without an account, in words of its own', () =>
    withHttp(IDEA_SHARED, async (world) => {
      const { code } = await createCampaign(world, DECISION, '2026-07-20');
      const browser = world.session();
      await browser.post('/join', { secret: code });
      await browser.post('/join/first', { hasSupplierLink: 'no' });
      const page = await browser.get('/join/say');
      expect(page.text).to.include('Do you have this, too?').and.include(IDEA.smallestStep);
      expect(page.text).not.to.include('rubric');
      const said = { kind: 'same-here', text: '', name: 'Nia', role: 'Nurse', team: 'Ward 12' };
      const sent = await browser.post('/join/say', { ...said, requestKey: key });
      const receipt = /([0-9A-Z]{4}-){5}[0-9A-Z]{4}/.exec(sent.text)?.[0] ?? '';
      expect((await browser.post('/receipt', { code: receipt })).text)
        .to.include('We have this, too.')
        .and.include('An answer to this idea is asked for by 30 June 2026.');
    }));

  it('is answered by the person asked, who comes by a personal link and finds it there', () =>
    withHttp([], async (world) => {
      const nia = await world.signedIn('nia');
      await sendAll(nia);
      const idea = await idOf(world);
      const people = await nia.get(`/decisions/${idea}/people`);
      expect(people.text)
        .to.include('The person asked: can answer it')
        .and.not.include('Panel: marks, blind');
      const named = await nia.post(`/decisions/${idea}/people`, {
        ...{ do: 'invite-person', name: 'Sana Iqbal', job: 'Head of equipment', roles: 'approver' },
        ...{ email: 'sana@example.org', requestKey: hex('invite').slice(0, 32) },
      });
      const secret = /\/join#([\w-]{16,})/.exec(named.text)?.[1] ?? '';
      const sana = world.session();
      const joined = await sana.post('/join', { secret });
      expect(joined.headers['location']).to.equal(`/decisions/${idea}`);
      expect((await sana.get(`/decisions/${idea}`)).headers['location']).to.equal(`/ideas/${idea}`);
      expect((await sana.get('/')).text).to.include('Answer an idea');
      const late = { do: 'answer-idea', fate: 'not-now', reply: 'After the move.' };
      const refused = await sana.post(`/ideas/${idea}`, late);
      expect(refused.status).to.equal(422);
      expect(refused.text).to.include('href="#lookAgainOn"').and.include('After the move.');
      await sana.post(`/ideas/${idea}`, { ...late, lookAgainOn: '2027-01-10' });
      expect((await nia.get(`/ideas/${idea}`)).text)
        .to.include('Not now, to be looked at again on 10 January 2027.')
        .and.include('From Sana Iqbal');
      expect((await nia.get('/')).text).to.include('Answered lately');
    }));
});
