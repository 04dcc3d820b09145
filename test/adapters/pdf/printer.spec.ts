import { expect } from 'chai';
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { loadProgramMark } from '../../../src/adapters/pdf/program-mark.ts';
import { openTestPrinter, PROJECT_ROOT, sampleRequest } from './sample.ts';
import { readWithPdfjs, type ReadPdf } from './read-with-pdfjs.ts';

describe('PDF printer', () => {
  const printer = openTestPrinter();
  let pdf: Uint8Array;
  let seen: ReadPdf;

  before(async () => {
    pdf = await printer.print(sampleRequest());
    seen = await readWithPdfjs(pdf);
  });
  after(async () => printer.close());

  it('makes a PDF of several pages', () => {
    expect(Buffer.from(pdf.subarray(0, 8)).toString('latin1')).to.equal('%PDF-1.7');
    expect(seen.pages).to.have.length(3);
  });

  it('takes title, language and date from the request, not from the document or the clock', () => {
    expect(seen.info).to.include({
      Title: 'Decision: "Müller" <1>',
      Language: 'en-GB',
      CreationDate: 'D:20261122093000Z',
      ModDate: 'D:20261122093000Z',
      Creator: loadProgramMark(PROJECT_ROOT),
    });
  });

  it('says which program and which browser made it, and where its code can be checked', async () => {
    expect(seen.info['Creator']).to.match(/^Counterweight \d+\.\d+\.\d+ \([0-9a-f]{12}\)$/);
    expect(seen.info['Producer']).to.match(/^Chromium [\d.]+, Skia\/PDF m\d+$/);
    const checkAt = 'https://decide.example/verify';
    const { info } = await readWithPdfjs(await printer.print(sampleRequest({ checkAt })));
    expect(info['Custom']).to.deep.equal({ CheckAt: checkAt });
    expect(seen.info).not.to.have.any.keys('Custom');
  });

  it('leaves every date out when none is given', async () => {
    const undated = await printer.print(sampleRequest({ datedIso: null }));
    const { info } = await readWithPdfjs(undated);
    expect(info).to.not.have.any.keys('CreationDate', 'ModDate');
    expect(Buffer.from(undated).toString('latin1')).to.not.match(/CreateDate|ModifyDate|\(D:\d{4}/);
  });

  it('keeps the text readable, with umlauts, Polish letters and the pound sign', () => {
    expect(seen.pages[0]).to.contain('Müller & Żółć: £1,200');
    expect(seen.pages[0]).to.contain('the second part');
  });

  it('numbers the pages', () => {
    seen.pages.forEach((text, index) => expect(text).to.contain(`Page ${index + 1} of 3`));
  });

  it('repeats the head of a table on each of its pages', () => {
    for (const text of seen.pages) expect(text).to.contain('Name of line');
  });

  it('makes bookmarks of the headings', () => {
    expect(seen.outline).to.deep.equal([{ title: 'Müller & Żółć: £1,200', below: ['The second part'] }]);
  });

  it('is tagged, and its fonts are inside it', async () => {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    const { catalog, context } = document;
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).to.equal(
      'true',
    );
    expect(catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).has(PDFName.of('ParentTree'))).to.equal(
      true,
    );
    const fonts = context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict && object.has(PDFName.of('FontName')) ? [object] : [],
      );
    expect(fonts.map((font) => font.get(PDFName.of('FontName'))?.toString())).to.satisfy((names: string[]) =>
      names.some((name) => name.endsWith('AtkinsonHyperlegible-Regular')),
    );
    for (const font of fonts) expect(font.has(PDFName.of('FontFile2')), font.toString()).to.equal(true);
  });

  it('cites what it was made from: the attachment is an associated file of the document', async () => {
    const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
    const file = catalog.lookup(PDFName.of('AF'), PDFArray).lookup(0, PDFDict);
    expect(file.get(PDFName.of('AFRelationship'))?.toString()).to.equal('/Source');
  });
});
