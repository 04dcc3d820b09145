import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { currentSurroundings } from '../../../src/adapters/pdf/browser/surroundings.ts';
import { openPdfPrinter, type PdfPrinterOptions } from '../../../src/adapters/pdf/printer.ts';
import { DomainError } from '../../../src/core/errors.ts';
import { listOwnBrowsers } from './own-browsers.ts';
import { openTestPrinter, PROJECT_ROOT, sampleRequest } from './sample.ts';

const refusalOf = async (attempt: Promise<unknown>): Promise<DomainError> => {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(DomainError);
  return error as DomainError;
};

describe('PDF printer in trouble', function () {
  this.timeout(120_000);

  it('prints after all when its browser is killed while printing', async () => {
    const messages: string[] = [];
    const printer = openTestPrinter((message) => messages.push(message));
    try {
      const whole = await printer.print(sampleRequest());
      for (const delayMs of [0, 5, 20, 60]) {
        const running = printer.print(sampleRequest());
        if (delayMs > 0) await new Promise((done) => setTimeout(done, delayMs));
        for (const pid of listOwnBrowsers()) process.kill(pid, 'SIGKILL');
        expect(Buffer.compare(await running, whole)).to.equal(0);
      }
    } finally {
      await printer.close();
    }
    expect(messages.join('\n')).to.match(/broke .*trying once more/);
  });

  it('gives up with a sentence when the browser breaks twice', async () => {
    const printer = openTestPrinter();
    await printer.state();
    const killing = setInterval(() => {
      for (const pid of listOwnBrowsers()) process.kill(pid, 'SIGKILL');
    }, 5);
    try {
      const { code, detail } = await refusalOf(printer.print(sampleRequest()));
      expect(code).to.equal('renderer-unavailable');
      expect(detail).to.match(/Try again|No browser could be started/);
    } finally {
      clearInterval(killing);
      await printer.close();
    }
  });

  it('leaves no process and no folder behind when closed', async () => {
    const temp = await mkdtemp(join(tmpdir(), 'counterweight-test-'));
    try {
      const printer = openPdfPrinter({
        projectRoot: PROJECT_ROOT,
        log: () => undefined,
        surroundings: { ...currentSurroundings(), temp },
      });
      expect((await printer.state()).ready).to.equal(true);
      expect(await readdir(temp)).to.have.length(1);
      expect(listOwnBrowsers()).to.not.be.empty;
      await printer.close();
      expect(await readdir(temp)).to.be.empty;
      expect(listOwnBrowsers()).to.be.empty;
      const { code } = await refusalOf(printer.print(sampleRequest()));
      expect(code).to.equal('renderer-unavailable');
    } finally {
      await rm(temp, { recursive: true, force: true });
    }
  });

  it('lists every place it looked in when it finds no browser, and says so in its state', async () => {
    const printer = openPdfPrinter({
      projectRoot: PROJECT_ROOT,
      log: () => undefined,
      surroundings: {
        ...currentSurroundings(),
        arch: 'arm64',
        env: { PATH: '/nowhere/bin' },
        downloadedPath: '/nowhere/downloaded',
      },
    });
    const { code, detail, evidence } = await refusalOf(printer.print(sampleRequest()));
    expect(code).to.equal('renderer-unavailable');
    expect(detail).to.contain('/nowhere/downloaded');
    expect(detail).to.contain('made for linux-x64');
    expect(detail).to.contain('chromium on PATH');
    expect(detail).to.contain('PUPPETEER_EXECUTABLE_PATH');
    expect(evidence['tried']).to.have.length.greaterThan(8);
    expect(await printer.state()).to.deep.equal({ ready: false, detail });
    await printer.close();
  });

  it('says why a browser that is there would not start', async () => {
    const printer = openPdfPrinter({
      projectRoot: PROJECT_ROOT,
      log: () => undefined,
      executablePath: '/bin/false',
    });
    const { detail } = await refusalOf(printer.print(sampleRequest()));
    expect(detail).to.contain('/bin/false: ');
    await printer.close();
  });

  it('refuses to open when the setting names a browser that is not there', () => {
    const open = (options: Partial<PdfPrinterOptions>): unknown => {
      try {
        return openPdfPrinter({ projectRoot: PROJECT_ROOT, log: () => undefined, ...options });
      } catch (error) {
        return error;
      }
    };
    const env = { PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' };
    for (const options of [
      { executablePath: '/nowhere/chrome' },
      { surroundings: { ...currentSurroundings(), env } },
    ]) {
      const error = open(options) as DomainError;
      expect(error.code).to.equal('settings-invalid');
      expect(error.detail).to.match(/^PUPPETEER_EXECUTABLE_PATH names \/nowhere\/chrome/);
    }
    expect(existsSync('/nowhere/chrome')).to.equal(false);
  });

  it('refuses a document that is too large before it starts a browser', async () => {
    const printer = openTestPrinter();
    const { code } = await refusalOf(printer.print(sampleRequest({ html: 'x'.repeat(5_000_001) })));
    expect(code).to.equal('too-large');
    expect(listOwnBrowsers()).to.be.empty;
    await printer.close();
  });
});
