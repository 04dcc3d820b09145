import { expect } from 'chai';
import { PDFDocument } from 'pdf-lib';
import { openBrowser } from '../../../src/adapters/pdf/browser/open-browser.ts';
import { currentSurroundings } from '../../../src/adapters/pdf/browser/surroundings.ts';
import { openPrintingPage } from '../../../src/adapters/pdf/page/printing-page.ts';
import { sealHtml } from '../../../src/adapters/pdf/page/sealed-html.ts';
import { checkUa } from '../../support/ua-check/check-ua.ts';
import { BREAKAGES } from './breakages.ts';
import { openTestPrinter, PROJECT_ROOT, SAMPLE_HTML, sampleRequest } from './sample.ts';

const rulesOf = async (pdf: Uint8Array): Promise<readonly string[]> =>
  [...new Set((await checkUa(pdf)).map(({ rule }) => rule))].sort();

describe('the PDF/UA rules that a machine can decide', () => {
  const printer = openTestPrinter();
  let pdf: Uint8Array;

  before(async () => {
    pdf = await printer.print(sampleRequest());
  });
  after(async () => printer.close());

  it('are all kept by a printed document', async () => {
    expect(await checkUa(pdf)).to.deep.equal([]);
  });

  const PARTS: Readonly<Record<string, string>> = {
    'one line': '<p>One line</p>',
    'a figure whose picture carries the description':
      '<figure><svg role="img" aria-label="A bar" width="9" height="9"><rect width="9" height="9"/></svg></figure>',
    'a decorated and an undecorated picture':
      '<img alt="A dot" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%229%22 height=%229%22%3E%3Crect width=%229%22 height=%229%22/%3E%3C/svg%3E"><img alt="" src="data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==">',
    'lists of every kind':
      '<ol><li>one<p>more</p></li><li><strong>two</strong> and <em>three</em></li></ol><ul style="list-style:none"><li>bare</li><li></li></ul><dl><dt>Term</dt><dd>Meaning</dd></dl>',
    'shades, corners and see-through boxes':
      '<div style="box-shadow:0 0 4px #000;border-radius:9px;border:1px solid;opacity:.5"><p>Boxed <a href="https://example.org/">link</a></p><div style="opacity:.5">twice</div></div>',
    'columns, rules and quotes':
      '<div style="columns:2"><p>a</p><p>b</p></div><hr><blockquote>Said</blockquote>',
    'a gradient': '<div style="background:linear-gradient(red,blue);height:40px"></div>',
    'a long document': `<h1>Long</h1>${'<h2>Part</h2><p>Words and more words.</p>'.repeat(150)}`,
  };
  for (const [name, html] of Object.entries(PARTS)) {
    it(`are all kept by ${name}`, async () => {
      expect(await checkUa(await printer.print(sampleRequest({ html })))).to.deep.equal([]);
    });
  }

  it('are broken in seven ways by what the browser prints before we finish it', async () => {
    const running = await openBrowser(PROJECT_ROOT, undefined, currentSurroundings());
    try {
      const page = await openPrintingPage(running.browser);
      const raw = await page.print(sealHtml(SAMPLE_HTML, 'en-GB', 'Sample'), false);
      expect(await rulesOf(raw)).to.include.members([
        '5-1',
        '7.1-3',
        '7.1-5',
        '7.1-8',
        '7.1-9',
        '7.18.5-2',
        '7.2-list',
      ]);
    } finally {
      await running.close();
    }
  });

  for (const { rule, what, change } of BREAKAGES) {
    it(`${rule} is found broken when ${what}`, async () => {
      const document = await PDFDocument.load(pdf, { updateMetadata: false });
      change(document);
      expect(await rulesOf(await document.save({ useObjectStreams: false }))).to.deep.equal([rule]);
    });
  }

  it('7.4.2 is found broken when a heading level is left out', async () => {
    const html = '<h1>One</h1><h3>Three</h3>';
    expect(await rulesOf(await printer.print(sampleRequest({ html })))).to.deep.equal(['7.4.2']);
  });
});
