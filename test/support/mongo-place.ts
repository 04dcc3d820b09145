import { randomBytes } from 'node:crypto';
import { mongo } from 'mongoose';
import { openMongoStore } from '../../src/adapters/mongo/mongo-store.ts';
import type { Engine, Place } from '../contract/engine.ts';
import { startStandIn } from './mongo-stand-in/stand-in.ts';

export type MongoServer = {
  readonly uri: string;
  readonly isReal: boolean;
  readonly stop: () => Promise<void>;
};

/** The server of MONGODB_URI, whose data may be thrown away, or else the stand-in. */
export const startMongoServer = async (): Promise<MongoServer> => {
  const uri = process.env['MONGODB_URI'];
  if (uri) return { uri, isReal: true, stop: async () => undefined };
  return { ...(await startStandIn()), isReal: false };
};

/** The same address with another database; who signs in still does so where the address said. */
const withDatabase = (uri: string, name: string): string => {
  const [, server = '', database = '', query = ''] = /^([^/]+\/\/[^/?]+)\/?([^?]*)\??(.*)$/.exec(uri) ?? [];
  const options = new URLSearchParams(query);
  if (server.includes('@') && !options.has('authSource')) options.set('authSource', database || 'admin');
  return `${server}/${name}?${options.toString()}`;
};

export const newMongoPlace = async (serverUri: string): Promise<Place & { readonly uri: string }> => {
  const uri = withDatabase(serverUri, `counterweight-test-${randomBytes(6).toString('hex')}`);
  const client = new mongo.MongoClient(uri);
  const collection = (name: string) => client.db().collection<{ _id: string }>(name);
  return {
    uri,
    open: () => openMongoStore({ uri }),
    pretendFormat: async (format) => {
      await collection('meta').updateOne({ _id: 'store' }, { $set: { format } });
    },
    dump: async () => {
      const found = ['entries', 'records', 'meta'].map((name) => collection(name).find().toArray());
      return JSON.stringify(await Promise.all(found));
    },
    remove: async () => {
      await client.db().dropDatabase();
      await client.close();
    },
  };
};

export const mongoEngine = (server: () => MongoServer): Engine => ({
  name: 'MongoDB',
  newPlace: () => newMongoPlace(server().uri),
});
