import { expect } from 'chai';
import { PDFDocument, rgb } from 'pdf-lib';
import { createPdfReader } from '../../src/adapters/pdf/reader.ts';
import { DomainError } from '../../src/core/errors.ts';
import type { PdfPrinter } from '../../src/usecases/ports.ts';
import { renderReportPdf } from '../../src/usecases/render-report.ts';
import type { ReportPdfPorts } from '../../src/usecases/render-report.ts';
import { reportCase } from '../../src/usecases/report-case.ts';
import type { GivenCase } from '../../src/usecases/report-case.ts';
import { verifyFile } from '../../src/usecases/verify-file.ts';
import type { FileVerdict, VerifyPorts } from '../../src/usecases/verify-file.ts';
// Loads the reading library before mocha looks for what it leaves in the global object.
import '../adapters/pdf/read-with-pdfjs.ts';
import { openTestPrinter } from '../adapters/pdf/sample.ts';
import { tableCase } from '../core/scoring/make-case.ts';
import { APPROVED } from '../support/decision-states.ts';
import { recordActs, viewAs } from '../support/record-acts.ts';
import { reportPorts } from './report-tools.ts';

const printer = openTestPrinter();
const tools = reportPorts(printer);
const reachable: ReportPdfPorts = { ...tools, baseUrl: 'https://decide.example', reachable: true };
const view = viewAs(recordActs(APPROVED), 'lead');

const given = tableCase([[81.25], [40]], [10000]);
const bytes = new TextEncoder().encode(JSON.stringify(given));
const loaded: GivenCase = { given, bytes, placeOf: (path) => path };

const portsWith = (pdf: PdfPrinter): VerifyPorts => ({
  pdfReader: createPdfReader(),
  caseFiles: { parseCase: async () => loaded },
  withPrinter: (use) => use({ ...tools, pdf }),
});
const verify = (pdf: Uint8Array): Promise<FileVerdict> => verifyFile(portsWith(printer), pdf);

/** The same record inside, and pages that read otherwise: what a forger with a printer of their own would make. */
const changingWords = (before: string, after: string): PdfPrinter => ({
  ...printer,
  print: (request) => {
    expect(request.html).to.include(before);
    return printer.print({ ...request, html: request.html.replaceAll(before, after) });
  },
});

const altered = async (pdf: Uint8Array, change: (document: PDFDocument) => void): Promise<Uint8Array> => {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  change(document);
  return document.save();
};

describe('verifying the pages of a PDF', function () {
  this.timeout(60_000);
  after(async () => printer.close());
  let internal: Uint8Array;
  before(async () => {
    internal = await renderReportPdf(tools, view, 'internal');
  });

  it('finds both editions and a case report the same, byte for byte', async () => {
    for (const pdf of [
      internal,
      await renderReportPdf(tools, view, 'shareable'),
      (await reportCase(tools, loaded)).pdf,
    ]) {
      const { intact, lines, remarks } = await verify(pdf);
      expect(intact, lines.join('\n')).to.equal(true);
      expect(lines.at(-1)).to.match(/^pages: .* the same byte for byte$/);
      expect(remarks).to.deep.equal([]);
    }
  });

  it('finds one changed word, says on which page and how it should read, though the record is intact', async () => {
    const forged = await renderReportPdf(
      { ...tools, pdf: changingWords('Approved by', 'Declined by') },
      view,
      'internal',
    );
    const { intact, lines } = await verify(forged);
    expect(intact).to.equal(false);
    expect(lines).to.have.length(2);
    expect(lines[0]).to.equal('faulty: the pages do not show what the record inside says');
    expect(lines[1]).to.match(
      /^Page \d+ reads “[^”]*Declined by[^”]*”; .* it reads “[^”]*Approved by[^”]*”\.$/,
    );
  });

  it('finds a changed figure in a case report', async () => {
    const { pdf } = await reportCase({ ...tools, pdf: changingWords('81.25', '91.25') }, loaded);
    const { intact, lines } = await verify(pdf);
    expect(intact).to.equal(false);
    expect(lines[1]).to.match(/^Page \d+ reads “[^”]*91\.25[^”]*”/);
  });

  it('finds what is laid over the words, which stay readable below it', async () => {
    const painted = await altered(internal, (document) =>
      document.getPage(0).drawRectangle({ x: 60, y: 600, width: 300, height: 20, color: rgb(1, 1, 1) }),
    );
    const { intact, lines } = await verify(painted);
    expect(intact).to.equal(false);
    expect(lines[1]).to.match(/^Page 1 has the words of the record, and something else/);
  });

  it('finds a page that was taken out', async () => {
    const shorter = await altered(internal, (document) => document.removePage(document.getPageCount() - 1));
    const { intact, lines } = await verify(shorter);
    expect(intact).to.equal(false);
    expect(lines[1]).to.match(/^It has \d+ pages; printed again/);
  });

  it('lets a file pass that another program only saved again', async () => {
    const { intact, lines } = await verify(await altered(internal, () => undefined));
    expect(lines.at(-1)).to.match(/^pages: every page shows what the record .* saved again/);
    expect(intact).to.equal(true);
  });

  it('prints the address for checking as the file has it, and asks the reader to look at it', async () => {
    const { intact, lines, remarks } = await verify(await renderReportPdf(reachable, view, 'internal'));
    expect(intact, lines.join('\n')).to.equal(true);
    expect(remarks).to.have.length(1);
    expect(remarks[0]).to.include('https://decide.example').and.include('the service that you know');
  });

  it('goes by the record when another version made the file, and says what it could not check', async () => {
    const other = await altered(
      await renderReportPdf({ ...tools, pdf: changingWords('Approved by', 'Declined by') }, view, 'internal'),
      (document) => void document.setCreator('Counterweight 0.0.9 (0123456789ab)'),
    );
    const { intact, lines, remarks } = await verify(other);
    expect(intact).to.equal(true);
    expect(lines.join('\n')).not.to.include('pages:');
    expect(remarks[0]).to.include('not the pages').and.include('Counterweight 0.0.9 (0123456789ab)');
    expect(remarks[1]).to.match(/^The first difference: Page \d+ reads “[^”]*Declined by/);
  });

  it('goes by the record where there is no browser, and says so', async () => {
    const print = async (): Promise<never> => {
      throw new DomainError('renderer-unavailable', 'No browser could be started to make the PDF.');
    };
    const { intact, lines, remarks } = await verifyFile(portsWith({ ...printer, print }), internal);
    expect(intact).to.equal(true);
    expect(lines[0]).to.match(/^intact: /);
    expect(remarks).to.deep.equal([
      'Only the record inside was checked, not the pages. The reason: No browser could be started to make the PDF.',
    ]);
  });
});
