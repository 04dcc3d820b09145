import { createHash } from 'node:crypto';
import type { Json } from '../core/errors.ts';
import { canonicalJson } from './canonical-json.ts';
import { SALT_BYTES } from './entry.ts';

/**
 * The commitment to one section: SHA-256 over a prefix of its own, the salt and the canonical value. The prefix keeps
 * a section from ever passing for an entry; the salt keeps a mark between 0 and 5 from being guessed from its commitment
 * and, once deleted, leaves a commitment that says nothing.
 */
const SECTION_PREFIX = 'counterweight/section/1\n';

export const commitSection = (value: Json, salt: Uint8Array): string => {
  if (salt.length !== SALT_BYTES) throw new RangeError(`A salt is ${SALT_BYTES} bytes, not ${salt.length}.`);
  return createHash('sha256')
    .update(SECTION_PREFIX)
    .update(salt)
    .update(canonicalJson(value), 'utf8')
    .digest('hex');
};

export const renderSalt = (salt: Uint8Array): string => Buffer.from(salt).toString('base64');

/**
 * Undefined unless this is the one way of writing 32 bytes in base64: decoders ignore the last two bits of a text of
 * this length, and some ignore foreign characters, so the same salt could otherwise be written in several ways.
 */
export const parseSalt = (text: string): Uint8Array | undefined => {
  const salt = Buffer.from(text, 'base64');
  return salt.length === SALT_BYTES && renderSalt(salt) === text ? salt : undefined;
};
