import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { currentSurroundings } from '../../../../src/adapters/pdf/browser/surroundings.ts';
import { unpackBundled } from '../../../../src/adapters/pdf/browser/unpack.ts';
import { PROJECT_ROOT } from '../sample.ts';

const packageVersion =
  (
    JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    }
  ).dependencies['@sparticuz/chromium'] ?? '';

describe('unpacking the bundled browser', function () {
  this.timeout(120_000);
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'counterweight-test-'));
  });
  afterEach(async () => rm(folder, { recursive: true, force: true }));

  const unpack = async (projectRoot: string): Promise<string> =>
    unpackBundled(projectRoot, { ...currentSurroundings(), home: join(folder, 'home'), temp: folder });

  it('gives two that come at once the same whole browser, and takes no half one for it', async () => {
    const planted = join(folder, '.cache', `chromium-${packageVersion}`);
    await mkdir(planted, { recursive: true });
    await writeFile(join(planted, 'chromium'), 'half a browser');
    const [first, second] = await Promise.all([unpack(folder), unpack(folder)]);
    expect(first).to.equal(planted);
    expect(second).to.equal(planted);
    expect(await readdir(join(folder, '.cache'))).to.have.length(1);
    for (const part of ['chromium', 'READY', 'al2023/lib/libnss3.so', 'fonts/fonts/Open_Sans']) {
      expect(existsSync(join(planted, part)), part).to.equal(true);
    }
    const { mode, size } = await stat(join(planted, 'chromium'));
    expect(mode & 0o777).to.equal(0o755);
    expect(size).to.be.greaterThan(100_000_000);
  });

  it('goes to the home folder when the project cannot be written to', async () => {
    // A file where the folder should be stops root too, whom permissions do not.
    await writeFile(join(folder, '.cache'), '');
    expect(await unpack(folder)).to.match(/home\/\.cache\/counterweight\/chromium-[\d.]+$/);
  });
});
