import { PDFDict, PDFHexString, PDFName, PDFString, type PDFContext } from 'pdf-lib';
import type { PdfRequest } from '../../../usecases/ports.ts';

/** What made a document: the program with its mark, and the browser with its version. */
export type Maker = { readonly program: string; readonly browser: string };

/** Document information, once as the old dictionary and once as XMP, saying the same. No clock: a date is given or absent. */
export const writeMetadata = (
  context: PDFContext,
  catalog: PDFDict,
  { title, language, datedIso, checkAt }: PdfRequest,
  maker: Maker,
): void => {
  const info = context.lookup(context.trailerInfo.Info, PDFDict);
  const library = info.lookupMaybe(PDFName.of('Producer'), PDFString, PDFHexString)?.decodeText() ?? '';
  const producer = `${maker.browser}, ${library}`;
  for (const key of info.keys()) info.delete(key);
  info.set(PDFName.of('Title'), PDFHexString.fromText(title));
  info.set(PDFName.of('Creator'), PDFString.of(maker.program));
  info.set(PDFName.of('Producer'), PDFString.of(producer));
  if (checkAt) info.set(PDFName.of('CheckAt'), PDFHexString.fromText(checkAt));
  if (datedIso !== null) {
    const date = PDFString.fromDate(new Date(datedIso));
    info.set(PDFName.of('CreationDate'), date);
    info.set(PDFName.of('ModDate'), date);
  }
  const xmp = Buffer.from(
    buildXmp({ title, language, program: maker.program, producer, dated: toSeconds(datedIso) }),
    'utf8',
  );
  const stream = context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(stream));
  catalog.set(PDFName.of('Lang'), PDFString.of(language));
};

/** Both dates are written to the second, so that they agree. */
const toSeconds = (iso: string | null): string | null =>
  iso === null ? null : new Date(iso).toISOString().replace(/\.\d+Z$/, 'Z');

const buildXmp = (facts: {
  title: string;
  language: string;
  program: string;
  producer: string;
  dated: string | null;
}): string => {
  const spaces = [
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
  ];
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" ${spaces.join(' ')}>`,
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(facts.title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${escapeXml(facts.language)}</rdf:li></rdf:Bag></dc:language>`,
    '<dc:format>application/pdf</dc:format>',
    `<xmp:CreatorTool>${escapeXml(facts.program)}</xmp:CreatorTool>`,
    `<pdf:Producer>${escapeXml(facts.producer)}</pdf:Producer>`,
    ...(facts.dated === null
      ? []
      : [
          `<xmp:CreateDate>${facts.dated}</xmp:CreateDate>`,
          `<xmp:ModifyDate>${facts.dated}</xmp:ModifyDate>`,
        ]),
    '<pdfuaid:part>1</pdfuaid:part>',
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
};

/** XML allows no control characters at all, not even escaped. */
const escapeXml = (text: string): string =>
  text

    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
