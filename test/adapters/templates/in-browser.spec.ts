import { AxePuppeteer } from '@axe-core/puppeteer';
import { expect } from 'chai';
import type { HTTPRequest, Page } from 'puppeteer';
import type { RunningBrowser } from '../../../src/adapters/pdf/browser/launch.ts';
import { readAsset, renderSamplePage } from './sample-page.ts';

/** The policy pages are served with; what it forbids shows up in `complaints`. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; require-trusted-types-for 'script'";
const ORIGIN = 'http://localhost:3000';
const SECRET = 'Zk3-qLw_9aTrVbXy7Pm2';

type Visit = { readonly page: Page; readonly complaints: string[]; readonly posted: string[] };

/** Imported late: mocha's own loader knows no import.meta.resolve, which finds the bundled browser. */
async function openBrowserHere(): Promise<RunningBrowser> {
  const { openBrowser } = await import('../../../src/adapters/pdf/browser/open-browser.ts');
  const { currentSurroundings } = await import('../../../src/adapters/pdf/browser/surroundings.ts');
  return openBrowser(process.cwd(), process.env['PUPPETEER_EXECUTABLE_PATH'], currentSurroundings());
}

describe('pages in a browser', function () {
  this.timeout(120_000);
  let running: RunningBrowser | undefined;
  let html: string;
  const visits: Page[] = [];

  before(async () => {
    html = renderSamplePage();
    running = await openBrowserHere();
  });
  afterEach(async () => {
    await Promise.all(visits.splice(0).map(async (page) => page.close()));
  });
  after(async () => running?.close());

  /** Opens the sample page; every request is answered here, so anything else it asks for is seen and refused. */
  async function visit(
    path: string,
    width: number,
    options: { readonly script?: boolean } = {},
  ): Promise<Visit> {
    const page = await (running as RunningBrowser).browser.newPage();
    visits.push(page);
    const complaints: string[] = [];
    const posted: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    const answer = async (request: HTTPRequest): Promise<void> => {
      const address = new URL(request.url());
      const asset = address.origin === ORIGIN ? readAsset(address.pathname) : undefined;
      if (request.method() === 'POST') posted.push(request.postData() ?? '');
      if (asset) return request.respond({ status: 200, ...asset });
      if (address.origin === ORIGIN) {
        const headers = { 'content-security-policy': POLICY };
        return request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers, body: html });
      }
      complaints.push(`asked for ${request.url()}`);
      return request.abort();
    };
    page.on('request', (request) => void answer(request));
    await page.setRequestInterception(true);
    await page.setJavaScriptEnabled(options.script ?? true);
    await page.setViewport({ width, height: 900 });
    await page.goto(ORIGIN + path, { waitUntil: 'load' });
    return { page, complaints, posted };
  }

  const isVisible = async (page: Page, selector: string): Promise<boolean> =>
    (await page.$(selector))?.isVisible() ?? false;

  for (const width of [320, 390, 1280]) {
    it(`fits a screen of ${width} px, asks nothing of another origin, breaks no policy`, async () => {
      const { page, complaints } = await visit('/', width);
      const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(over).to.be.at.most(0);
      expect(complaints).to.deep.equal([]);
      const family = await page.evaluate("[...document.fonts].some((font) => font.status === 'loaded')");
      expect(family, 'our own typeface arrived').to.be.true;
    });
  }

  it('has no fault that axe can find, on a phone and on a desk', async () => {
    for (const width of [320, 1280]) {
      const { page } = await visit('/', width);
      const { violations, passes } = await new AxePuppeteer(page).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).to.deep.equal([]);
      expect(passes.length).to.be.greaterThan(30);
    }
  });

  it('would hear of it when axe finds a fault (positive control)', async () => {
    const { page } = await visit('/', 1280);
    await page.evaluate("document.querySelector('label[for=title]').remove()");
    const { violations } = await new AxePuppeteer(page).analyze();
    expect(violations.map(({ id }) => id)).to.include('label');
  });

  it('moves the secret of a link into the form, out of the address, and sends nothing by itself', async () => {
    const { page, posted } = await visit(`/#${SECRET}`, 390);
    expect(await page.evaluate('location.href')).to.equal(`${ORIGIN}/`);
    expect(await page.evaluate("document.querySelector('[name=secret]').value")).to.equal(SECRET);
    expect(await isVisible(page, '#code')).to.be.false;
    expect(posted).to.deep.equal([]);
    await Promise.all([page.waitForNavigation(), page.click('.cw-fragment-form button')]);
    expect(posted).to.have.length(1);
    expect(new URLSearchParams(posted[0]).get('secret')).to.equal(SECRET);
  });

  it('takes no ordinary fragment for a secret', async () => {
    const { page } = await visit('/#main-content', 390);
    expect(await page.evaluate('location.hash')).to.equal('#main-content');
    expect(await page.evaluate("document.querySelector('[name=secret]').value")).to.equal('');
    expect(await isVisible(page, '#code')).to.be.true;
  });

  it('copies, and says so', async () => {
    const { page } = await visit('/', 1280);
    await page.click('[data-cw-copy=invite]');
    await page.waitForFunction("document.querySelector('.cw-copy .cw-said').textContent === 'Copied'");
  });

  it('asks before changes are lost, and only then', async () => {
    const { page } = await visit('/', 1280);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.goto(`${ORIGIN}/untouched`);
    expect(asked).to.deep.equal([]);
    await page.type('#title', 'A rostering tool');
    await page.goto(`${ORIGIN}/elsewhere`);
    expect(asked).to.deep.equal(['beforeunload']);
  });

  it('works without JavaScript: nothing that needs it shows, the rest is all there', async () => {
    const { page, posted } = await visit(`/#${SECRET}`, 390, { script: false });
    for (const selector of ['[data-cw-copy]', '[data-cw-print]'])
      expect(await isVisible(page, selector)).to.be.false;
    for (const selector of ['#title', '#code', '#invite', '#main-content']) {
      expect(await isVisible(page, selector), selector).to.be.true;
    }
    await page.type('#code', 'K7QM2XTP9D');
    await Promise.all([page.waitForNavigation(), page.click('.cw-fragment-form button')]);
    expect(new URLSearchParams(posted[0]).get('code')).to.equal('K7QM2XTP9D');
  });
});
