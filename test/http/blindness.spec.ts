import { expect } from 'chai';
import { createCampaign } from '../../src/usecases/campaign.ts';
import { removeDraft, saveDraft } from '../../src/usecases/mark-drafts.ts';
import { createDecisionLog } from '../../src/usecases/decision-log.ts';
import type { DecisionLog } from '../../src/usecases/decision-log.ts';
import { apiAddresses, decisionAddresses, plainAddresses, VALUES } from '../support/every-address.ts';
import { withHttp } from '../support/http-world.ts';
import type { ApiClient, Browser, HttpWorld } from '../support/http-world.ts';
import { OPTIONS, PHASES, READERS } from '../support/planted-decision.ts';
import type { Phase, Reader } from '../support/planted-decision.ts';
import { expectedFor, foundIn, PLANTED, SHAREABLE } from '../support/planted-words.ts';
import { DECISION, recordActs } from '../support/record-acts.ts';

const ORDER = Object.keys(PHASES) as readonly Phase[];
const whole = recordActs(PHASES.decided);

/** One reader of each role looks at every phase; the second of a role where the two may differ. */
const EXTRA: Readonly<Partial<Record<Reader, readonly Phase[]>>> = {
  ...{ paul: ['drafts', 'some', 'all'], una: ['drafts', 'decided'] },
};

/** Whoever reads, both as a browser and as a program. */
type Eyes = { readonly browser: Browser; readonly api: ApiClient };
type Seen = {
  readonly words: ReadonlySet<string>;
  readonly where: ReadonlyMap<string, string>;
  readonly pages: number;
};

const isShareable = (address: string): boolean => /shareable|\/report$/.test(address);

/** Reads everything there is and says which planted words were in it, and where first. */
const crawl = async (eyes: Eyes, values: typeof VALUES, addresses: readonly string[]): Promise<Seen> => {
  const where = new Map<string, string>();
  let pages = 0;
  for (const address of [...addresses, ...decisionAddresses(values), ...apiAddresses(values)]) {
    const answer = await (address.startsWith('/api/')
      ? eyes.api.get(address)
      : eyes.browser.get(address).redirects(0));
    expect(answer.status, `${address}: ${answer.text}`).to.be.lessThan(500);
    if (answer.status === 200) pages += 1;
    const text = `${JSON.stringify(answer.headers)} ${answer.text ?? ''}`;
    for (const word of foundIn(text)) if (!where.has(word)) where.set(word, address);
    if (isShareable(address))
      expect(
        foundIn(text).filter((word) => !SHAREABLE.includes(word)),
        `${address} may leave the room`,
      ).to.deep.equal([]);
  }
  return { words: new Set(where.keys()), where, pages };
};

const describeDifference = (seen: Seen, expected: readonly string[]): readonly string[] => [
  ...[...seen.words]
    .filter((word) => !expected.includes(word))
    .map((word) => `too early: ${word} at ${seen.where.get(word)}`),
  ...expected.filter((word) => !seen.words.has(word)).map((word) => `nowhere: ${word}`),
];

/** Appends what was recorded up to this phase, as another process would. */
const advanceTo = async ({ store }: HttpWorld, phase: Phase): Promise<void> => {
  const held = (await store.ledgers.loadHead(DECISION))?.seq ?? 0;
  for (const stored of whole.entries.slice(held, PHASES[phase].length)) {
    expect(await store.ledgers.append(stored, `recorded/${stored.entry.seq}`)).to.deep.equal({
      outcome: 'appended',
    });
  }
};

const author = { decision: DECISION, participant: 'pia' };
const plantDraft = (world: HttpWorld): Promise<void> =>
  saveDraft(
    world,
    author,
    'ease',
    Object.fromEntries(OPTIONS.map((id) => [id, { score: '12.321', reason: 'planted-draft' }])),
  );

const openEyes = async (world: HttpWorld, who: string): Promise<Eyes> => ({
  browser: await world.signedIn(who),
  api: await world.api(who),
});

/** A fold in which every part counts as one that anybody may see: what a bypassed question would let through. */
const blindToTypes = (world: { store: HttpWorld['store'] }): DecisionLog => {
  const log = createDecisionLog(world.store);
  return {
    ...log,
    load: async (decision) => {
      const loaded = await log.load(decision);
      if (!loaded) return undefined;
      const entries = loaded.entries.map((stored) => ({
        ...stored,
        entry: {
          ...stored.entry,
          sections: stored.entry.sections.map((section) => ({ ...section, type: 'text' })),
        },
      }));
      return { ...loaded, entries };
    },
  };
};

describe('blindness: every page, API answer, export and report', function () {
  this.timeout(120_000);

  it('shows each reader at each phase exactly the planted words that it may, each of them somewhere', () =>
    withHttp(PHASES.drafts, async (world) => {
      const eyes = new Map<Reader, Eyes>();
      for (const reader of READERS) eyes.set(reader, await openEyes(world, reader));
      const poster = await createCampaign(world, DECISION, '2026-07-03');
      const values = { ...VALUES, poster: poster.code };
      await plantDraft(world);
      let pages = 0;
      for (const phase of ORDER) {
        await advanceTo(world, phase);
        if (phase === 'all') await removeDraft(world, author, 'ease');
        for (const reader of READERS.filter((one) => !(EXTRA[one] && !EXTRA[one].includes(phase)))) {
          const extra = phase === 'decided' ? plainAddresses() : ['/'];
          const seen = await crawl(eyes.get(reader) as Eyes, values, extra);
          pages += seen.pages;
          expect(
            describeDifference(seen, expectedFor(reader, phase)),
            `${reader} when ${phase}`,
          ).to.deep.equal([]);
        }
      }
      expect(pages, 'pages that were really there').to.be.greaterThan(900);
      expect(
        world.logged.filter((line) => foundIn(line).length > 0),
        'in the log',
      ).to.deep.equal([]);
    }));

  it('shows nothing planted to a visitor, to somebody who is not on the decision, or to a contributor', () =>
    withHttp(PHASES.decided, async (world) => {
      const poster = await createCampaign(world, DECISION, '2026-07-03');
      const contributor = world.session();
      expect((await contributor.post('/join', { secret: poster.code })).headers['location']).to.equal(
        '/join/first',
      );
      const stranger = await openEyes(world, 'stranger');
      const nobody = {
        browser: world.session(),
        api: { ...stranger.api, get: (path: string) => stranger.api.get(path).unset('Authorization') },
      };
      for (const eyes of [stranger, nobody, { ...nobody, browser: contributor }]) {
        const seen = await crawl(eyes, VALUES, plainAddresses());
        expect([...seen.words]).to.deep.equal([]);
      }
    }));

  it('would be seen broken if the question who may see what were passed by', () =>
    withHttp(
      PHASES.some,
      async (world) => {
        await plantDraft(world);
        for (const reader of ['paul', 'una'] as const) {
          const eyes = await openEyes(world, reader);
          const found = new Set<string>();
          for (const address of [
            `/api/decisions/${DECISION}`,
            `/api/decisions/${DECISION}/export?edition=internal`,
          ])
            for (const word of foundIn((await eyes.api.get(address)).text)) found.add(word);
          const leaked = [...found].filter((word) => !expectedFor(reader, 'some').includes(word));
          expect(leaked).to.include.members([
            '71.123',
            'planted-reason-pia-fit-0',
            'planted-line-0',
            'money',
            'planted-interest',
          ]);
          await crawl(eyes, VALUES, []).then(
            () => expect.fail('the shareable edition was not missed'),
            (error: Error) => expect(error.message).to.match(/may leave the room/),
          );
        }
      },
      { log: blindToTypes },
    ));

  it('plants no two things that could be taken for one another', () => {
    const within = PLANTED.flatMap((one) =>
      PLANTED.filter(
        (other) =>
          other !== one && other.forms.some((long) => one.forms.some((short) => long.includes(short))),
      ),
    );
    expect(within).to.deep.equal([]);
    expect(PLANTED.length).to.be.greaterThan(60);
  });
});
