import { PDFArray, PDFDict, PDFName, PDFRef } from 'pdf-lib';

export type StructureElement = { readonly ref: PDFRef; readonly dict: PDFDict };

const KIDS = PDFName.of('K');
const TYPE = PDFName.of('S');

/** The kind of an element: 'P', 'LI', 'Figure'. Empty for what is not an element. */
export const kindOf = (dict: PDFDict): string => {
  const kind = dict.get(TYPE);
  return kind instanceof PDFName ? kind.decodeText() : '';
};

export const setKind = (dict: PDFDict, kind: string): void => dict.set(TYPE, PDFName.of(kind));

/** Everything below an element as it is written: elements as references, marks as numbers or small dictionaries. */
export const listRawKids = (dict: PDFDict): readonly unknown[] => {
  const kids = dict.get(KIDS);
  const resolved = kids instanceof PDFRef ? dict.context.lookup(kids) : kids;
  if (resolved instanceof PDFArray) return resolved.asArray();
  return kids === undefined ? [] : [kids];
};

export const asElement = (dict: PDFDict, kid: unknown): StructureElement | undefined => {
  if (!(kid instanceof PDFRef)) return undefined;
  const target = dict.context.lookup(kid);
  return target instanceof PDFDict && kindOf(target) !== '' ? { ref: kid, dict: target } : undefined;
};

export const listElements = (dict: PDFDict): readonly StructureElement[] =>
  listRawKids(dict).flatMap((kid) => asElement(dict, kid) ?? []);

/** All elements below, parents before children, in reading order. */
export const listAllElements = (dict: PDFDict): readonly StructureElement[] => {
  const found: StructureElement[] = [];
  const visit = (parent: PDFDict): void => {
    for (const element of listElements(parent)) {
      found.push(element);
      visit(element.dict);
    }
  };
  visit(dict);
  return found;
};
