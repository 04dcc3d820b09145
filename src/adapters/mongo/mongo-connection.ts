import { Mongoose } from 'mongoose';
import type { Connection } from 'mongoose';
import { DomainError } from '../../core/errors.ts';
import { connectErrorFrom, isDuplicateKey, storeErrorFrom } from './mongo-faults.ts';
import { buildModels } from './models.ts';
import type { Models } from './models.ts';

export const STORE_FORMAT = 1;

export type MongoConnection = Models & {
  /** Where the data is, without user or password. */
  readonly place: string;
  /** Runs one operation; the driver's errors come out as ours. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
  /** The same, also while the database waits for a restore to be done again. */
  readonly runEvenUnfinished: <T>(work: () => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

/**
 * These win over the same settings in the address, because an acknowledgement means something only with them: a
 * majority holds the write in its journal before we answer, and a read sees nothing that could be rolled back.
 */
const SETTINGS = {
  writeConcern: { w: 'majority', j: true },
  readConcernLevel: 'majority',
  readPreference: 'primary',
  retryWrites: true,
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
  appName: 'counterweight',
} as const;

const hasDatabaseName = (uri: string): boolean => /^mongodb(\+srv)?:\/\/[^/?]*\/[^?]/.test(uri);

/** How long to look for the server, and to wait for an answer, before saying that it cannot be reached. */
const limits = (answerWithinMs: number) => ({
  serverSelectionTimeoutMS: answerWithinMs,
  connectTimeoutMS: answerWithinMs,
  socketTimeoutMS: answerWithinMs,
});

const connect = async (uri: string, answerWithinMs: number): Promise<Connection> => {
  // sanitizeFilter: an object that comes in where a value belongs is compared, never run as an operator.
  const mongoose = new Mongoose({ sanitizeFilter: true, strictQuery: 'throw' });
  const dbName = hasDatabaseName(uri) ? {} : { dbName: 'counterweight' };
  try {
    return await mongoose
      .createConnection(uri, { ...SETTINGS, ...limits(answerWithinMs), ...dbName })
      .asPromise();
  } catch (fault) {
    throw connectErrorFrom(fault);
  }
};

const describePlace = (connection: Connection): string => {
  const { hosts, srvHost } = connection.getClient().options;
  return `MongoDB at ${srvHost ?? hosts.map(String).join(',')} (database ${connection.name})`;
};

/** Reads the format first, so that a database of a later version is left exactly as it is. */
const prepare = async ({ Entries, Records, Meta }: Models, place: string): Promise<void> => {
  const known = await Meta.findOne({ _id: 'store' }).lean();
  const format = known?.format ?? STORE_FORMAT;
  if (format > STORE_FORMAT) {
    throw new DomainError(
      'store-too-new',
      `The data in ${place} was written by a later version (format ${format}; this version reads ${STORE_FORMAT}). Start that version or a later one.`,
      { format },
    );
  }
  await Entries.createIndexes();
  await Records.createIndexes();
  if (!known) {
    await Meta.insertOne({ _id: 'store', format: STORE_FORMAT }).catch((fault: unknown) => {
      if (!isDuplicateKey(fault)) throw fault;
    });
  }
};

export const openConnection = async (uri: string, answerWithinMs: number): Promise<MongoConnection> => {
  const connection = await connect(uri, answerWithinMs);
  const models = buildModels(connection);
  const place = describePlace(connection);
  let isClosed = false;
  let isUnfinished = true;

  const runEvenUnfinished = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isClosed) throw new DomainError('store-unavailable', `The store in ${place} has been closed.`);
    try {
      return await work();
    } catch (fault) {
      throw storeErrorFrom(fault, place);
    }
  };

  /** Looked up until it is false once: after that, only this process itself could begin a restore. */
  const assertFinished = async (): Promise<void> => {
    if (!isUnfinished) return;
    const load = await models.Meta.findOne({ _id: 'load', decision: '' }).lean();
    isUnfinished = load !== null;
    if (!isUnfinished) return;
    throw new DomainError(
      'store-unavailable',
      `A restore into ${place} is running or was cut off. Wait for it, or run it again in five minutes.`,
    );
  };

  const run = <T>(work: () => Promise<T>): Promise<T> =>
    runEvenUnfinished(async () => {
      await assertFinished();
      return work();
    });

  const close = async (): Promise<void> => {
    isClosed = true;
    await connection.close();
  };

  try {
    await runEvenUnfinished(() => prepare(models, place));
    return { ...models, place, run, runEvenUnfinished, close };
  } catch (fault) {
    await close();
    throw fault;
  }
};
