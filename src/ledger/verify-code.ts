import { DomainError } from '../core/errors.ts';
import { HASH } from './entry.ts';

/**
 * The short name of a ledger at one moment, printed in every decision: the number of its last entry and the first 80
 * bits of that entry's hash. Whoever holds one can tell whether anything up to that entry was changed since.
 * Not a secret. Base32 in Crockford's alphabet, which has no letters that look like digits: 12-7ZK3-M0QD-9XVB-T4RC.
 */
export type VerifyCode = { readonly seq: number; readonly hashStart: string };

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HEX_CHARACTERS = 20;
const CODE_CHARACTERS = 16;

export const formatVerifyCode = (seq: number, hash: string): string => {
  if (!Number.isSafeInteger(seq) || seq < 1 || !HASH.test(hash)) {
    throw new RangeError('A verify code is made from a number of an entry and its hash.');
  }
  let bits = BigInt(`0x${hash.slice(0, HEX_CHARACTERS)}`);
  let code = '';
  for (let place = 0; place < CODE_CHARACTERS; place += 1) {
    code = ALPHABET.charAt(Number(bits & 31n)) + code;
    bits >>= 5n;
  }
  return `${seq}-${(code.match(/.{4}/g) ?? []).join('-')}`;
};

/** As typed by a person: any case, spaces or dashes, O for 0, I or L for 1. Anything else is refused, not guessed at. */
export const parseVerifyCode = (text: string): VerifyCode => {
  const cleaned = text.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  const [, number = '', rest = ''] = /^([1-9]\d{0,14})[\s-]+([0-9A-Z\s-]+)$/.exec(cleaned) ?? [];
  const code = rest.replace(/[\s-]/g, '');
  if (code.length !== CODE_CHARACTERS || code.includes('U')) {
    throw new DomainError(
      'invalid-input',
      'This is not a verify code. It is a number, a dash and four groups of four characters, such as 12-7ZK3-M0QD-9XVB-T4RC.',
    );
  }
  let bits = 0n;
  for (const character of code) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(character));
  return { seq: Number(number), hashStart: bits.toString(16).padStart(HEX_CHARACTERS, '0') };
};

export const matchesVerifyCode = (code: VerifyCode, seq: number, hash: string): boolean =>
  code.seq === seq && hash.startsWith(code.hashStart);
