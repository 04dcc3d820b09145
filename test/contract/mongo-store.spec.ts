import type { MongoServer } from '../support/mongo-place.ts';
import { mongoEngine, startMongoServer } from '../support/mongo-place.ts';
import { ledgerStoreContract } from './ledger-store.contract.ts';
import { recordStoreContract } from './record-store.contract.ts';
import { wholeStoreContract } from './whole-store.contract.ts';

describe('through the MongoDB driver', () => {
  let server: MongoServer;
  before(async () => {
    server = await startMongoServer();
  });
  after(() => server.stop());

  const engine = mongoEngine(() => server);
  ledgerStoreContract(engine);
  recordStoreContract(engine);
  wholeStoreContract(engine);
});
