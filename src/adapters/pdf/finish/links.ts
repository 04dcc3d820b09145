import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { listPages } from './page-tree.ts';

/** Gives each link a description in words, for a reader that does not show the page. */
export const describeLinks = (catalog: PDFDict): void => {
  for (const page of listPages(catalog)) {
    const annotations = page.lookupMaybe(PDFName.of('Annots'), PDFArray);
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const annotation = annotations?.lookup(index, PDFDict);
      if (annotation?.get(PDFName.of('Subtype')) !== PDFName.of('Link')) continue;
      annotation.set(PDFName.of('Contents'), PDFHexString.fromText(describe(annotation)));
    }
  }
};

const describe = (annotation: PDFDict): string => {
  const address = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
  return address instanceof PDFString || address instanceof PDFHexString
    ? `Link to ${address.decodeText()}`
    : 'Link to a place in this document';
};
