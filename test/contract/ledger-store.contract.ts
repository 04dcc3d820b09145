import { expect } from 'chai';
import type { Json } from '../../src/core/errors.ts';
import { expectRefusal } from '../support/refusal.ts';
import { buildStored, buildStream } from '../support/stored-entries.ts';
import { withStore } from './engine.ts';
import type { Engine } from './engine.ts';
import { assertOneWriterWins, assertRequestActsOnce } from './races.ts';

/** Text and keys that some engine, driver or copy function treats specially. */
const AWKWARD: Readonly<Record<string, Json>> = {
  plain: 'a sentence with £, é and a \u2028 line separator',
  astral: '\u{1F9EA}\u{1D11E}',
  'nul and surrogate': 'before\u0000after \ud800',
  'key.with.dots': { 'a.b': { $set: 1, $where: 'x', '': 'empty key' } },
  $ne: null,
  constructor: { toString: 'own', hasOwnProperty: 'own' },
  numbers: [0, -1, 2_147_483_648, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
  nested: [[[[[[true, false, null, [], {}]]]]]],
  10: 'a key like a number',
  ...(JSON.parse('{"__proto__": {"__proto__": "own key"}}') as Record<string, Json>),
};

const appendAll = async (
  engineStore: Parameters<Parameters<typeof withStore>[1]>[0],
  decision: string,
  length: number,
) => {
  for (const stored of buildStream(decision, length)) {
    await engineStore.ledgers.append(stored, `request-${stored.entry.seq}`);
  }
};

export const ledgerStoreContract = (engine: Engine): void => {
  describe(`ledgers in the ${engine.name} store`, () => {
    it('give back every kind of value exactly as it went in', () =>
      withStore(engine, async ({ ledgers }, place) => {
        const stored = buildStored('awkward', 1, AWKWARD);
        expect(Object.keys(stored.openings)).to.include('__proto__');
        expect(await ledgers.append(stored, 'key')).to.deep.equal({ outcome: 'appended' });
        const [loaded] = await ledgers.load('awkward', 0);
        expect(loaded).to.deep.equal(stored);
        expect(JSON.stringify(loaded?.entry), 'the very text that was hashed').to.equal(
          JSON.stringify(stored.entry),
        );
        expect(({} as Record<string, unknown>)['own key']).to.equal(undefined);
        const again = await place.open();
        expect(await again.ledgers.load('awkward', 0)).to.deep.equal([stored]);
        await again.close();
      }));

    it('refuse a decision or request key that an engine could not tell from another', () =>
      withStore(engine, async ({ ledgers }) => {
        await expectRefusal(ledgers.append(buildStored('d\u0000x', 1), 'key'), 'invalid-input');
        await expectRefusal(ledgers.append(buildStored('d', 1), 'key\ud800'), 'invalid-input');
        expect(await ledgers.loadHeads()).to.deep.equal([]);
      }));

    it('let exactly one of 20 writers on one seq win, across two openings', () =>
      withStore(engine, async (store, place) => {
        const other = await place.open();
        await assertOneWriterWins([store.ledgers, other.ledgers]);
        await other.close();
      }));

    it('let a request act once, however often and however concurrently it comes', () =>
      withStore(engine, async (store, place) => {
        const other = await place.open();
        await assertRequestActsOnce([store.ledgers, other.ledgers]);
        await other.close();
      }));

    it('answer a repeated request with its first entry, whatever has been appended since', () =>
      withStore(engine, async (store) => {
        await appendAll(store, 'd', 3);
        const answer = await store.ledgers.append(buildStored('d', 4, { other: 'act' }), 'request-2');
        expect(answer).to.deep.equal({ outcome: 'repeated', first: buildStored('d', 2) });
        expect(await store.ledgers.load('d', 0)).to.deep.equal(buildStream('d', 3));
      }));

    it('keep request keys apart by decision', () =>
      withStore(engine, async ({ ledgers }) => {
        await ledgers.append(buildStored('d1', 1), 'same');
        expect((await ledgers.append(buildStored('d2', 1), 'same')).outcome).to.equal('appended');
      }));

    it('refuse a stale seq, a gap, and a first entry that is not the first', () =>
      withStore(engine, async (store) => {
        const { ledgers } = store;
        await appendAll(store, 'd', 2);
        for (const seq of [1, 2, 4, 5]) {
          expect(await ledgers.append(buildStored('d', seq), `new-${seq}`)).to.deep.equal({
            outcome: 'conflict',
          });
        }
        expect(await ledgers.append(buildStored('new', 2), 'k')).to.deep.equal({ outcome: 'conflict' });
        expect(await ledgers.load('d', 0)).to.deep.equal(buildStream('d', 2));
        expect(await ledgers.load('new', 0)).to.deep.equal([]);
      }));

    it('give a long stream back in order, whole or after a seq', () =>
      withStore(engine, async ({ ledgers }) => {
        const stream = buildStream('long', 1_200);
        await ledgers.importStream(stream);
        expect(await ledgers.load('long', 0)).to.deep.equal(stream);
        expect(await ledgers.load('long', 1_190)).to.deep.equal(stream.slice(1_190));
        expect(await ledgers.load('long', 1_200)).to.deep.equal([]);
        expect(await ledgers.loadHead('long')).to.deep.equal({
          decision: 'long',
          seq: 1_200,
          hash: stream[1_199]?.hash,
        });
      }));

    it('list one head a decision, by decision id', () =>
      withStore(engine, async (store) => {
        await appendAll(store, 'b', 2);
        await appendAll(store, 'a', 11);
        await appendAll(store, 'C', 1);
        const heads = await store.ledgers.loadHeads();
        expect(heads.map(({ decision, seq }) => [decision, seq])).to.deep.equal([
          ['C', 1],
          ['a', 11],
          ['b', 2],
        ]);
        expect(heads[1]).to.deep.equal(await store.ledgers.loadHead('a'));
        expect(await store.ledgers.loadHead('none')).to.equal(undefined);
      }));

    it('know a hash by its seq and its beginning', () =>
      withStore(engine, async (store) => {
        await appendAll(store, 'd', 2);
        const hash = buildStored('d', 2).hash;
        for (const length of [10, 64])
          expect(await store.ledgers.hasHash(2, hash.slice(0, length))).to.equal(true);
        expect(await store.ledgers.hasHash(1, hash), 'at another seq').to.equal(false);
        expect(await store.ledgers.hasHash(2, `${hash}0`), 'longer than it is').to.equal(false);
        expect(await store.ledgers.hasHash(2, hash.slice(1, 11)), 'its middle').to.equal(false);
      }));

    it('erase one opening and leave the entry, its commitments and its neighbours', () =>
      withStore(engine, async ({ ledgers }, place) => {
        const long = `unrepeatable-words-${'x'.repeat(20_000)}`;
        const secret = 'unrepeatable-words-short';
        const values = { 'a.b': secret, $gone: long, __proto__x: secret, kept: 'still here' };
        await ledgers.append(buildStored('d', 1, values), 'k1');
        await ledgers.append(buildStored('d', 2, { title: 'neighbour' }), 'k2');
        expect(await place.dump()).to.include('unrepeatable-words');
        for (const section of ['a.b', '$gone', '__proto__x']) await ledgers.eraseOpening('d', 1, section);
        await ledgers.eraseOpening('d', 1, 'never there');
        const [first, second] = await ledgers.load('d', 0);
        expect(first?.openings).to.deep.equal(buildStored('d', 1, { kept: 'still here' }).openings);
        expect(first?.entry).to.deep.equal(buildStored('d', 1, values).entry);
        expect(second).to.deep.equal(buildStored('d', 2, { title: 'neighbour' }));
        expect(await place.dump(), 'erased words').not.to.include('unrepeatable-words');
      }));

    it('import a whole stream once, and afterwards append to it', () =>
      withStore(engine, async ({ ledgers }) => {
        await ledgers.importStream(buildStream('moved', 3));
        expect(await ledgers.load('moved', 0)).to.deep.equal(buildStream('moved', 3));
        await expectRefusal(ledgers.importStream(buildStream('moved', 4)), 'already-done');
        expect((await ledgers.append(buildStored('moved', 4), 'k')).outcome).to.equal('appended');
        await expectRefusal(ledgers.importStream(buildStream('part', 3).slice(1)), 'invalid-input');
        await expectRefusal(ledgers.importStream([]), 'invalid-input');
        expect(await ledgers.load('part', 0)).to.deep.equal([]);
      }));

    it('keep nothing of a stream whose import fails half-way', () =>
      withStore(engine, async ({ ledgers }) => {
        const stream = buildStream('half', 5);
        const bad = [
          ...stream.slice(0, 3),
          buildStored('half', 4, { 'lone\ud800': 'x' }),
          ...stream.slice(4),
        ];
        await expectRefusal(ledgers.importStream(bad), 'invalid-input');
        expect(await ledgers.load('half', 0)).to.deep.equal([]);
        await ledgers.importStream(stream);
        expect(await ledgers.load('half', 0)).to.deep.equal(stream);
      }));

    it('still hold everything after closing and opening again', () =>
      withStore(engine, async (store, place) => {
        await appendAll(store, 'd', 3);
        await store.close();
        const again = await place.open();
        expect(await again.ledgers.load('d', 0)).to.deep.equal(buildStream('d', 3));
        expect((await again.ledgers.append(buildStored('d', 9), 'request-1')).outcome).to.equal('repeated');
        await again.close();
      }));
  });
};
