import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import type { Store } from '../../src/usecases/ports.ts';
import { expectRefusal } from '../support/refusal.ts';
import { buildRecord, buildStored, buildStream } from '../support/stored-entries.ts';
import { withStore } from './engine.ts';
import type { Engine } from './engine.ts';

const NOW = '2026-11-22T09:30:00.000Z';

export const fillStore = async ({ ledgers, records }: Store): Promise<void> => {
  for (const decision of ['d2', 'd1']) {
    for (const stored of buildStream(decision, 3))
      await ledgers.append(stored, `request-${stored.entry.seq}`);
  }
  await ledgers.append(
    buildStored('d1', 4, { 'b.c': 'text \u2028 \ud800', a: { $x: '\u{1F9EA}' } }),
    'request-4',
  );
  await ledgers.eraseOpening('d2', 2, 'title');
  await records.put(buildRecord('r2', { expiresAt: NOW }), 0, NOW);
  await records.put(buildRecord('r1', { kind: 'account', value: { 'a.b': [1, null] } }), 0, NOW);
  await records.put(buildRecord('r1', { kind: 'account', value: { 'a.b': [2, null] } }), 1, NOW);
};

export const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'counterweight-backup-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

const isEmpty = async ({ ledgers, records }: Store): Promise<boolean> =>
  (await ledgers.loadHeads()).length === 0 && (await records.list('account', NOW)).length === 0;

export const wholeStoreContract = (engine: Engine): void => {
  describe(`the ${engine.name} store as a whole`, () => {
    it('answers a ping while it is open and says so when it is closed', () =>
      withStore(engine, async (store) => {
        await store.ping();
        await store.close();
        await expectRefusal(store.ping(), 'store-unavailable');
        await expectRefusal(store.ledgers.load('d', 0), 'store-unavailable');
      }));

    it('refuses data that a later version wrote, and leaves it alone', () =>
      withStore(engine, async (store, place) => {
        await fillStore(store);
        await store.close();
        await place.pretendFormat(2);
        const { detail } = await expectRefusal(place.open(), 'store-too-new');
        expect(detail).to.include('format 2');
        await place.pretendFormat(1);
        const again = await place.open();
        expect(await again.ledgers.load('d1', 0)).to.have.length(4);
        await again.close();
      }));

    it('restores a backup to the same content, request keys included', () =>
      inFolder((folder) =>
        withStore(engine, async (store) => {
          await fillStore(store);
          await store.backup(join(folder, 'one'));
          expect((await stat(join(folder, 'one'))).mode & 0o077, 'readable by others').to.equal(0);
          await withStore(engine, async (copy) => {
            await copy.restore(join(folder, 'one'));
            for (const decision of ['d1', 'd2']) {
              expect(await copy.ledgers.load(decision, 0)).to.deep.equal(
                await store.ledgers.load(decision, 0),
              );
            }
            expect(await copy.records.get('account', 'r1', NOW)).to.deep.include({
              version: 2,
              value: { 'a.b': [2, null] },
            });
            expect((await copy.ledgers.append(buildStored('d1', 5), 'request-2')).outcome).to.equal(
              'repeated',
            );
            expect((await copy.ledgers.append(buildStored('d2', 4), 'new')).outcome).to.equal('appended');
            await copy.backup(join(folder, 'two'));
          });
          const [one, two] = await Promise.all(
            ['one', 'two'].map((name) => readFile(join(folder, name), 'utf8')),
          );
          expect(
            two?.split('\n').filter((line) => !line.includes('"new"') && !line.includes('"end"')),
          ).to.deep.equal(one?.split('\n').filter((line) => !line.includes('"end"')));
        }),
      ));

    it('backs up whole prefixes while entries are being appended', () =>
      inFolder((folder) =>
        withStore(engine, async (store) => {
          let writing = true;
          const writer = async (decision: string): Promise<number> => {
            let seq = 0;
            for (; writing; seq += 1) {
              await store.ledgers.append(buildStored(decision, seq + 1), `k${seq}`);
              await setImmediate();
            }
            return seq;
          };
          const writers = ['w1', 'w2', 'w3'].map(writer);
          for (const run of [1, 2, 3]) await store.backup(join(folder, `${run}`));
          writing = false;
          const lengths = await Promise.all(writers);
          await withStore(engine, async (copy) => {
            await copy.restore(join(folder, '3'));
            for (const [index, decision] of ['w1', 'w2', 'w3'].entries()) {
              const stream = await copy.ledgers.load(decision, 0);
              expect(stream.length).to.be.at.most(lengths[index] ?? 0);
              expect(stream).to.deep.equal(buildStream(decision, stream.length));
            }
          });
        }),
      ));

    it('never writes a backup over a file, and says when it cannot write or read one', () =>
      inFolder((folder) =>
        withStore(engine, async (store) => {
          await writeFile(join(folder, 'taken'), 'precious');
          await expectRefusal(store.backup(join(folder, 'taken')), 'already-done');
          expect(await readFile(join(folder, 'taken'), 'utf8')).to.equal('precious');
          await expectRefusal(store.backup(join(folder, 'no', 'such', 'folder')), 'invalid-input');
          await expectRefusal(store.restore(join(folder, 'no-such-file')), 'invalid-input');
          await store.ping();
        }),
      ));

    it('restores into an empty store only', () =>
      inFolder((folder) =>
        withStore(engine, async (store) => {
          await fillStore(store);
          await store.backup(join(folder, 'b'));
          await expectRefusal(store.restore(join(folder, 'b')), 'store-not-empty');
          await withStore(engine, async (other) => {
            await other.records.put(buildRecord('only a record'), 0, NOW);
            await expectRefusal(other.restore(join(folder, 'b')), 'store-not-empty');
            expect(await other.ledgers.loadHeads()).to.deep.equal([]);
          });
        }),
      ));

    it('keeps nothing of a backup that is cut, altered or of a later format', () =>
      inFolder((folder) =>
        withStore(engine, async (store) => {
          await withStore(engine, async (source) => {
            await fillStore(source);
            await source.backup(join(folder, 'good'));
          });
          const lines = (await readFile(join(folder, 'good'), 'utf8')).trimEnd().split('\n');
          const without = (index: number): string[] => lines.filter((_, at) => at !== index);
          const damaged: readonly (readonly [
            string,
            readonly string[],
            'invalid-input' | 'store-too-new',
          ])[] = [
            ['without its last line', lines.slice(0, -1), 'invalid-input'],
            ['cut in a line', [...lines.slice(0, 5), lines[5]?.slice(0, 40) ?? ''], 'invalid-input'],
            ['without a record', without(1), 'invalid-input'],
            ['without an entry in the middle', without(4), 'invalid-input'],
            ['with a record twice', [...lines.slice(0, 2), ...lines.slice(1)], 'invalid-input'],
            ['with more after its end', [...lines, lines[1] ?? ''], 'invalid-input'],
            [
              'of a later format',
              ['{"format":"counterweight-backup/2"}', ...lines.slice(1)],
              'store-too-new',
            ],
            ['that is something else', ['{"format":"counterweight-case/1"}'], 'invalid-input'],
            ['that is empty', [], 'invalid-input'],
          ];
          for (const [what, content, code] of damaged) {
            await writeFile(join(folder, 'bad'), content.map((line) => `${line}\n`).join(''));
            await expectRefusal(store.restore(join(folder, 'bad')), code);
            expect(await isEmpty(store), `empty after a backup ${what}`).to.equal(true);
          }
          await store.restore(join(folder, 'good'));
          expect(await store.ledgers.load('d1', 0)).to.have.length(4);
        }),
      ));
  });
};
