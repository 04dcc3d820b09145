import { isUtf8 } from 'node:buffer';
import { otherKind } from './refusals.ts';

/** What Windows-1252 has where Latin-1 has control characters, from 0x80; five places are empty. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of a file that names no encoding: by its byte order mark, else UTF-8 if it is that, else what older Windows programs write. */
export const decodeText = (bytes: Uint8Array): string => {
  const buffer = Buffer.from(bytes);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return buffer.subarray(2).toString('utf16le');
  if (buffer[0] === 0xfe && buffer[1] === 0xff) {
    const even = buffer.subarray(2, buffer.length - (buffer.length % 2));
    return Buffer.from(even).swap16().toString('utf16le');
  }
  if (buffer.includes(0)) throw otherKind('not a workbook');
  if (isUtf8(buffer)) return buffer.toString('utf8').replace(/^\ufeff/, '');
  return buffer
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => FROM_0X80[character.charCodeAt(0) - 0x80] ?? character);
};
