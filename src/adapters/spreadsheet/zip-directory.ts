import { crc32, inflateRawSync } from 'node:zlib';
import { DomainError } from '../../core/errors.ts';
import { MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED, RATIO_FROM } from './limits.ts';
import { damaged, tooLarge } from './refusals.ts';

/** One file inside a zip, as its directory describes it. Whoever made the file controls every value. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
const IN_EXTRA = 0xffffffff;
const ZIP64_EXTRA = 1;

/**
 * The directory of a zip, with nothing unpacked: what it would unpack to is judged by what it says, and unpackEntry
 * then holds each entry to what was said.
 */
export const listZip = (bytes: Uint8Array): ReadonlyMap<string, ZipEntry> => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) {
    throw tooLarge(`This file holds ${count} files inside; a workbook may hold ${MOST_ENTRIES}.`);
  }
  const entries = new Map<string, ZipEntry>();
  let at = view.readUInt32LE(end + 16);
  let unpacked = 0;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(view, at);
    assertEntry(entry);
    unpacked += entry.size;
    if (unpacked > MOST_UNPACKED) throw unpacksTooFar();
    if (entries.has(entry.name)) throw damaged('it holds the same part twice');
    entries.set(entry.name, entry);
    at = next;
  }
  return entries;
};

/** The bytes of one entry: never more than it said, and the very ones it was made with. */
export const unpackEntry = (bytes: Uint8Array, entry: ZipEntry): Uint8Array => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, packedSize } = entry;
  if (offset + 30 > view.length || view.readUInt32LE(offset) !== LOCAL)
    throw damaged('a part is not where it should be');
  const start = offset + 30 + view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28);
  const packed = view.subarray(start, start + packedSize);
  if (packed.length !== packedSize) throw damaged('it ends too early');
  const content = entry.method === STORED ? packed : inflate(packed, entry.size);
  if (content.length !== entry.size || crc32(content) !== entry.crc)
    throw damaged('a part is not what its directory says');
  return content;
};

const inflate = (packed: Uint8Array, size: number): Uint8Array => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw damaged('a part does not unpack to what its directory says');
  }
};

const findEnd = (view: Buffer): number => {
  const last = view.length - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.readUInt32LE(at) === END) return at;
  }
  throw damaged('it ends too early');
};

const readEntry = (view: Buffer, at: number): { entry: ZipEntry; next: number } => {
  if (at + 46 > view.length || view.readUInt32LE(at) !== ENTRY) throw damaged('its directory is not whole');
  if (view.readUInt16LE(at + 8) & ENCRYPTED) {
    throw new DomainError(
      'invalid-input',
      'This file is protected with a password. Save it without a password, then send it again.',
    );
  }
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
    view.readUInt16LE(at + offset),
  ) as [number, number, number];
  const extraAt = at + 46 + nameLength;
  const next = extraAt + extraLength + commentLength;
  if (next > view.length) throw damaged('its directory is not whole');
  const [size, packedSize, offset] = inExtra(view.subarray(extraAt, extraAt + extraLength), [
    view.readUInt32LE(at + 24),
    view.readUInt32LE(at + 20),
    view.readUInt32LE(at + 42),
  ]);
  const name = view.toString('utf8', at + 46, extraAt).replaceAll('\\', '/');
  return {
    entry: {
      name,
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      packedSize,
      size,
      offset,
    },
    next,
  };
};

/** Some programs write every size in the long form, which stands in an extra field, in this order. */
const inExtra = (extra: Buffer, values: [number, number, number]): [number, number, number] => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== ZIP64_EXTRA) continue;
    let from = at + 4;
    return values.map((value) => {
      if (value !== IN_EXTRA || from + 8 > extra.length) return value;
      from += 8;
      return Number(extra.readBigUInt64LE(from - 8));
    }) as [number, number, number];
  }
  return values;
};

const assertEntry = ({ method, size, packedSize }: ZipEntry): void => {
  if (method !== STORED && method !== DEFLATED)
    throw damaged('it is packed in a way that is not used for workbooks');
  if (size > RATIO_FROM && size > packedSize * MOST_RATIO) throw unpacksTooFar();
};

const unpacksTooFar = (): DomainError =>
  tooLarge(
    `This file unpacks to far more than a workbook of its size holds (the limit is ${MOST_UNPACKED / 1024 / 1024} MB in all). Copy the cells you need into a new workbook and send that.`,
  );
