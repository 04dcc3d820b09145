import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFStreamWriter,
  type PDFObject,
} from 'pdf-lib';

const OBJECTS_A_STREAM = 200;
const ID_DIGITS = 32;
const PLACEHOLDER = '0'.repeat(ID_DIGITS);

/**
 * Writes the document with its objects numbered in the order in which they are met from its root, so that the
 * numbers say nothing about how it came to be. What nothing refers to is left out. The document's own id is a
 * hash of its content: it is written as zeros first and put in place afterwards.
 */
export const writeCanonical = async (source: PDFContext): Promise<Uint8Array> => {
  const target = PDFContext.create();
  const numbers = new Map<PDFRef, PDFRef>();
  const line: PDFRef[] = [];
  const renumber = (ref: PDFRef): PDFRef => {
    const known = numbers.get(ref);
    if (known !== undefined) return known;
    const next = target.nextRef();
    numbers.set(ref, next);
    line.push(ref);
    return next;
  };
  const { Root: root, Info: info } = source.trailerInfo;
  if (!(root instanceof PDFRef) || !(info instanceof PDFRef))
    throw new Error('The print has no root or no information.');
  target.trailerInfo = { Root: renumber(root), Info: renumber(info) };
  for (const ref of line) {
    const object = source.lookup(ref);
    if (object !== undefined) target.assign(renumber(ref), copyObject(object, target, renumber));
  }
  target.trailerInfo.ID = target.obj([PDFHexString.of(PLACEHOLDER), PDFHexString.of(PLACEHOLDER)]);
  const bytes = await PDFStreamWriter.forContext(
    target,
    Infinity,
    true,
    OBJECTS_A_STREAM,
  ).serializeToBuffer();
  return fillInId(bytes);
};

const copyObject = (object: PDFObject, target: PDFContext, renumber: (ref: PDFRef) => PDFRef): PDFObject => {
  if (object instanceof PDFRef) return renumber(object);
  if (object instanceof PDFArray) {
    const copy = PDFArray.withContext(target);
    for (const item of object.asArray()) copy.push(copyObject(item, target, renumber));
    return copy;
  }
  if (object instanceof PDFDict) {
    const copy = PDFDict.withContext(target);
    for (const [key, value] of object.entries()) copy.set(key, copyObject(value, target, renumber));
    return copy;
  }
  if (object instanceof PDFStream) {
    // The browser keeps lengths in objects of their own; said in place they need none.
    object.dict.set(PDFName.of('Length'), PDFNumber.of(object.getContentsSize()));
    const dict = copyObject(object.dict, target, renumber) as PDFDict;
    return PDFRawStream.of(dict, object.getContents());
  }
  return object;
};

const fillInId = (bytes: Uint8Array): Uint8Array => {
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, ID_DIGITS).toUpperCase();
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const second = whole.lastIndexOf(PLACEHOLDER);
  const first = whole.lastIndexOf(PLACEHOLDER, second - ID_DIGITS);
  if (first < 0) throw new Error('The place of the document id was not found.');
  whole.write(id, second, 'latin1');
  whole.write(id, first, 'latin1');
  return bytes;
};
