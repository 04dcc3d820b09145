import { expect } from 'chai';
import { withHttp } from '../support/http-world.ts';
import type { ApiClient } from '../support/http-world.ts';
import { IDEA_SHARED } from '../support/idea-states.ts';
import { PHASES, READERS } from '../support/planted-decision.ts';
import type { Phase } from '../support/planted-decision.ts';
import { expectedFor, foundIn, PLANTED } from '../support/planted-words.ts';
import { DECISION } from '../support/record-acts.ts';
import type { Step } from '../support/record-acts.ts';

type Hit = {
  readonly kind: string;
  readonly id: string;
  readonly title: readonly { readonly text: string }[];
  readonly excerpt: readonly { readonly text: string; readonly isMatch: boolean }[];
};

const find = async (api: ApiClient, words: string): Promise<readonly Hit[]> => {
  const answer = await api.get(`/api/search?q=${encodeURIComponent(words)}`);
  expect(answer.status).to.equal(200);
  return (answer.body as { hits: readonly Hit[] }).hits;
};
const wordsIn = (hits: readonly Hit[]): string =>
  hits.map(({ title, excerpt }) => [...title, ...excerpt].map(({ text }) => text).join('')).join('\n');

/** Names of things that stand for themselves; the others are numbers, which no search looks through. */
const NAMED = PLANTED.map(({ name }) => name).filter((name) => name.startsWith('planted-'));

const SEARCHED = /^planted-(title|summary|supplier)-/;

const closed: readonly Step[] = IDEA_SHARED.map(([who, command, input]) => [
  who,
  command,
  command === 'state-idea' ? { ...input, open: false } : input,
]);

describe('the search', function () {
  this.timeout(60_000);

  for (const phase of ['drafts', 'some', 'decided'] as const satisfies readonly Phase[]) {
    it(`finds for nobody what they may not see (${phase})`, () =>
      withHttp(PHASES[phase], async (world) => {
        for (const reader of READERS) {
          const api = await world.api(reader);
          const mayKnow = expectedFor(reader, phase);
          for (const name of NAMED.filter((one) => !mayKnow.includes(one))) {
            const hits = await find(api, name);
            expect(foundIn(wordsIn(hits)), `${reader} looks for ${name}`).not.to.include(name);
            // Of what is searched at all, not even that it is there.
            if (SEARCHED.test(name)) expect(hits, `${reader} looks for ${name}`).to.deep.equal([]);
          }
          const shown = foundIn(wordsIn(await find(api, 'planted')));
          expect(
            shown.filter((one) => !mayKnow.includes(one)),
            reader,
          ).to.deep.equal([]);
        }
      }));
  }

  it('finds the same words for those who may see them (positive control)', () =>
    withHttp(PHASES.drafts, async (world) => {
      for (const [reader, expected] of [
        ['lead', 1],
        ['paul', 1],
        ['una', 0],
        ['stranger', 0],
      ] as const) {
        const api = await world.api(reader);
        for (const name of ['planted-title-1', 'planted-supplier-2', 'planted-summary-1'])
          expect(
            (await find(api, name)).map(({ id }) => id),
            `${reader} ${name}`,
          ).to.have.lengthOf(expected);
      }
    }));

  it('finds ideas that are open, and closed ones for those on them, never by who added to them', () =>
    withHttp(IDEA_SHARED, async (world) => {
      const api = await world.api('stranger');
      const [hit] = await find(api, 'SCANNERS tagged');
      expect(hit).to.include({ kind: 'idea', id: DECISION });
      expect(hit?.excerpt.filter(({ isMatch }) => isMatch).map(({ text }) => text)).not.to.deep.equal([]);
      expect(await find(api, 'walked 11 times'), 'what was added').to.have.lengthOf(1);
      for (const name of ['planted-added-by', 'Ward 9']) expect(await find(api, name)).to.deep.equal([]);
      expect(await find(api, 'scanner xyzzy'), 'every word has to be there').to.deep.equal([]);
    }));

  it('does not tell a stranger that a closed idea is there', () =>
    withHttp(closed, async (world) => {
      expect(await find(await world.api('stranger'), 'scanner')).to.deep.equal([]);
      expect(await find(await world.api('lead'), 'scanner'), 'positive control').to.have.lengthOf(1);
    }));

  it('finds rubrics by title and purpose, and answers nothing to no words', () =>
    withHttp([], async (world) => {
      const api = await world.api('stranger');
      expect((await find(api, 'small purchase')).map(({ kind }) => kind)).to.include('rubric');
      for (const none of ['', ' ', '?!']) expect(await find(api, none)).to.deep.equal([]);
    }));

  it('has a page with a box, groups, marked words and an empty state, and a box in the header', () =>
    withHttp(IDEA_SHARED, async (world) => {
      const browser = await world.signedIn('stranger');
      const page = await browser.get('/search?q=bladder');
      expect(page.text)
        .to.include('1 result for “bladder”')
        .and.include('<mark class="cw-match">bladder</mark>');
      expect(page.text).to.include(`/ideas/${DECISION}`).and.include('value="bladder"');
      expect((await browser.get('/search?q=%3Cscript%3E')).text)
        .to.include('Nothing found')
        .and.not.include('<script>');
      expect((await browser.get('/ideas')).text).to.include('id="site-search"');
      expect((await world.session().get('/about')).text).not.to.include('site-search');
      expect((await world.session().get('/search')).status).to.equal(303);
    }));
});
