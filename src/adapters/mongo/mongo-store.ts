import type { Store } from '../../usecases/ports.ts';
import { backUp, restoreFrom } from './mongo-backup.ts';
import { openConnection } from './mongo-connection.ts';
import { openLedgers } from './mongo-ledgers.ts';
import { openRecords } from './mongo-records.ts';

const ANSWER_WITHIN_MS = 10_000;

/**
 * The store for several processes and machines: a replica set, a sharded cluster or a single server. A replica set
 * is recommended; on a single server an acknowledged write is only as safe as that server's disk.
 */
export const openMongoStore = async (options: { uri: string; answerWithinMs?: number }): Promise<Store> => {
  const connection = await openConnection(options.uri, options.answerWithinMs ?? ANSWER_WITHIN_MS);
  return {
    ledgers: openLedgers(connection),
    records: openRecords(connection),
    ping: () =>
      connection.run(async () => {
        await connection.Meta.findOne({ _id: 'store' }).lean();
      }),
    backup: (file) => backUp(connection, file),
    restore: (file) => restoreFrom(connection, file),
    close: connection.close,
    description: connection.place,
  };
};
