import { PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFDocument } from 'pdf-lib';
import { unless, type UaFault } from './fault.ts';

const nameOf = PDFName.of.bind(PDFName);

/** Rules on the document as a whole: version, metadata, language, title, that it is tagged at all. */
export const checkDocument = ({ catalog, context }: PDFDocument, pdf: Uint8Array): readonly UaFault[] => {
  const header = Buffer.from(pdf.subarray(0, 9)).toString('latin1');
  const xmp = readXmp(catalog);
  const marks = catalog.lookupMaybe(nameOf('MarkInfo'), PDFDict);
  const viewer = catalog.lookupMaybe(nameOf('ViewerPreferences'), PDFDict);
  const language = catalog.lookup(nameOf('Lang'));
  const files = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && object.has(nameOf('EF')) ? [object] : []));
  return [
    ...unless(/^%PDF-1\.[0-7]/.test(header), '6.1', `the header is ${header}`),
    ...unless(isTrue(marks, 'Marked'), '6.2', 'the document is not marked as tagged'),
    ...unless(!isTrue(marks, 'Suspects'), '7.1-4', 'the tags are marked as suspect'),
    ...unless(xmp !== '', '7.1-8', 'there is no XMP metadata'),
    ...unless(/<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp), '5-1', 'the metadata does not name PDF/UA'),
    ...unless(/<dc:title>.*<rdf:li[^>]*>[^<]+<\/rdf:li>/s.test(xmp), '7.1-9', 'the metadata has no title'),
    ...unless(isTrue(viewer, 'DisplayDocTitle'), '7.1-10', 'the title is not shown in the title bar'),
    ...unless(catalog.has(nameOf('StructTreeRoot')), '7.1-11', 'there is no tag tree'),
    ...unless(
      (language instanceof PDFString || language instanceof PDFHexString) &&
        /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language.decodeText()),
      '7.2-lang',
      'the document has no language',
    ),
    ...files.flatMap((file) =>
      unless(file.has(nameOf('F')) && file.has(nameOf('UF')), '7.11', 'an attached file has no name'),
    ),
  ];
};

const isTrue = (dict: PDFDict | undefined, key: string): boolean =>
  dict?.get(nameOf(key))?.toString() === 'true';

const readXmp = (catalog: PDFDict): string => {
  const stream = catalog.lookup(nameOf('Metadata'));
  return stream instanceof PDFRawStream ? Buffer.from(stream.contents).toString('utf8') : '';
};
