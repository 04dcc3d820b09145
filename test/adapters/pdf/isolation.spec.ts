import { expect } from 'chai';
import puppeteer from 'puppeteer';
import { listCandidates } from '../../../src/adapters/pdf/browser/candidates.ts';
import { openBrowser } from '../../../src/adapters/pdf/browser/open-browser.ts';
import { currentSurroundings } from '../../../src/adapters/pdf/browser/surroundings.ts';
import { DomainError } from '../../../src/core/errors.ts';
import { openCountingServer, type CountingServer } from './counting-server.ts';
import { hostileParts, INERT_PARTS } from './hostile-html.ts';
import { readWithPdfjs } from './read-with-pdfjs.ts';
import { openTestPrinter, PROJECT_ROOT, sampleRequest } from './sample.ts';

/** What a page is given to reach out in, where nothing else says when it has finished. */
const GRACE_MS = 1_000;
const grace = async (): Promise<void> => new Promise((done) => setTimeout(done, GRACE_MS));

/** Would take the page away from the other parts, or turn their addresses. */
const LEAVES_THE_PAGE = ['refresh', 'base address'];

describe('a hostile document', function () {
  this.timeout(120_000);
  const printer = openTestPrinter();
  let server: CountingServer;

  beforeEach(async () => {
    server = await openCountingServer();
  });
  afterEach(async () => server.close());
  after(async () => printer.close());

  it('reaches no server, each part printed by itself: refused by name, or inert', async () => {
    const verdicts: Record<string, string> = {};
    for (const [name, part] of Object.entries(hostileParts(server.origin))) {
      const request = sampleRequest({ html: `<body><p>Before</p>${part}</body>`, attachment: null });
      verdicts[name] = await printer.print(request).then(
        () => 'printed',
        (error: unknown) => {
          expect(error, name).to.be.instanceOf(DomainError);
          const { code, detail } = error as DomainError;
          expect(code, `${name}: ${detail}`).to.equal('invalid-input');
          return 'refused';
        },
      );
    }
    await grace();
    expect(server.connections()).to.equal(0);
    const printed = Object.keys(verdicts).filter((name) => verdicts[name] === 'printed');
    expect(INERT_PARTS).to.include.members(printed);
    expect(printed.length).to.be.lessThan(Object.keys(verdicts).length);
  });

  it('is refused with the address it refers to', async () => {
    const request = sampleRequest({ html: `<img src="${server.origin}/logo.png">` });
    const error: unknown = await printer.print(request).then(undefined, (reason: unknown) => reason);
    expect((error as DomainError).detail).to.contain(`${server.origin}/logo.png`);
  });

  it('leaves nothing behind for the next one on the same page', async () => {
    const late = `<p>First</p><meta http-equiv="refresh" content="2;url=${server.origin}/late">`;
    await printer.print(sampleRequest({ html: late, attachment: null }));
    for (let turn = 0; turn < 3; turn += 1) {
      await grace();
      const pdf = await printer.print(sampleRequest({ html: '<p>Second</p>', attachment: null }));
      expect((await readWithPdfjs(pdf)).pages.join('')).to.equal('Second');
    }
    expect(server.connections()).to.equal(0);
  });

  it('does not run its scripts', async () => {
    const html =
      '<p id="p">As written</p><script>document.getElementById("p").textContent = "Changed"</script>';
    const { pages } = await readWithPdfjs(await printer.print(sampleRequest({ html })));
    expect(pages.join('')).to.equal('As written');
  });

  it('is held by the browser’s own wall even on a page without policy, watch, or scripts switched off', async () => {
    const running = await openBrowser(PROJECT_ROOT, undefined, currentSurroundings());
    try {
      const page = await running.browser.newPage();
      await page.setContent(Object.values(hostileParts(server.origin)).join('\n')).catch(() => undefined);
      await grace();
    } finally {
      await running.close();
    }
    expect(server.connections()).to.equal(0);
  });

  it('does reach the server from an unprotected browser (so the server would have noticed)', async () => {
    const parts = hostileParts(server.origin);
    for (const candidate of listCandidates(
      PROJECT_ROOT,
      process.env['PUPPETEER_EXECUTABLE_PATH'],
      currentSurroundings(),
    )) {
      const found = await candidate.find();
      if ('reason' in found) continue;
      const browser = await puppeteer.launch({
        executablePath: found.path,
        headless: 'shell',
        args: ['--no-sandbox'],
        env: {
          ...process.env,
          ...(found.libraryPath === null ? {} : { LD_LIBRARY_PATH: found.libraryPath }),
        },
      });
      const page = await browser.newPage();
      const staying = Object.entries(parts).filter(([name]) => !LEAVES_THE_PAGE.includes(name));
      await page.setContent(staying.map(([, part]) => part).join('\n')).catch(() => undefined);
      await page.pdf().catch(() => undefined);
      await grace();
      await browser.close();
      break;
    }
    expect(new Set(server.paths()).size).to.be.greaterThan(15);
  });
});
