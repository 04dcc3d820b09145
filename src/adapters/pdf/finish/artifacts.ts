import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFContext } from 'pdf-lib';
import { markContentArtifacts } from './content-artifacts.ts';
import { listPages } from './page-tree.ts';

/**
 * Marks the untagged paint of every page, and of every drawn object that carries tags of its own (Chromium
 * makes one for a group with transparency).
 */
export const markArtifacts = (catalog: PDFDict): void => {
  const done = new Set<PDFRef>();
  for (const page of listPages(catalog)) {
    markStream(page.context, page.get(PDFName.of('Contents')), page, done);
  }
};

const markStream = (context: PDFContext, ref: unknown, resourceOwner: PDFDict, done: Set<PDFRef>): void => {
  if (!(ref instanceof PDFRef) || done.has(ref)) return;
  done.add(ref);
  const stream = context.lookup(ref);
  if (!(stream instanceof PDFRawStream)) return;
  const drawn = resourceOwner
    .lookupMaybe(PDFName.of('Resources'), PDFDict)
    ?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  const isTagged = (name: string): boolean => {
    const target = drawn?.get(PDFName.of(name));
    const form = context.lookup(target);
    if (!(form instanceof PDFRawStream) || !form.dict.has(PDFName.of('StructParents'))) return false;
    markStream(context, target, form.dict, done);
    return true;
  };
  const content = markContentArtifacts(readText(stream), isTagged);
  context.assign(ref, compressed(stream.dict, Buffer.from(content, 'latin1')));
};

const readText = (stream: PDFRawStream): string => {
  const isPacked = stream.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode');
  return Buffer.from(isPacked ? inflateSync(stream.contents) : stream.contents).toString('latin1');
};

const compressed = (dict: PDFDict, bytes: Uint8Array): PDFRawStream => {
  const packed = deflateSync(bytes, { level: 6 });
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.set(PDFName.of('Length'), PDFNumber.of(packed.length));
  return PDFRawStream.of(dict, packed);
};
