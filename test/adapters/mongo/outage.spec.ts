import { expect } from 'chai';
import { openMongoStore } from '../../../src/adapters/mongo/mongo-store.ts';
import type { Store } from '../../../src/usecases/ports.ts';
import type { StandIn } from '../../support/mongo-stand-in/stand-in.ts';
import { startStandIn } from '../../support/mongo-stand-in/stand-in.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { buildRecord, buildStored } from '../../support/stored-entries.ts';

const NOW = '2026-11-22T09:30:00.000Z';
const WRITE_CONFLICT = { code: 112, codeName: 'WriteConflict' };
const SHUTTING_DOWN = { code: 11600, codeName: 'InterruptedAtShutdown' };

describe('the MongoDB store when the network or the server fails', () => {
  let standIn: StandIn;
  let store: Store;
  beforeEach(async () => {
    standIn = await startStandIn();
    store = await openMongoStore({ uri: `${standIn.uri}db`, answerWithinMs: 1_500 });
    await store.ledgers.append(buildStored('d', 1), 'k1');
  });
  afterEach(async () => {
    await store.close();
    await standIn.stop();
  });

  const append = () => store.ledgers.append(buildStored('d', 2), 'k2');
  const seqs = async () => (await store.ledgers.load('d', 0)).map(({ entry }) => entry.seq);

  for (const what of ['drop-before', 'drop-after', SHUTTING_DOWN] as const) {
    const when = typeof what === 'string' ? `the connection is lost (${what})` : 'a primary steps down';
    it(`appends once when ${when} at the insert`, async () => {
      standIn.arrange({ command: 'insert', times: 1, what });
      expect(await append()).to.deep.equal({ outcome: 'appended' });
      expect(await seqs()).to.deep.equal([1, 2]);
    });

    it(`still reads when ${when} at a find`, async () => {
      standIn.arrange({ command: 'find', times: 1, what });
      expect(await seqs()).to.deep.equal([1]);
    });
  }

  it('says that nothing was confirmed when the answer is lost for good, and a repeat of the request finds the entry', async () => {
    standIn.arrange({ command: 'insert', times: 2, what: 'drop-after' });
    await expectRefusal(append(), 'store-unavailable');
    expect(await append()).to.deep.equal({ outcome: 'repeated', first: buildStored('d', 2) });
    expect(await seqs()).to.deep.equal([1, 2]);
  });

  it('writes nothing and says so when the server refuses a write', async () => {
    standIn.arrange({ command: 'insert', times: 1, what: WRITE_CONFLICT });
    const { detail } = await expectRefusal(append(), 'store-unavailable');
    expect(detail).to.include('WriteConflict');
    expect(await seqs()).to.deep.equal([1]);
    expect(await append()).to.deep.equal({ outcome: 'appended' });
  });

  it('spends a one-time link once, although the answer to the removal was lost', async () => {
    await store.records.put(buildRecord('link'), 0, NOW);
    standIn.arrange({ command: 'delete', times: 1, what: 'drop-after' });
    expect(await store.records.remove('invitation', 'link')).to.equal(true);
    expect(await store.records.remove('invitation', 'link')).to.equal(false);
  });

  it('says that the store is not there once the server has gone', async () => {
    await standIn.stop();
    await expectRefusal(store.ping(), 'store-unavailable');
    await expectRefusal(append(), 'store-unavailable');
    await expectRefusal(store.records.get('invitation', 'x', NOW), 'store-unavailable');
  });
});
