import { expect } from 'chai';
import { openMongoStore } from '../../../src/adapters/mongo/mongo-store.ts';
import type { Store } from '../../../src/usecases/ports.ts';
import { newMongoPlace } from '../../support/mongo-place.ts';
import type { StandIn } from '../../support/mongo-stand-in/stand-in.ts';
import { startStandIn } from '../../support/mongo-stand-in/stand-in.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { buildRecord, buildStored } from '../../support/stored-entries.ts';

const NOW = '2026-11-22T09:30:00.000Z';
const WRITES = ['insert', 'update', 'delete', 'createIndexes'];
const READS = ['find', 'aggregate'];

const useEverything = async ({ ledgers, records, ping }: Store): Promise<void> => {
  await ping();
  await ledgers.append(buildStored('d', 1), 'k1');
  await ledgers.append(buildStored('d', 1), 'k1');
  await ledgers.load('d', 0);
  await ledgers.loadHead('d');
  await ledgers.loadHeads();
  await ledgers.hasHash(1, 'ab');
  await ledgers.eraseOpening('d', 1, 'title');
  await ledgers.importStream([buildStored('e', 1), buildStored('e', 2)]);
  await records.put(buildRecord('r'), 0, NOW);
  await records.put(buildRecord('r'), 1, NOW);
  await records.overwrite(buildRecord('r'));
  await records.get('invitation', 'r', NOW);
  await records.list('invitation', NOW);
  await records.listByOwner('invitation', 'd1', NOW);
  await records.remove('invitation', 'r');
  await records.removeByOwner('invitation', 'd1');
  await records.sweep(NOW);
};

describe('the MongoDB store', () => {
  let standIn: StandIn;
  beforeEach(async () => {
    standIn = await startStandIn();
  });
  afterEach(() => standIn.stop());

  const seenOf = (names: readonly string[]) =>
    standIn.seen.filter((command) => names.includes(Object.keys(command)[0] ?? ''));

  it('waits for a majority and its journal at every write, whatever the address asks for', async () => {
    const store = await openMongoStore({
      uri: `${standIn.uri}db?w=1&journal=false&readPreference=secondary`,
    });
    await useEverything(store);
    await store.close();
    expect(seenOf(WRITES)).to.have.length.above(10);
    for (const command of seenOf(WRITES)) {
      expect(command['writeConcern'], JSON.stringify(command)).to.deep.equal({ w: 'majority', j: true });
    }
  });

  it('reads from the primary, and only what a majority holds', async () => {
    const store = await openMongoStore({
      uri: `${standIn.uri}db?readConcernLevel=local&readPreference=secondary`,
    });
    await useEverything(store);
    await store.close();
    expect(seenOf(READS)).to.have.length.above(10);
    for (const command of seenOf(READS)) {
      expect(command['readConcern'], JSON.stringify(command)).to.deep.equal({ level: 'majority' });
      expect(command['$readPreference'] ?? { mode: 'primary' }).to.deep.equal({ mode: 'primary' });
    }
  });

  it('appends an act with one insert of one document, openings and all', async () => {
    const store = await openMongoStore({ uri: `${standIn.uri}db` });
    const before = seenOf(WRITES).length;
    await store.ledgers.append(buildStored('d', 1, { title: 'a', note: 'b' }), 'k');
    await store.close();
    const [write, ...more] = seenOf(WRITES).slice(before);
    expect(more).to.deep.equal([]);
    const [document, ...others] = write?.['documents'] as { openings: { section: string }[] }[];
    expect(others).to.deep.equal([]);
    expect(document?.openings.map(({ section }) => section)).to.deep.equal(['title', 'note']);
  });

  it('keeps no clock, counter or version of the driver beside what it was given', async () => {
    const store = await openMongoStore({ uri: `${standIn.uri}db` });
    await useEverything(store);
    await store.close();
    const written = seenOf(['insert']).flatMap(
      (command) => command['documents'] as Record<string, unknown>[],
    );
    expect(written).to.have.length.above(3);
    for (const document of written) {
      expect(document['_id'], 'an identifier of text').to.be.a('string');
      expect(document).not.to.have.any.keys('__v', 'createdAt', 'updatedAt');
    }
  });

  it('uses the database called counterweight when the address names none', async () => {
    const named = await openMongoStore({ uri: `${standIn.uri}mine?appName=x` });
    const unnamed = await openMongoStore({ uri: `${standIn.uri}?appName=x` });
    const host = standIn.uri.slice('mongodb://'.length, -1);
    expect(named.description).to.equal(`MongoDB at ${host} (database mine)`);
    expect(unnamed.description).to.equal(`MongoDB at ${host} (database counterweight)`);
    await named.close();
    await unnamed.close();
  });

  it('never repeats a user or a password, whatever goes wrong', async () => {
    const secret = 'horse-battery';
    const host = standIn.uri.slice('mongodb://'.length);
    const attempts: readonly (readonly [string, 'store-unavailable' | 'settings-invalid'])[] = [
      [`mongodb://sam:${secret}@${host}`, 'store-unavailable'],
      [`mongodb://sam:${secret}@127.0.0.1:9/`, 'store-unavailable'],
      [`mongodb://sam:${secret}@host:notaport/`, 'settings-invalid'],
      [`mongodb://sam:${secret}@${host}?nonsense=1`, 'settings-invalid'],
      [`mongodb://sam:${secret}@${host}?tls=true&tlsCAFile=/no/such/file.pem`, 'settings-invalid'],
      [`http://sam:${secret}@${host}`, 'settings-invalid'],
    ];
    for (const [uri, code] of attempts) {
      const refusal = await expectRefusal(openMongoStore({ uri, answerWithinMs: 1_000 }), code);
      const everything = `${refusal.stack} ${JSON.stringify(refusal)} ${refusal.detail}`;
      expect(everything, uri).not.to.include(secret).and.not.to.include('sam');
    }
  });

  it('says so when an entry is larger than MongoDB can hold', async () => {
    const place = await newMongoPlace(standIn.uri);
    const store = await place.open();
    const large = buildStored('d', 1, { text: 'x'.repeat(17_000_000) });
    await expectRefusal(store.ledgers.append(large, 'k'), 'too-large');
    expect(await store.ledgers.load('d', 0)).to.deep.equal([]);
    await store.close();
    await place.remove();
  });
});
