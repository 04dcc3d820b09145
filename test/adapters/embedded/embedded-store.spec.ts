import { randomBytes } from 'node:crypto';
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openConnection } from '../../../src/adapters/embedded/connection.ts';
import { openLedgers } from '../../../src/adapters/embedded/embedded-ledgers.ts';
import { openEmbeddedStore } from '../../../src/adapters/embedded/embedded-store.ts';
import { linesOf, startChild } from '../../support/child.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { buildStored, buildStream } from '../../support/stored-entries.ts';

const WRITER = new URL('../../support/racing-writer.ts', import.meta.url);

describe('the embedded store', () => {
  let parent: string;
  let folder: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'counterweight-embedded-'));
    folder = join(parent, 'data');
  });
  afterEach(() => rm(parent, { recursive: true }));

  const open = () => openEmbeddedStore({ folder, asServer: false });
  const isInFiles = async (words: string): Promise<boolean> => {
    const contents = (await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1'));
    return (await Promise.all(contents)).some((content) => content.includes(words));
  };

  it('keeps its folder and files to the account that runs it', async () => {
    const store = await openEmbeddedStore({ folder, asServer: true });
    await store.ledgers.append(buildStored('d', 1), 'k');
    expect((await stat(folder)).mode & 0o777).to.equal(0o700);
    for (const name of await readdir(folder)) {
      expect((await stat(join(folder, name))).mode & 0o777, name).to.equal(0o600);
    }
    await store.close();
  });

  it('leaves the permissions of a folder that was there before as they are', async () => {
    await mkdir(folder, { mode: 0o750 });
    await chmod(folder, 0o750);
    await (await open()).close();
    expect((await stat(folder)).mode & 0o777).to.equal(0o750);
  });

  it('is set so that an acknowledged write survives a power cut and erased text is overwritten', () => {
    // Killing the process cannot tell these settings from weaker ones, so they are read back.
    const { db, close } = openConnection(parent);
    const setting = (name: string): unknown => Object.values(db.prepare(`PRAGMA ${name}`).get() as object)[0];
    const names = [
      'journal_mode',
      'synchronous',
      'fullfsync',
      'checkpoint_fullfsync',
      'secure_delete',
      'foreign_keys',
    ];
    expect(names.map(setting)).to.deep.equal(['wal', 2, 1, 1, 1, 1]);
    close();
  });

  it('lets one of three processes win each of 20 seqs, opening a new folder together', async () => {
    const writers = ['w1', 'w2', 'w3'];
    const won = await Promise.all(
      writers.map(async (writer) => linesOf(startChild(WRITER, [folder, writer, '20']))),
    );
    const all = won
      .flat()
      .map(Number)
      .sort((a, b) => a - b);
    expect(all).to.deep.equal(Array.from({ length: 20 }, (_, index) => index + 1));
    const store = await open();
    for (const { entry, openings } of await store.ledgers.load('race', 0)) {
      const winner = writers.find((_, index) => won[index]?.includes(String(entry.seq)));
      expect(openings['from']?.value).to.equal(winner);
    }
    await store.close();
  });

  it('has everything in its main file after closing, and nothing in the log beside it', async () => {
    const store = await open();
    for (const stored of buildStream('d', 50)) await store.ledgers.append(stored, `k${stored.entry.seq}`);
    await store.close();
    const log = await stat(join(folder, 'counterweight.db-wal')).catch(() => ({ size: 0 }));
    expect(log.size).to.equal(0);
    await copyFile(join(folder, 'counterweight.db'), join(parent, 'counterweight.db'));
    const copy = await openEmbeddedStore({ folder: parent, asServer: false });
    expect(await copy.ledgers.load('d', 0)).to.deep.equal(buildStream('d', 50));
    await copy.close();
  });

  it('finishes overwriting erased text after a reader that stood in the way has gone', async () => {
    const words = randomBytes(16).toString('hex');
    const store = await open();
    await store.ledgers.append(buildStored('d', 1, { secret: words }), 'k1');
    const reader = openConnection(folder);
    reader.db.exec('BEGIN');
    reader.db.prepare('SELECT count(*) FROM entries').get();
    await store.ledgers.eraseOpening('d', 1, 'secret');
    expect(await isInFiles(words), 'while somebody reads the store as it was').to.equal(true);
    reader.db.exec('COMMIT');
    await store.ledgers.append(buildStored('d', 2), 'k2');
    expect(await isInFiles(words), 'after the next write').to.equal(false);
    reader.close();
    await store.close();
  });

  it('says that the disk is full, keeps what it has, and goes on when there is room', async () => {
    const connection = openConnection(parent);
    const ledgers = openLedgers(connection);
    await ledgers.append(buildStored('d', 1), 'k1');
    connection.db.exec('PRAGMA max_page_count = 1');
    const large = buildStored('d', 2, { text: 'x'.repeat(500_000) });
    const { detail } = await expectRefusal(ledgers.append(large, 'k2'), 'store-unavailable');
    expect(detail).to.include('full');
    expect(await ledgers.load('d', 0)).to.deep.equal(buildStream('d', 1));
    connection.db.exec('PRAGMA max_page_count = 100000');
    expect((await ledgers.append(large, 'k2')).outcome).to.equal('appended');
    connection.close();
  });

  it('stops taking writes when its files have been moved away, instead of writing where nobody will look', async () => {
    const store = await open();
    await store.ledgers.append(buildStored('d', 1), 'k1');
    await rename(folder, join(parent, 'elsewhere'));
    await expectRefusal(store.ledgers.append(buildStored('d', 2), 'k2'), 'store-unavailable');
    await expectRefusal(store.ping(), 'store-unavailable');
    await store.close().catch(() => undefined);
  });

  it('stops at once when the file is damaged under it', async () => {
    const store = await open();
    const words = 'x'.repeat(200_000);
    await store.ledgers.append(buildStored('d', 1, { words }), 'k1');
    await store.close();
    const file = join(folder, 'counterweight.db');
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0xff, 4_096));
    const again = await open().catch((error: unknown) => error as Error);
    if (again instanceof Error) {
      expect(again).to.include({ code: 'store-unavailable' });
      return;
    }
    await expectRefusal(again.ledgers.load('d', 0), 'store-unavailable');
    await expectRefusal(again.ledgers.append(buildStored('new', 1), 'k'), 'store-unavailable');
    await again.close().catch(() => undefined);
  });

  it('names the folder when it cannot be made', async () => {
    await writeFile(join(parent, 'file'), '');
    const inFile = join(parent, 'file', 'data');
    const refusal = await expectRefusal(
      openEmbeddedStore({ folder: inFile, asServer: true }),
      'store-unavailable',
    );
    expect(refusal.detail).to.include(inFile);
  });

  it('says where it is, in one sentence', async () => {
    const store = await open();
    expect(store.description).to.equal(`embedded store in ${folder}`);
    await store.close();
  });
});
