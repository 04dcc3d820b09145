import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openEmbeddedStore } from '../../src/adapters/embedded/embedded-store.ts';
import { openDatabase } from '../../src/adapters/embedded/sqlite-binding.ts';
import { RECORD_KINDS } from '../../src/usecases/ports.ts';
import { listBytes } from '../support/cli-folder.ts';
import type { Ended } from '../support/cli-process.ts';
import { runServer } from '../support/cli-process.ts';
import { buildStored } from '../support/stored-entries.ts';

const NOW = '2026-11-22T09:30:00.000Z';
const WRONG_SETTINGS = {
  PORT: 'abc',
  BASE_URL: 'http://example.org',
  SMTP_URL: 'smtp://sam:hunter2@not a host',
  MAIL_FROM: 'nobody',
  LOG_LEVEL: 'loud',
  MONGODB_URI: 'postgres://sam:hunter2@127.0.0.1/x',
};

describe('a server that cannot start', function () {
  this.timeout(180_000);
  let parent: string;
  let folder: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'counterweight-start-'));
    folder = join(parent, 'data');
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  /** One plain line a reason, the exit code for a wrong input, nothing on stdout, no stack. */
  const expectRefused = ({ code, stdout, stderr }: Ended, ...words: readonly string[]): readonly string[] => {
    expect(stdout, 'stdout').to.equal('');
    expect(stderr, 'stderr').to.match(/^[A-Z][^\n]*\.\n/);
    for (const word of words) expect(stderr).to.include(word);
    expect(stderr).to.not.match(/^ +at |\bError:|fault of ours|node:internal|undefined|hunter2/m);
    expect(code, stderr).to.equal(2);
    return stderr.trimEnd().split('\n');
  };

  const openWithEntry = async (asServer: boolean) => {
    const store = await openEmbeddedStore({ folder, asServer });
    if (!(await store.ledgers.loadHead('d'))) await store.ledgers.append(buildStored('d', 1), 'k1');
    return store;
  };

  it('is the exception: with right settings it starts', async () => {
    const { code, stdout } = await runServer({ DATA_DIR: folder, MAIL_FROM: 'Team <team@example.org>' });
    expect(stdout).to.match(/^Data: .*\nSign in: .*\nListening: http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(code).to.equal(null);
  });

  it('would not pass for refused with a stack, a word on stdout or another exit code', () => {
    const good: Ended = { code: 2, stdout: '', stderr: 'The port is in use. Set PORT to another.\n' };
    expect(expectRefused(good, 'PORT')).to.have.length(1);
    for (const spoilt of [
      { ...good, stderr: `${good.stderr}    at start (main.ts:1:1)\n` },
      { ...good, stdout: 'Data: here\n' },
      { ...good, code: 70 },
      { ...good, stderr: '' },
    ]) {
      expect(() => expectRefused(spoilt, 'PORT')).to.throw();
    }
  });

  it('names every wrong setting on a line of its own, and makes nothing', async () => {
    const lines = expectRefused(await runServer({ ...WRONG_SETTINGS, DATA_DIR: folder }));
    const named = lines.slice(1).map((line) => line.split(':')[0]);
    expect(named).to.have.members(Object.keys(WRONG_SETTINGS));
    expect(listBytes(folder)).to.equal(null);
  });

  it('names the browser that is not there, and makes nothing', async () => {
    const path = join(parent, 'no-browser');
    const ended = await runServer({ DATA_DIR: folder, PUPPETEER_EXECUTABLE_PATH: path });
    expect(expectRefused(ended, 'PUPPETEER_EXECUTABLE_PATH', path)).to.have.length(1);
    expect(listBytes(folder)).to.equal(null);
  });

  it('names what is no program that can be run as a browser, a folder or a text, and makes nothing', async () => {
    const text = join(parent, 'browser.txt');
    await writeFile(text, 'not a program');
    for (const path of [parent, text]) {
      const ended = await runServer({ DATA_DIR: folder, PUPPETEER_EXECUTABLE_PATH: path });
      expect(expectRefused(ended, 'PUPPETEER_EXECUTABLE_PATH', path)).to.have.length(1);
      expect(listBytes(folder)).to.equal(null);
    }
  });

  const onTakenPort = async (use: (port: number) => Promise<void>): Promise<void> => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    await use((other.address() as AddressInfo).port);
    await new Promise((resolve) => other.close(resolve));
  };

  it('names the port that is in use, and makes no store', () =>
    onTakenPort(async (port) => {
      const ended = await runServer({ DATA_DIR: folder, PORT: String(port) });
      expect(expectRefused(ended, `Port ${port} is in use`, 'PORT')).to.have.length(1);
      expect(listBytes(folder)).to.equal(null);
    }));

  it('names the port that is in use, and leaves a store that is whole', async () => {
    await (await openWithEntry(false)).close();
    await onTakenPort(async (port) => {
      const ended = await runServer({ DATA_DIR: folder, PORT: String(port) });
      expect(expectRefused(ended, `Port ${port} is in use`, 'PORT')).to.have.length(1);
    });
    const store = await openWithEntry(true);
    expect(await store.ledgers.load('d', 0)).to.deep.equal([buildStored('d', 1)]);
    for (const kind of RECORD_KINDS) expect(await store.records.list(kind, NOW), kind).to.deep.equal([]);
    await store.close();
  });

  it('names the host that this computer is not', async () => {
    const ended = await runServer({ DATA_DIR: folder, HOST: '999.1.1.1' });
    expect(expectRefused(ended, 'HOST', '999.1.1.1')).to.have.length(1);
  });

  it('names the folder that another server works in, and leaves that one in peace', async () => {
    // Asked through the store: whoever opens and closes its files in this process would drop the locks on them.
    const first = await openWithEntry(true);
    const ended = await runServer({ DATA_DIR: folder });
    expect(expectRefused(ended, folder, 'Another server', 'DATA_DIR')).to.have.length(1);
    expect(await first.ledgers.load('d', 0)).to.deep.equal([buildStored('d', 1)]);
    for (const kind of RECORD_KINDS) expect(await first.records.list(kind, NOW), kind).to.deep.equal([]);
    expect((await first.ledgers.append(buildStored('d', 2), 'k2')).outcome).to.equal('appended');
    await first.close();
  });

  it('names the place when the data folder is a file, which stays as it is', async () => {
    await writeFile(folder, 'a shopping list');
    const ended = await runServer({ DATA_DIR: folder });
    expect(expectRefused(ended, folder)).to.have.length(1);
    expect(listBytes(parent)).to.have.all.keys('data');
  });

  it('leaves a store of a later version exactly as it is', async () => {
    await (await openWithEntry(true)).close();
    const db = openDatabase(join(folder, 'counterweight.db'));
    db.exec(`UPDATE meta SET value = '99' WHERE name = 'format'; PRAGMA wal_checkpoint(TRUNCATE)`);
    db.close();
    const before = listBytes(folder);
    const ended = await runServer({ DATA_DIR: folder });
    expect(expectRefused(ended, folder, 'later version', 'format 99')).to.have.length(1);
    expect(withoutSideFiles(listBytes(folder))).to.deep.equal(withoutSideFiles(before));
  });

  it('leaves a file that is no store of ours exactly as it is', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'counterweight.db'), Buffer.alloc(8192, 'not a database '));
    const before = listBytes(folder);
    const ended = await runServer({ DATA_DIR: folder });
    expect(expectRefused(ended, folder)).to.have.length(1);
    expect(withoutSideFiles(listBytes(folder))).to.deep.equal(withoutSideFiles(before));
  });

  it('says that MongoDB does not answer, without repeating the password, and makes no folder', async () => {
    const uri = 'mongodb://sam:hunter2@127.0.0.1:1/counterweight';
    const ended = await runServer({ DATA_DIR: folder, MONGODB_URI: uri });
    expect(expectRefused(ended, 'MONGODB_URI', 'cannot be reached')).to.have.length(1);
    expect(listBytes(folder)).to.equal(null);
  });
});

/** The lock's own file, and the log that SQLite keeps beside a store while somebody looks at it. */
const withoutSideFiles = (files: ReturnType<typeof listBytes>): readonly (readonly [string, string])[] =>
  Object.entries(files ?? {}).filter(([name]) => name === 'counterweight.db');
