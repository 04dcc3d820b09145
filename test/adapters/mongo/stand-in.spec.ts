import { expect } from 'chai';
import { mongo } from 'mongoose';
import type { StandIn } from '../../support/mongo-stand-in/stand-in.ts';
import { startStandIn } from '../../support/mongo-stand-in/stand-in.ts';

type Item = { readonly _id: string; readonly n: number };

describe('the stand-in for a MongoDB server', () => {
  let standIn: StandIn;
  let client: mongo.MongoClient;
  before(async () => {
    standIn = await startStandIn();
    client = new mongo.MongoClient(standIn.uri, { serverSelectionTimeoutMS: 2_000 });
  });
  after(async () => {
    await client.close();
    await standIn.stop();
  });

  const items = () => client.db('db').collection<Item>('items');
  const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'accepted',
      (fault: unknown) => (fault instanceof mongo.MongoServerError ? fault.code : fault),
    );

  it('refuses every command, option and operator that the adapter does not use', async () => {
    const refused: Readonly<Record<string, () => Promise<unknown>>> = {
      command: () => client.db('db').command({ collStats: 'items' }),
      'command that every object has': () => client.db('db').command({ toString: 1 }),
      distinct: () => items().distinct('n'),
      findAndModify: () => items().findOneAndUpdate({ n: 1 }, { $set: { n: 2 } }),
      option: () => items().find({}, { hint: '_id_' }).toArray(),
      'filter operator': () =>
        items()
          .find({ n: { $in: [1] } })
          .toArray(),
      'filter with a part for itself': () =>
        items()
          .find({ $or: [{ n: 1 }] })
          .toArray(),
      'filter of a whole object': () =>
        items()
          .find({ n: { a: 1 } })
          .toArray(),
      'update operator': () => items().updateOne({ n: 1 }, { $push: { list: 1 } as never }),
      'path in an update': () => items().updateOne({ n: 1 }, { $set: { 'a.b': 1 } as never }),
      'many updates': () => items().updateMany({ n: 1 }, { $set: { n: 2 } }),
      'pipeline stage': () =>
        items()
          .aggregate([{ $lookup: { from: 'x', as: 'y' } }])
          .toArray(),
      accumulator: () =>
        items()
          .aggregate([{ $group: { _id: '$n', all: { $sum: 1 } } }])
          .toArray(),
      'index option': () => items().createIndex({ n: 1 }, { sparse: true }),
      transaction: () =>
        client.withSession(async (session) => {
          session.startTransaction();
          await items().insertOne({ _id: 'in-transaction', n: 1 }, { session });
        }),
    };
    for (const [what, work] of Object.entries(refused)) expect(await codeOf(work()), what).to.equal(115);
  });

  it('words a duplicate key as MongoDB does', async () => {
    const entries = client.db('app').collection<Item & { readonly stream: string }>('events');
    await entries.createIndex({ stream: 1, n: 1 }, { unique: true });
    await entries.insertOne({ _id: 'one', stream: 'a', n: 1 });
    const fault: unknown = await entries
      .insertOne({ _id: 'two', stream: 'a', n: 1 })
      .catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(mongo.MongoServerError);
    expect((fault as mongo.MongoServerError).message).to.equal(
      'E11000 duplicate key error collection: app.events index: stream_1_n_1 dup key: { stream: "a", n: 1 }',
    );
    expect(fault).to.deep.include({
      code: 11000,
      keyPattern: { stream: 1, n: 1 },
      keyValue: { stream: 'a', n: 1 },
    });
  });

  it('gives a long result page by page', async () => {
    await items().insertMany(Array.from({ length: 450 }, (_, n) => ({ _id: `long-${n}`, n })));
    const found = await items()
      .find({ n: { $gt: 9 } }, { batchSize: 100 })
      .sort({ n: -1 })
      .toArray();
    expect(found.map(({ n }) => n)).to.deep.equal(Array.from({ length: 440 }, (_, index) => 449 - index));
    expect(standIn.seen.filter((command) => 'getMore' in command)).to.have.length.at.least(4);
  });
});
