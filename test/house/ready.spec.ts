import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

/** Plain JavaScript without types: it runs before anything is installed. */
const load = async <Module>(name: string): Promise<Module> =>
  (await import(new URL(`../../.config/${name}`, import.meta.url).href)) as Module;

const readyFile = fileURLToPath(new URL('../../.config/ready.mjs', import.meta.url));

type Outcome = { readonly code: number; readonly stdout: string; readonly stderr: string };

const runNode = (args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, args, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });

/** Starts the script in a Node that says it is another version. */
const runAs = (version: string, ...args: string[]): Promise<Outcome> => {
  const disguise = `Object.defineProperty(process, 'version', { value: '${version}' });`;
  return runNode(['--import', `data:text/javascript,${encodeURIComponent(disguise)}`, readyFile, ...args]);
};

describe('ready', function () {
  this.timeout(20_000);

  it('accepts Node 20.19 and everything after', async () => {
    const { nodeVersionFault } = await load<{ nodeVersionFault: (version: string) => string | null }>(
      'node-version.mjs',
    );
    for (const version of ['v20.19.0', 'v20.20.2', 'v22.0.0', 'v24.1.0', 'v100.0.0']) {
      expect(nodeVersionFault(version), version).to.equal(null);
    }
  });

  it('says in a sentence what is wrong with an older Node and what to do', async () => {
    for (const version of ['v20.18.3', 'v18.20.0', 'v16.0.0']) {
      const { code, stdout, stderr } = await runAs(version, 'start');
      expect(code, version).to.equal(70);
      expect(stdout).to.equal('');
      expect(stderr).to.equal(
        `Counterweight needs Node.js 20.19 or newer, and this is ${version}. Install a newer version from ` +
          'https://nodejs.org (or ask your IT team to), then run the same command again.\n',
      );
    }
  });

  it('names its commands when asked for one that it does not know', async () => {
    const { code, stdout, stderr } = await runNode([readyFile, 'strat']);
    expect(code).to.equal(2);
    expect(stdout).to.equal('');
    expect(stderr).to.include('"strat"').and.to.include('start').and.to.include('counterweight');
  });
});

type WithLock = { withLock: <T>(parent: string, name: string, work: () => Promise<T>) => Promise<T> };

describe('preparation lock', function () {
  this.timeout(20_000);
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'counterweight-lock-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** What a process leaves when it is killed while it holds the lock. */
  const leaveLock = (owner: string): void => {
    mkdirSync(join(folder, 'x.lock'));
    writeFileSync(join(folder, 'x.lock', 'owner.json'), owner);
  };

  const listInside = async (count: number): Promise<readonly number[]> => {
    const { withLock } = await load<WithLock>('lock.mjs');
    let inside = 0;
    const work = async (): Promise<number> => {
      inside += 1;
      const seen = inside;
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
      return seen;
    };
    return Promise.all(Array.from({ length: count }, () => withLock(folder, 'x.lock', work)));
  };

  it('lets one in at a time and leaves nothing behind', async () => {
    expect(await listInside(5)).to.deep.equal([1, 1, 1, 1, 1]);
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it('is free again when the work fails', async () => {
    const { withLock } = await load<WithLock>('lock.mjs');
    const fault = await withLock(folder, 'x.lock', async () => {
      throw new Error('no network');
    }).catch((error: unknown) => error);
    expect((fault as Error).message).to.equal('no network');
    expect(await listInside(1)).to.deep.equal([1]);
  });

  it('is taken over, by one of several, from a process that no longer runs', async () => {
    const { pid } = execFile(process.execPath, ['-e', '']);
    await new Promise((resolve) => setTimeout(resolve, 500));
    leaveLock(JSON.stringify({ token: 'dead', pid, host: hostname() }));
    expect(await listInside(3)).to.deep.equal([1, 1, 1]);
  });

  it('waits for a process that still runs', async () => {
    leaveLock(JSON.stringify({ token: 'alive', pid: process.pid, host: hostname() }));
    let entered = false;
    const { withLock } = await load<WithLock>('lock.mjs');
    const waiting = withLock(folder, 'x.lock', async () => {
      entered = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(entered).to.equal(false);
    rmSync(join(folder, 'x.lock'), { recursive: true });
    await waiting;
    expect(entered).to.equal(true);
  });
});
