import { expect } from 'chai';
import { createPdfReader } from '../../src/adapters/pdf/reader.ts';
import { verifyExport } from '../../src/ledger/verify.ts';
import { renderReportHtml, renderReportPdf, reportFileName } from '../../src/usecases/render-report.ts';
import { readWithPdfjs } from '../adapters/pdf/read-with-pdfjs.ts';
import { openTestPrinter } from '../adapters/pdf/sample.ts';
import {
  APPROVED,
  BEGUN,
  DECISION_WORDS,
  MARKED,
  PLANTED_SUMS,
  WAITING,
} from '../support/decision-states.ts';
import { DECISION, recordActs, viewAs } from '../support/record-acts.ts';
import { checkUa } from '../support/ua-check/check-ua.ts';
import { LONG, LONG_APPROVED } from '../support/long-decision.ts';
import { reportPorts } from './report-tools.ts';

const printer = openTestPrinter();
const ports = reportPorts(printer);
const approved = viewAs(recordActs(APPROVED), 'lead');
const waiting = viewAs(recordActs(WAITING), 'lead');

describe('renderReportHtml', () => {
  it('prints every section of the internal edition, with tables and pictures', async () => {
    const html = await renderReportHtml(ports, approved, 'internal');
    expect(html.match(/<h2 id=/g)).to.have.length(17);
    expect(html).to.include('<caption>The ranking</caption>').and.include('role="img"');
    expect(html).to.include('planted-reason-pia-fit').and.include('£66,666');
  });

  it('carries no planted word and no planted sum in the shareable edition', async () => {
    for (const acts of [APPROVED, MARKED]) {
      const html = await renderReportHtml(ports, viewAs(recordActs(acts), 'lead'), 'shareable');
      expect(html).not.to.include('planted-');
      expect(PLANTED_SUMS.filter((sum) => html.includes(sum))).to.deep.equal([]);
    }
  });

  it('has no inline style and no script, so the twin lives with the site’s policy', async () => {
    const html = await renderReportHtml(ports, approved, 'internal');
    expect(html).not.to.match(/\sstyle\s*=|<style|<script/i);
  });

  it('prints what people wrote as text, whatever it looks like', async () => {
    const acts = BEGUN.map(
      ([who, command, input]) => [who, command, { ...input, title: '<b>Bold</b> & "quoted"' }] as const,
    );
    const html = await renderReportHtml(ports, viewAs(recordActs(acts), 'lead'), 'internal');
    expect(html).to.include('&lt;b&gt;Bold&lt;/b&gt; &amp; &quot;quoted&quot;').and.not.include('<b>Bold');
  });

  it('prints the address for checking only where others can reach it', async () => {
    const reachable = { ...ports, baseUrl: 'https://decide.example', reachable: true };
    expect(await renderReportHtml(reachable, approved, 'internal')).to.include(
      'https://decide.example/verify?code&#x3D;',
    );
    expect(await renderReportHtml(ports, approved, 'internal')).not.to.include('127.0.0.1');
  });

  it('appends nothing and needs nothing that the entries do not hold', async () => {
    const before = JSON.stringify(approved);
    await renderReportHtml(ports, approved, 'shareable');
    expect(JSON.stringify(approved)).to.equal(before);
  });
});

describe('renderReportPdf', () => {
  after(async () => printer.close());

  let internal: Uint8Array;
  let shareable: Uint8Array;
  before(async function () {
    this.timeout(60_000);
    internal = await renderReportPdf(ports, waiting, 'internal');
    shareable = await renderReportPdf(ports, waiting, 'shareable');
  });

  it('has a title, and on every page its number, the decision and the mark', async () => {
    const { pages, info } = await readWithPdfjs(internal);
    expect(info['Title']).to.equal('Notes at the bedside');
    expect(pages).to.have.length.above(3);
    pages.forEach((page, index) => {
      expect(page)
        .to.include(`Page ${index + 1} of ${pages.length}`)
        .and.include('DRAFT - Example data');
      expect(page).to.include('Decision 01234567, internal edition');
    });
  });

  it('loses the mark when the decision is approved', async () => {
    const { pages } = await readWithPdfjs(await renderReportPdf(ports, approved, 'shareable'));
    expect(pages.join('')).not.to.include('DRAFT');
    expect(pages.every((page) => page.includes('Example data'))).to.equal(true);
  });

  it('has everything a board member needs on the first page', async () => {
    const [first = ''] = (await readWithPdfjs(internal)).pages;
    for (const words of DECISION_WORDS) expect(first).to.include(words);
  });

  it('keeps page one on one page when every text is as long as it may be', async () => {
    for (const acts of [LONG, LONG_APPROVED]) {
      const view = viewAs(recordActs(acts), 'lead');
      const { pages } = await readWithPdfjs(await renderReportPdf(ports, view, 'internal'));
      expect(pages[0]).to.include('still owed an answer');
      expect(pages[1]).to.match(/^[^]{0,80}1\. The recommendation in full/);
    }
  }).timeout(60_000);

  it('keeps the accessibility rules that a machine can decide, in both editions', async () => {
    expect(await checkUa(internal)).to.deep.equal([]);
    expect(await checkUa(shareable)).to.deep.equal([]);
  });

  it('carries the entries of its edition, which verify, under a name that says which', async () => {
    for (const [pdf, edition] of [
      [internal, 'internal'],
      [shareable, 'shareable'],
    ] as const) {
      const attached = await createPdfReader().loadAttachment(pdf);
      expect(attached?.fileName).to.equal(reportFileName(DECISION, edition, 'json'));
      const found = verifyExport(attached?.bytes ?? new Uint8Array());
      expect(found.intact).to.equal(true);
      expect(found.headHash).to.equal(waiting.entries.at(-1)?.hash);
      const text = new TextDecoder().decode(attached?.bytes);
      expect(text.includes('planted-')).to.equal(edition === 'internal');
    }
  });

  it('prints the verify code that verifying gives', async () => {
    const attached = await createPdfReader().loadAttachment(shareable);
    const { verifyCode } = verifyExport(attached?.bytes ?? new Uint8Array());
    expect((await readWithPdfjs(shareable)).pages.join('')).to.include(verifyCode ?? '?');
  });

  it('is the same bytes for the same ledger', async () => {
    const again = await renderReportPdf(ports, viewAs(recordActs(WAITING), 'lead'), 'internal');
    expect(Buffer.compare(internal, again)).to.equal(0);
    expect(Buffer.compare(internal, shareable)).not.to.equal(0);
  });
});
