import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFObject } from 'pdf-lib';
import { listAllElements } from './structure-tree.ts';

const ID = PDFName.of('ID');
const HEADERS = PDFName.of('Headers');

/**
 * Gives elements names in reading order. Chromium numbers them by what the page has printed before, so the
 * same document would come out different each time.
 */
export const renameElements = (tree: PDFDict): void => {
  const elements = listAllElements(tree).map(({ ref, dict }) => ({ ref, dict, id: textOf(dict.get(ID)) }));
  const names = new Map<string, string>();
  const index: PDFObject[] = [];
  for (const { ref, dict, id } of elements) {
    if (id === undefined || names.has(id)) continue;
    const name = `e${String(names.size + 1).padStart(8, '0')}`;
    names.set(id, name);
    dict.set(ID, PDFString.of(name));
    index.push(PDFString.of(name), ref);
  }
  for (const { dict } of elements) renameHeaders(dict, names);
  if (index.length > 0) tree.set(PDFName.of('IDTree'), tree.context.obj({ Names: index }));
};

/** The header cells that a data cell names, in its attribute dictionary or in one of several. */
const renameHeaders = (dict: PDFDict, names: ReadonlyMap<string, string>): void => {
  const attributes = dict.lookup(PDFName.of('A'));
  const each = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  for (const attribute of each) {
    const resolved = dict.context.lookup(attribute);
    if (!(resolved instanceof PDFDict)) continue;
    const headers = resolved.lookupMaybe(HEADERS, PDFArray);
    if (headers === undefined) continue;
    const renamed = headers.asArray().map((header) => PDFString.of(names.get(textOf(header) ?? '') ?? ''));
    resolved.set(HEADERS, dict.context.obj(renamed));
  }
};

const textOf = (value: unknown): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
