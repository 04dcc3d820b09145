import { PDFArray, PDFDict, PDFName } from 'pdf-lib';

/** The pages of a document in reading order. */
export const listPages = (catalog: PDFDict): readonly PDFDict[] =>
  listBelow(catalog.lookup(PDFName.of('Pages'), PDFDict));

const listBelow = (node: PDFDict): readonly PDFDict[] => {
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
  if (kids === undefined) return [node];
  return Array.from({ length: kids.size() }, (_unused, index) => kids.lookup(index, PDFDict)).flatMap(
    listBelow,
  );
};
