import type { PDFRawStream } from 'pdf-lib';
import { PDFArray, PDFBool, PDFDict, PDFName, type PDFDocument } from 'pdf-lib';

/** One way to break one rule in a good document. */
export type Breakage = {
  readonly rule: string;
  readonly what: string;
  readonly change: (document: PDFDocument) => void;
};

const nameOf = PDFName.of.bind(PDFName);

const tagsOf = ({ context }: PDFDocument, kind: string): readonly PDFDict[] =>
  context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(nameOf('S')) === nameOf(kind) ? [object] : [],
    );

const dictsWith = ({ context }: PDFDocument, key: string): readonly PDFDict[] =>
  context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && object.has(nameOf(key)) ? [object] : []));

const first = (dicts: readonly PDFDict[]): PDFDict => {
  const [dict] = dicts;
  if (dict === undefined) throw new Error('The sample lacks what the test breaks.');
  return dict;
};

const setContent = (document: PDFDocument, text: string): void => {
  const { context } = document;
  document.getPage(0).node.set(nameOf('Contents'), context.register(context.stream(text)));
};

const editXmp = (document: PDFDocument, edit: (xmp: string) => string): void => {
  const { catalog, context } = document;
  const stream = catalog.lookup(nameOf('Metadata')) as PDFRawStream;
  const xmp = edit(Buffer.from(stream.contents).toString('utf8'));
  catalog.set(nameOf('Metadata'), context.register(context.stream(Buffer.from(xmp), { Type: 'Metadata' })));
};

const setPart = (document: PDFDocument, part: string, key: string, value: boolean): void =>
  document.catalog.lookup(nameOf(part), PDFDict).set(nameOf(key), value ? PDFBool.True : PDFBool.False);

export const BREAKAGES: readonly Breakage[] = [
  {
    rule: '5-1',
    what: 'the metadata names no PDF/UA part',
    change: (document) => editXmp(document, (xmp) => xmp.replace(/<pdfuaid:part>.*<\/pdfuaid:part>/, '')),
  },
  {
    rule: '6.2',
    what: 'the document is not marked as tagged',
    change: (document) => setPart(document, 'MarkInfo', 'Marked', false),
  },
  {
    rule: '7.1-1',
    what: 'tagged content lies in decoration',
    change: (document) => setContent(document, '/Artifact BMC /P <</MCID 0>> BDC 0 0 9 9 re f EMC EMC'),
  },
  {
    rule: '7.1-2',
    what: 'decoration lies in tagged content',
    change: (document) => setContent(document, '/P <</MCID 0>> BDC /Artifact BMC 0 0 9 9 re f EMC EMC'),
  },
  {
    rule: '7.1-3',
    what: 'one stroke is neither tagged nor decoration, behind a string that looks like a mark',
    change: (document) => setContent(document, '/P <</MCID 0>> BDC (\\) EMC BDC) Tj EMC 0 0 m 9 9 l S'),
  },
  {
    rule: '7.1-3',
    what: 'content names a mark that the tag tree does not know',
    change: (document) => setContent(document, '/P <</MCID 99999>> BDC 0 0 9 9 re f EMC'),
  },
  {
    rule: '7.1-4',
    what: 'the tags are suspect',
    change: (document) => setPart(document, 'MarkInfo', 'Suspects', true),
  },
  {
    rule: '7.1-5',
    what: 'a kind of tag is unknown',
    change: (document) => first(tagsOf(document, 'BlockQuote')).set(nameOf('S'), nameOf('Shout')),
  },
  {
    rule: '7.1-9',
    what: 'the metadata has no title',
    change: (document) => editXmp(document, (xmp) => xmp.replace(/<dc:title>.*<\/dc:title>/, '')),
  },
  {
    rule: '7.1-10',
    what: 'the title is not shown',
    change: (document) => setPart(document, 'ViewerPreferences', 'DisplayDocTitle', false),
  },
  {
    rule: '7.2-lang',
    what: 'no language is given',
    change: ({ catalog }) => catalog.delete(nameOf('Lang')),
  },
  {
    rule: '7.2-list',
    what: 'a list item has no body',
    change: (document) => first(tagsOf(document, 'LBody')).set(nameOf('S'), nameOf('Div')),
  },
  {
    rule: '7.2-table',
    what: 'a cell is not a cell',
    change: (document) => first(tagsOf(document, 'TD')).set(nameOf('S'), nameOf('P')),
  },
  {
    rule: '7.3-1',
    what: 'a picture has no description',
    change: (document) => first(tagsOf(document, 'Figure')).delete(nameOf('Alt')),
  },
  {
    rule: '7.5',
    what: 'header cells say nothing about what they head',
    change: (document) => {
      for (const kind of ['TH', 'TD']) for (const cell of tagsOf(document, kind)) cell.delete(nameOf('A'));
    },
  },
  {
    rule: '7.11',
    what: 'an attached file lacks its second name',
    change: (document) => first(dictsWith(document, 'EF')).delete(nameOf('UF')),
  },
  {
    rule: '7.18.3',
    what: 'a page with links has no tab order',
    change: (document) => document.getPage(0).node.delete(nameOf('Tabs')),
  },
  {
    rule: '7.18.5-1',
    what: 'a link is not in the tag tree',
    change: (document) => first(tagsOf(document, 'Link')).delete(nameOf('K')),
  },
  {
    rule: '7.18.5-2',
    what: 'a link has no description',
    change: (document) =>
      document
        .getPage(0)
        .node.lookup(nameOf('Annots'), PDFArray)
        .lookup(0, PDFDict)
        .delete(nameOf('Contents')),
  },
  {
    rule: '7.21.4.1',
    what: 'a font is not embedded',
    change: (document) => first(dictsWith(document, 'FontFile2')).delete(nameOf('FontFile2')),
  },
  {
    rule: '7.21.7',
    what: 'a font cannot be turned back into characters',
    change: (document) => first(dictsWith(document, 'ToUnicode')).delete(nameOf('ToUnicode')),
  },
];
