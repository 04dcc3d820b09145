import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { embeddedEngine } from '../support/embedded-place.ts';
import type { MongoServer } from '../support/mongo-place.ts';
import { mongoEngine, startMongoServer } from '../support/mongo-place.ts';
import type { Engine } from './engine.ts';
import { withStore } from './engine.ts';
import { fillStore, inFolder } from './whole-store.contract.ts';

describe('a backup moved between the stores', () => {
  let server: MongoServer;
  before(async () => {
    server = await startMongoServer();
  });
  after(() => server.stop());

  const mongo = mongoEngine(() => server);
  const moves: readonly (readonly [Engine, Engine])[] = [
    [embeddedEngine, mongo],
    [mongo, embeddedEngine],
  ];
  for (const [from, to] of moves) {
    it(`is byte for byte the same after moving from ${from.name} to ${to.name}`, () =>
      inFolder(async (folder) => {
        await withStore(from, async (source) => {
          await fillStore(source);
          await source.backup(join(folder, 'source'));
        });
        await withStore(to, async (target) => {
          await target.restore(join(folder, 'source'));
          await target.backup(join(folder, 'target'));
        });
        const [source, target] = await Promise.all(
          ['source', 'target'].map((name) => readFile(join(folder, name), 'utf8')),
        );
        expect(source?.split('\n')).to.have.length(1 + 2 + 7 + 1 + 1);
        expect(target).to.equal(source);
      }));
  }
});
