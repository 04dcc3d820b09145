import { digestText } from '../ledger/digest.ts';
import type { RandomSource } from './ports.ts';

/**
 * Codes people carry: base32 without letters that look alike (Crockford: no I, L, O, U). A store holds only
 * their digest. Typed codes are forgiving about case, spaces, dashes, and O/I/L read as 0/1/1.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** 128 random bits, 32 lower-case hex characters: ids of decisions, people, contributions. */
export const newId = (random: RandomSource): string => hex(random.bytes(16));

/** `characters` base32 characters, 5 random bits each. */
export const newCode = (random: RandomSource, characters: number): string =>
  Array.from(random.bytes(characters), (byte) => ALPHABET[byte & 31]).join('');

/** For links: 160 bits (32 characters). */
export const newLinkToken = (random: RandomSource): string => newCode(random, 32);

/** For typing in where a link cannot be followed: 10 characters, rate-limited at the door. */
export const newTypedCode = (random: RandomSource): string => newCode(random, 10);

/** For a receipt: 120 bits. */
export const newReceiptCode = (random: RandomSource): string => newCode(random, 24);

/** For an API token: 256 bits and a prefix that a secret scanner can recognise. */
export const newApiToken = (random: RandomSource): string => `cw_${hex(random.bytes(32))}`;

export const normaliseCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

/** In groups, for reading aloud and typing: ABCD-EFGH-... */
export const groupCode = (code: string, size = 4): string =>
  (code.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join('-');

/** What is stored in place of a code. */
export const codeDigest = (code: string): string => digestText(normaliseCode(code));
