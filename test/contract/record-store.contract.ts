import { expect } from 'chai';
import { expectRefusal } from '../support/refusal.ts';
import { buildRecord } from '../support/stored-entries.ts';
import { withStore } from './engine.ts';
import type { Engine } from './engine.ts';
import { assertOneChangeWins, assertOneRemovalWins } from './races.ts';

const NOW = '2026-11-22T09:30:00.000Z';
const LATER = '2026-11-22T09:30:00.001Z';

export const recordStoreContract = (engine: Engine): void => {
  describe(`records in the ${engine.name} store`, () => {
    it('give back a record with every kind of value', () =>
      withStore(engine, async ({ records }) => {
        const value = JSON.parse(
          '{"__proto__": 1, "a.b": {"$x": "\\ud83e\\uddea \\ud800"}, "n": [9007199254740991, null]}',
        ) as object;
        const record = buildRecord('id.with $', { owner: 'o/1', value: value as never, expiresAt: LATER });
        expect(await records.put(record, 0, NOW)).to.equal(true);
        const kept = await records.get('invitation', 'id.with $', NOW);
        expect(kept).to.deep.equal({ ...record, version: 1 });
        expect(JSON.stringify(kept?.value)).to.equal(JSON.stringify(value));
        expect(await records.get('session', 'id.with $', NOW), 'another kind').to.equal(undefined);
      }));

    it('take a change only from somebody who saw the present version', () =>
      withStore(engine, async ({ records }) => {
        expect(await records.put(buildRecord('r'), 1, NOW), 'a change of nothing').to.equal(false);
        expect(await records.put(buildRecord('r', { value: 1 }), 0, NOW)).to.equal(true);
        expect(await records.put(buildRecord('r', { value: 2 }), 0, NOW), 'made twice').to.equal(false);
        expect(await records.put(buildRecord('r', { value: 3 }), 1, NOW)).to.equal(true);
        expect(await records.put(buildRecord('r', { value: 4 }), 1, NOW), 'stale').to.equal(false);
        expect(await records.get('invitation', 'r', NOW)).to.include({ version: 2, value: 3 });
      }));

    it('let exactly one of 20 concurrent changes through, across two openings', () =>
      withStore(engine, async (store, place) => {
        const other = await place.open();
        await assertOneChangeWins([store.records, other.records]);
        await other.close();
      }));

    it('let exactly one of 20 concurrent removals succeed, across two openings', () =>
      withStore(engine, async (store, place) => {
        const other = await place.open();
        await assertOneRemovalWins([store.records, other.records]);
        await other.close();
      }));

    it('let one of 20 concurrent makers of one record through', () =>
      withStore(engine, async ({ records }) => {
        const makers = Array.from({ length: 20 }, (_, value) =>
          records.put(buildRecord('new', { value }), 0, NOW),
        );
        expect((await Promise.all(makers)).filter(Boolean)).to.have.length(1);
      }));

    it('overwrite whatever was there, also from 20 callers at once', () =>
      withStore(engine, async ({ records }) => {
        const writers = Array.from({ length: 20 }, (_, value) =>
          records.overwrite(buildRecord('s', { value })),
        );
        await Promise.all(writers);
        expect((await records.get('invitation', 's', NOW))?.version).to.equal(20);
        await records.overwrite(buildRecord('s', { value: 'last', owner: 'other', expiresAt: LATER }));
        expect(await records.get('invitation', 's', NOW)).to.deep.equal({
          ...buildRecord('s', { value: 'last', owner: 'other', expiresAt: LATER }),
          version: 21,
        });
      }));

    it('hide an expired record from every reader before anything has swept it', () =>
      withStore(engine, async ({ records }) => {
        await records.put(buildRecord('short', { expiresAt: NOW }), 0, NOW);
        await records.put(buildRecord('for good'), 0, NOW);
        expect(await records.get('invitation', 'short', NOW), 'at its last instant').not.to.equal(undefined);
        expect(await records.get('invitation', 'short', LATER)).to.equal(undefined);
        expect(await records.list('invitation', LATER)).to.have.length(1);
        expect(await records.listByOwner('invitation', 'd1', LATER)).to.have.length(1);
        expect(await records.put(buildRecord('short'), 1, LATER), 'a change of an expired one').to.equal(
          false,
        );
        expect(await records.put(buildRecord('short', { value: 'anew' }), 0, LATER), 'made anew').to.equal(
          true,
        );
        expect(await records.get('invitation', 'short', LATER)).to.include({ version: 1, value: 'anew' });
      }));

    it('sweep what has expired and nothing else', () =>
      withStore(engine, async ({ records }, place) => {
        await records.put(buildRecord('old', { expiresAt: NOW, value: 'swept-words' }), 0, NOW);
        await records.put(buildRecord('young', { expiresAt: LATER }), 0, NOW);
        await records.put(buildRecord('for good'), 0, NOW);
        await records.sweep(LATER);
        expect((await records.list('invitation', NOW)).map(({ id }) => id)).to.deep.equal([
          'for good',
          'young',
        ]);
        expect(await place.dump()).not.to.include('swept-words');
      }));

    it('list by owner and by kind, ordered by id', () =>
      withStore(engine, async ({ records }) => {
        for (const id of ['b', 'a', '10', '9']) await records.put(buildRecord(id), 0, NOW);
        await records.put(buildRecord('z', { owner: 'd2' }), 0, NOW);
        await records.put(buildRecord('y', { kind: 'draft' }), 0, NOW);
        const ids = async (list: ReturnType<typeof records.list>) => (await list).map(({ id }) => id);
        expect(await ids(records.listByOwner('invitation', 'd1', NOW))).to.deep.equal(['10', '9', 'a', 'b']);
        expect(await ids(records.list('invitation', NOW))).to.deep.equal(['10', '9', 'a', 'b', 'z']);
        expect(await ids(records.listByOwner('invitation', 'nobody', NOW))).to.deep.equal([]);
      }));

    it('remove by owner, words and all, and leave the others', () =>
      withStore(engine, async ({ records }, place) => {
        await records.put(buildRecord('a', { value: 'contact-words' }), 0, NOW);
        await records.put(buildRecord('b', { value: 'contact-words' }), 0, NOW);
        await records.put(buildRecord('c', { owner: 'd2' }), 0, NOW);
        await records.put(buildRecord('a', { kind: 'draft' }), 0, NOW);
        await records.removeByOwner('invitation', 'd1');
        expect((await records.list('invitation', NOW)).map(({ id }) => id)).to.deep.equal(['c']);
        expect(await records.list('draft', NOW)).to.have.length(1);
        expect(await place.dump()).not.to.include('contact-words');
      }));

    it('treat an id as text, never as a query', () =>
      withStore(engine, async ({ records }) => {
        await records.put(buildRecord('secret'), 0, NOW);
        const query = { $ne: null } as unknown as string;
        expect(await records.get('invitation', query, NOW).catch(() => undefined)).to.equal(undefined);
        expect(await records.remove('invitation', query).catch(() => false)).to.equal(false);
        expect(await records.get('invitation', `' OR 1=1 --`, NOW)).to.equal(undefined);
        expect(await records.list('invitation', NOW)).to.have.length(1);
        await expectRefusal(records.put(buildRecord('nul\u0000'), 0, NOW), 'invalid-input');
      }));
  });
};
