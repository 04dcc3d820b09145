import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { mongo } from 'mongoose';
import { openMongoStore } from '../../../src/adapters/mongo/mongo-store.ts';
import type { Store } from '../../../src/usecases/ports.ts';
import type { StandIn } from '../../support/mongo-stand-in/stand-in.ts';
import { startStandIn } from '../../support/mongo-stand-in/stand-in.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { buildRecord, buildStored, buildStream } from '../../support/stored-entries.ts';

const NOW = '2026-11-22T09:30:00.000Z';
const REFUSED = { code: 112, codeName: 'WriteConflict' };

describe('an import or a restore into MongoDB that is cut off', () => {
  let standIn: StandIn;
  let store: Store;
  let folder: string;
  const open = (database: string) =>
    openMongoStore({ uri: `${standIn.uri}${database}`, answerWithinMs: 1_500 });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'counterweight-load-'));
    standIn = await startStandIn();
    store = await open('db');
  });
  afterEach(async () => {
    await store.close();
    await standIn.stop();
    await rm(folder, { recursive: true });
  });

  /** As if the process had died after the first of three steps: the second insert and every clearing-up fail. */
  const cutOff = async (load: Promise<void>): Promise<void> => {
    await expectRefusal(load, 'store-unavailable');
    standIn.calm();
  };
  const arrangeCut = (): void => {
    standIn.arrange({ command: 'insert', after: 2, times: 99, what: REFUSED });
    standIn.arrange({ command: 'delete', times: 99, what: REFUSED });
  };
  const letLeaseRunOut = async (): Promise<void> => {
    const client = new mongo.MongoClient(standIn.uri);
    await client
      .db('db')
      .collection<{ _id: string }>('meta')
      .updateOne({ _id: 'load' }, { $set: { touchedAt: 0 } });
    await client.close();
  };
  const written = (): number => standIn.seen.filter((command) => command['insert'] === 'entries').length;

  it('leaves nothing behind when only a write fails', async () => {
    standIn.arrange({ command: 'insert', after: 2, times: 1, what: REFUSED });
    await expectRefusal(store.ledgers.importStream(buildStream('d', 1_200)), 'store-unavailable');
    expect(await store.ledgers.loadHeads()).to.deep.equal([]);
    await store.ledgers.importStream(buildStream('d', 1_200));
    expect(await store.ledgers.load('d', 0)).to.deep.equal(buildStream('d', 1_200));
  });

  it('shows no reader a part of an imported decision, and lets nobody write into it', async () => {
    arrangeCut();
    await cutOff(store.ledgers.importStream(buildStream('d', 1_200)));
    expect(written(), 'inserts that were tried').to.equal(2);
    expect(await store.ledgers.load('d', 0)).to.deep.equal([]);
    expect(await store.ledgers.load('d', 900)).to.deep.equal([]);
    expect(await store.ledgers.loadHead('d')).to.equal(undefined);
    expect(await store.ledgers.loadHeads()).to.deep.equal([]);
    expect(await store.ledgers.append(buildStored('d', 1), 'k')).to.deep.equal({ outcome: 'conflict' });
    await store.backup(join(folder, 'backup'));
    const copy = await open('copy');
    await copy.restore(join(folder, 'backup'));
    expect(await copy.ledgers.loadHeads()).to.deep.equal([]);
    await copy.close();
  });

  it('can be done again once it is certain that nobody is still at it', async () => {
    arrangeCut();
    await cutOff(store.ledgers.importStream(buildStream('d', 1_200)));
    await expectRefusal(store.ledgers.importStream(buildStream('d', 3)), 'conflict');
    await letLeaseRunOut();
    await store.ledgers.importStream(buildStream('d', 3));
    expect(await store.ledgers.load('d', 0)).to.deep.equal(buildStream('d', 3));
    expect((await store.ledgers.append(buildStored('d', 4), 'k')).outcome).to.equal('appended');
  });

  it('keeps an import that had finished, although its marker was left', async () => {
    standIn.arrange({ command: 'delete', times: 1, what: REFUSED });
    await cutOff(store.ledgers.importStream(buildStream('done', 3)));
    await store.ledgers.append(buildStored('done', 4), 'k');
    await letLeaseRunOut();
    await store.ledgers.importStream(buildStream('other', 2));
    expect(await store.ledgers.load('done', 0)).to.deep.equal(buildStream('done', 4));
  });

  it('keeps a half-restored store shut until the restore has been done again', async () => {
    const source = await open('source');
    await source.ledgers.importStream(buildStream('d', 1_200));
    await source.records.put(buildRecord('r'), 0, NOW);
    await source.backup(join(folder, 'backup'));
    await source.close();
    arrangeCut();
    await cutOff(store.restore(join(folder, 'backup')));
    const again = await open('db');
    await expectRefusal(again.ping(), 'store-unavailable');
    await expectRefusal(again.ledgers.load('d', 0), 'store-unavailable');
    await expectRefusal(again.restore(join(folder, 'backup')), 'conflict');
    await letLeaseRunOut();
    await again.restore(join(folder, 'backup'));
    await again.ping();
    expect(await again.ledgers.load('d', 0)).to.deep.equal(buildStream('d', 1_200));
    expect(await again.records.list('invitation', NOW)).to.have.length(1);
    await again.close();
  });
});
