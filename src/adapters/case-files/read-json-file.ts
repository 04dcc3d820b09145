import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { DomainError } from '../../core/errors.ts';
import type { ErrorCode } from '../../core/errors.ts';
import { findTextFault } from './scan-json.ts';

/** A file as it was read: its bytes, and the JSON in them. */
export type ReadJson = { readonly bytes: Uint8Array; readonly value: unknown };

/** Refuses with the file's name and, where the text is not JSON, the line. `name` is how the person wrote it. */
export const readJsonFile = async (
  name: string,
  path: string,
  most: number,
  code: ErrorCode,
): Promise<ReadJson> => {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw refusal(code, `${name}#`, 'is not a file.');
    if (found.size > most) throw tooLarge(code, name, most);
    const { buffer, byteOffset, byteLength } = await readFile(path);
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    return { bytes, value: parseJsonBytes(name, bytes, most, code) };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const reason = (error as NodeJS.ErrnoException).code;
    if (reason === undefined) throw error;
    const words = reason === 'ENOENT' ? 'there is no such file.' : `cannot be read (${reason}).`;
    throw refusal(code, `${name}#`, words);
  }
};

export const parseJsonBytes = (name: string, bytes: Uint8Array, most: number, code: ErrorCode): unknown => {
  if (bytes.length > most) throw tooLarge(code, name, most);
  const text = decode(name, bytes, code);
  const fault = findTextFault(text);
  if (fault) throw refusal(code, `${name}:${fault.line}`, fault.message);
  return JSON.parse(text);
};

/** Text of one-byte letters alone, as nearly all of a large case is, is read in a third of the time of any other. */
const decode = (name: string, bytes: Uint8Array, code: ErrorCode): string => {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(whole)) return whole.toString('latin1');
  if (!isUtf8(whole)) throw refusal(code, `${name}#`, 'is not UTF-8 text.');
  const marked = whole.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  return whole.toString('utf8', marked ? BYTE_ORDER_MARK.length : 0);
};

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

const tooLarge = (code: ErrorCode, name: string, most: number): DomainError =>
  refusal(code, `${name}#`, `is larger than the ${Math.round(most / 1_000_000)} MB that are read.`);

/** `place` is FILE#/json/pointer or FILE:LINE, ready to stand before a colon and the message. */
export const refusal = (code: ErrorCode, place: string, message: string): DomainError =>
  new DomainError(code, `${place}: ${message}`, {}, [{ path: place, message }]);
