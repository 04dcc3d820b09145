import { expect } from 'chai';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import { createPdfReader } from '../../../src/adapters/pdf/reader.ts';
import { DomainError } from '../../../src/core/errors.ts';
import { LEDGER_BYTES, openTestPrinter, sampleRequest } from './sample.ts';

const HTML = '<p>One line</p>';
const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('PDF reader', () => {
  const reader = createPdfReader();
  const printer = openTestPrinter();
  let pdf: Uint8Array;

  before(async () => {
    pdf = await printer.print(sampleRequest({ html: HTML }));
  });
  after(async () => printer.close());

  const alter = async (change: (catalog: PDFDict) => void): Promise<Uint8Array> => {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    change(document.catalog);
    return document.save();
  };
  const listOf = (catalog: PDFDict): PDFArray =>
    catalog
      .lookup(PDFName.of('Names'), PDFDict)
      .lookup(PDFName.of('EmbeddedFiles'), PDFDict)
      .lookup(PDFName.of('Names'), PDFArray);
  const refusal = async (bytes: Uint8Array): Promise<DomainError> => {
    const error: unknown = await reader.loadAttachment(bytes).then(undefined, (reason: unknown) => reason);
    expect(error).to.be.instanceOf(DomainError);
    return error as DomainError;
  };

  it('gives back the attachment byte for byte, with its name', async () => {
    const attachment = await reader.loadAttachment(pdf);
    expect(attachment?.fileName).to.equal('decision.json');
    expect(attachment?.bytes).to.deep.equal(LEDGER_BYTES);
  });

  it('gives back large and binary attachments, and names in any script', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_unused, index) => (index * index) % 251);
    const attachment = {
      fileName: 'Beschluß Żółć.bin',
      mediaType: 'application/octet-stream',
      description: '',
      bytes,
    };
    const printed = await printer.print(sampleRequest({ html: HTML, attachment }));
    const read = await reader.loadAttachment(printed);
    expect(read?.fileName).to.equal(attachment.fileName);
    expect(Buffer.compare(read?.bytes ?? new Uint8Array(), bytes)).to.equal(0);
  });

  it('answers nothing for a PDF without an attachment', async () => {
    const printed = await printer.print(sampleRequest({ html: HTML, attachment: null }));
    expect(await reader.loadAttachment(printed)).to.equal(undefined);
  });

  it('gives back what is there, not what the file says about it: changed bytes come out changed', async () => {
    const changed = textBytes('{"note":"changed","seq":1}\n');
    const altered = await alter((catalog) => {
      const file = listOf(catalog).lookup(1, PDFDict).lookup(PDFName.of('EF'), PDFDict);
      const original = catalog.context.lookup(file.get(PDFName.of('F'))) as PDFRawStream;
      // The old checksum and size stay in place, as a forger in a hurry would leave them.
      original.dict.delete(PDFName.of('Filter'));
      original.dict.set(PDFName.of('Length'), PDFNumber.of(changed.length));
      const ref = catalog.context.register(PDFRawStream.of(original.dict, changed));
      for (const key of ['F', 'UF']) file.set(PDFName.of(key), ref);
    });
    expect((await reader.loadAttachment(altered))?.bytes).to.deep.equal(changed);
  });

  it('refuses a file with two attachments: two readers might look at different ones', async () => {
    const altered = await alter((catalog) => {
      const list = listOf(catalog);
      list.push(PDFHexString.fromText('other.json'));
      list.push(list.get(1));
    });
    expect((await refusal(altered)).detail).to.contain('2 attachments');
  });

  it('refuses an attachment that is kept in two forms, for the same reason', async () => {
    const altered = await alter((catalog) => {
      const file = listOf(catalog).lookup(1, PDFDict).lookup(PDFName.of('EF'), PDFDict);
      file.set(PDFName.of('UF'), catalog.context.register(catalog.context.stream('{}')));
    });
    expect((await refusal(altered)).detail).to.contain('two forms');
  });

  it('refuses what is no PDF, and a PDF cut short or damaged inside', async () => {
    const damaged = pdf.slice();
    const at = Buffer.from(damaged).indexOf('/EmbeddedFile');
    const dataAt = Buffer.from(damaged).indexOf('stream\n', at) + 10;
    damaged.fill(0x55, dataAt, dataAt + 20);
    for (const bytes of [textBytes('{"a":1}'), new Uint8Array(), pdf.slice(0, pdf.length / 2), damaged]) {
      expect((await refusal(bytes)).code).to.equal('invalid-input');
    }
  });

  it('ends with a refusal on a list of attachments that runs in a circle', async () => {
    const altered = await alter((catalog) => {
      const names = catalog.lookup(PDFName.of('Names'), PDFDict);
      const node = catalog.context.obj({});
      const ref = catalog.context.register(node);
      node.set(PDFName.of('Kids'), catalog.context.obj([ref]));
      names.set(PDFName.of('EmbeddedFiles'), ref);
    });
    expect((await refusal(altered)).detail).to.contain('does not end');
  });
});
