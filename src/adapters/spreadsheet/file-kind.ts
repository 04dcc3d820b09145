import { DomainError } from '../../core/errors.ts';
import { otherKind } from './refusals.ts';

const startsWith = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, index) => bytes[index] === sign);

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const OLD_EXCEL = [0x09, 0x08];

/** Told by the first bytes, never by the name. Throws for every kind that is not read. */
export const parseFileKind = (bytes: Uint8Array): 'zip' | 'text' => {
  if (bytes.length === 0)
    throw new DomainError('invalid-input', 'This file is empty. Choose the file that holds the marks.');
  if (startsWith(bytes, ZIP)) return 'zip';
  if (startsWith(bytes, EMPTY_ZIP)) throw otherKind('an empty archive');
  if (startsWith(bytes, COMPOUND)) throw compoundKind(bytes);
  if (startsWith(bytes, OLD_EXCEL)) throw otherKind('in a format of Excel from before 1997');
  if (startsWith(bytes, [...Buffer.from('%PDF')])) throw otherKind('a PDF');
  return 'text';
};

/** An old .xls and a workbook with a password sit in the same kind of container; streams in it have their names in UTF-16. */
const compoundKind = (bytes: Uint8Array): DomainError => {
  const holds = (stream: string): boolean => Buffer.from(bytes).includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) {
    return new DomainError(
      'invalid-input',
      'This file is protected with a password. Save it without a password, then send it again.',
    );
  }
  if (holds('WordDocument')) return otherKind('a Word document');
  return otherKind('in the older .xls format');
};

/** What a zip holds, by the parts that only that kind has. */
export const assertWorkbookZip = (names: ReadonlyMap<string, unknown>): void => {
  const has = (name: string): boolean => names.has(name);
  const some = (start: string): boolean => [...names.keys()].some((name) => name.startsWith(start));
  if (has('xl/workbook.bin')) throw otherKind('in the binary .xlsb format');
  if (has('mimetype') && has('content.xml')) throw otherKind('an OpenDocument file (.ods)');
  if (some('word/')) throw otherKind('a Word document (.docx)');
  if (some('ppt/')) throw otherKind('a presentation (.pptx)');
  if (some('Index/') || has('Index.zip')) throw otherKind('a Numbers or Pages document');
  if (!has('_rels/.rels') && !has('xl/workbook.xml')) throw otherKind('an archive that holds no workbook');
};
