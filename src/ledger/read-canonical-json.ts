import { DomainError } from '../core/errors.ts';
import type { Json } from '../core/errors.ts';
import { canonicalJson } from './canonical-json.ts';
import { checkJsonForm } from './check-json-form.ts';
import type { LedgerFault } from './ledger-fault.ts';

/** `value` is undefined when there is nothing to go on with: not text, not JSON, or nested too deep to look into. */
export type ReadJson = { readonly value: Json | undefined; readonly faults: readonly LedgerFault[] };

/**
 * Reads a document that must be canonical JSON and then exactly `ending`. The bytes may come from anybody. Never throws.
 * There are no faults if and only if writing the value again gives the same bytes. Comparing texts compares bytes,
 * because the decoder refuses malformed UTF-8 and keeps a byte order mark, so that no two byte sequences give one text.
 */
export const readCanonicalJson = (bytes: Uint8Array, ending: '' | '\n'): ReadJson => {
  const text = decode(bytes);
  if (text === undefined) return nothing('not-utf8', 'The file is not text in UTF-8.');
  const faults: LedgerFault[] = [];
  let body = text;
  if (body.startsWith('\uFEFF')) {
    faults.push({ code: 'byte-order-mark', path: '', message: 'The file starts with a byte order mark.' });
    body = body.slice(1);
  }
  if (ending === '\n') {
    if (body.endsWith('\n')) body = body.slice(0, -1);
    else
      faults.push({ code: 'missing-newline', path: '', message: 'The file does not end with a line feed.' });
  }
  const value = parse(body);
  if (value === undefined) return nothing('not-json', 'The file is not JSON, or is cut short.');
  if (text === rewrite(value, ending)) return { value, faults };
  const all = faults.concat(checkJsonForm(body));
  const isTooDeep = all.some(({ code }) => code === 'too-deep');
  return { value: isTooDeep ? undefined : value, faults: all.length > 0 ? all : [UNEXPLAINED] };
};

/** A safety net: met only if checkJsonForm overlooks something, and then this must still not pass. */
const UNEXPLAINED: LedgerFault = {
  code: 'not-canonical',
  path: '',
  message: 'Written again, the file would not be the same bytes.',
};

/**
 * Bytes to a value, only if the bytes are the canonical form of that value: one repeated key, one space, one `1.0`, a
 * byte order mark or one escape too many and they are refused.
 */
export const parseCanonicalJson = (bytes: Uint8Array): Json => {
  const { value, faults } = readCanonicalJson(bytes, '');
  const [first] = faults;
  if (value !== undefined && first === undefined) return value;
  throw new DomainError(
    'invalid-input',
    `This is not canonical JSON. ${first?.message ?? ''}`.trim(),
    {},
    faults,
  );
};

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const parse = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

/** Undefined when the value has no canonical form at all. */
const rewrite = (value: Json, ending: string): string | undefined => {
  try {
    return canonicalJson(value) + ending;
  } catch {
    return undefined;
  }
};

const nothing = (code: LedgerFault['code'], message: string): ReadJson => ({
  value: undefined,
  faults: [{ code, path: '', message }],
});
