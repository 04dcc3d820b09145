import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFParser, PDFRawStream, PDFString } from 'pdf-lib';
import { DomainError } from '../../core/errors.ts';
import type { PdfReader } from '../../usecases/ports.ts';
import { loadPrint } from './print-reader.ts';

const LARGEST_PDF_BYTES = 50_000_000;
const LARGEST_ATTACHMENT_BYTES = 100_000_000;

/**
 * Reads a decision document back. Whoever hands the file in controls every byte of it, so nothing it says about
 * itself (size, checksum, kind) is taken over: the attachment's bytes are returned as they are, changed if they
 * were changed, and judging them is the caller's. A file with several attachments is refused, because two
 * readers could each look at a different one.
 */
export const createPdfReader = (): PdfReader => ({
  loadAttachment: async (pdf) => {
    if (pdf.byteLength > LARGEST_PDF_BYTES) throw notReadable('it is larger than any document of ours');
    const catalog = await parseCatalog(pdf);
    const files = listFiles(catalog);
    if (files.length > 1)
      throw notReadable(`it carries ${files.length} attachments where there should be one`);
    const [file] = files;
    return file === undefined ? undefined : { fileName: nameOf(file), bytes: unpack(file) };
  },
  loadPrint,
});

const parseCatalog = async (pdf: Uint8Array): Promise<PDFDict> => {
  try {
    const context = await PDFParser.forBytesWithOptions(pdf, Infinity, true).parseDocument();
    if (context.trailerInfo.Encrypt !== undefined) throw notReadable('it is encrypted');
    return context.lookup(context.trailerInfo.Root, PDFDict);
  } catch (error) {
    throw error instanceof DomainError ? error : notReadable('it is damaged, or not a PDF at all');
  }
};

/** The file specifications in the catalogue's list of embedded files, which may be split over several nodes. */
const listFiles = (catalog: PDFDict): readonly PDFDict[] => {
  try {
    const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict);
    const root = names?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict);
    return root === undefined ? [] : listBelow(root, 0);
  } catch (error) {
    throw error instanceof DomainError ? error : notReadable('its list of attachments is damaged');
  }
};

const listBelow = (node: PDFDict, depth: number): readonly PDFDict[] => {
  if (depth > 20) throw notReadable('its list of attachments does not end');
  const pairs = node.lookupMaybe(PDFName.of('Names'), PDFArray);
  const here = Array.from({ length: Math.floor((pairs?.size() ?? 0) / 2) }, (_unused, index) =>
    pairs?.lookup(index * 2 + 1, PDFDict),
  );
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
  const below = Array.from({ length: kids?.size() ?? 0 }, (_unused, index) => kids?.lookup(index, PDFDict));
  return [
    ...here.filter((file) => file !== undefined),
    ...below.flatMap((kid) => (kid === undefined ? [] : listBelow(kid, depth + 1))),
  ];
};

const nameOf = (file: PDFDict): string => {
  const name = file.lookup(PDFName.of('UF')) ?? file.lookup(PDFName.of('F'));
  return name instanceof PDFString || name instanceof PDFHexString ? name.decodeText() : '';
};

const unpack = (file: PDFDict): Uint8Array => {
  const forms = file.lookupMaybe(PDFName.of('EF'), PDFDict);
  const stream = forms?.lookup(PDFName.of('F'));
  if (forms?.has(PDFName.of('UF')) === true && forms.lookup(PDFName.of('UF')) !== stream) {
    throw notReadable('its attachment is kept in two forms');
  }
  if (!(stream instanceof PDFRawStream)) throw notReadable('its attachment is missing');
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  if (filter === undefined) return stream.asUint8Array();
  if (filter !== PDFName.of('FlateDecode')) throw notReadable('its attachment is packed in an unknown way');
  try {
    return new Uint8Array(inflateSync(stream.contents, { maxOutputLength: LARGEST_ATTACHMENT_BYTES }));
  } catch {
    throw notReadable('its attachment is damaged or too large');
  }
};

const notReadable = (why: string): DomainError =>
  new DomainError(
    'invalid-input',
    `This PDF cannot be read: ${why}. Use the file as it was downloaded, without saving it again from another program.`,
  );
