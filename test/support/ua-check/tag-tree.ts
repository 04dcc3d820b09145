import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFString, type PDFDocument } from 'pdf-lib';

/** A tag with its standard kind (after the role map) and what is below it. */
export type Tag = {
  readonly kind: string;
  readonly dict: PDFDict;
  readonly parentKind: string;
  readonly kids: readonly Tag[];
};

const nameOf = PDFName.of.bind(PDFName);

/** All tags of a document in reading order, parents first. Empty when it has no tag tree. */
export const listTags = (document: PDFDocument): readonly Tag[] => {
  const root = document.catalog.lookupMaybe(nameOf('StructTreeRoot'), PDFDict);
  if (root === undefined) return [];
  const roles = root.lookupMaybe(nameOf('RoleMap'), PDFDict);
  return readKids(root, '', roles).flatMap(flatten);
};

const flatten = (tag: Tag): readonly Tag[] => [tag, ...tag.kids.flatMap(flatten)];

const readKids = (parent: PDFDict, parentKind: string, roles: PDFDict | undefined): readonly Tag[] => {
  const raw = parent.lookup(nameOf('K'));
  const each = raw instanceof PDFArray ? raw.asArray() : [raw];
  return each.flatMap((item) => {
    const dict = item instanceof PDFRef ? parent.context.lookup(item) : item;
    if (!(dict instanceof PDFDict) || !dict.has(nameOf('S'))) return [];
    const kind = standardKind(dict.get(nameOf('S')), roles);
    return [{ kind, dict, parentKind, kids: readKids(dict, kind, roles) }];
  });
};

const standardKind = (kind: unknown, roles: PDFDict | undefined): string => {
  if (!(kind instanceof PDFName)) return '';
  const mapped = roles?.get(kind);
  return (mapped instanceof PDFName ? mapped : kind).decodeText();
};

export const hasText = (dict: PDFDict, key: string): boolean => {
  const value = dict.lookup(nameOf(key));
  return (value instanceof PDFString || value instanceof PDFHexString) && value.decodeText().trim() !== '';
};

/** The attribute dictionaries of a tag: Scope and Headers of a cell live in one of them. */
export const listAttributes = (dict: PDFDict): readonly PDFDict[] => {
  const raw = dict.lookup(nameOf('A'));
  const each = raw instanceof PDFArray ? raw.asArray() : [raw];
  return each.flatMap((item) => {
    const resolved = dict.context.lookup(item);
    return resolved instanceof PDFDict ? [resolved] : [];
  });
};
