import type { Json } from '../../errors.ts';

/**
 * A ledger holds no fractions as numbers. A rubric or a score may have them, so they are written as
 * {"decimal": "2.5"} on the way in and read back on the way out. Whole numbers stay numbers.
 *
 * Example: encodeDecimals({ minimumQuality: 62.5 }) is { minimumQuality: { decimal: '62.5' } }.
 */
type Loose =
  null | boolean | number | string | readonly Loose[] | { readonly [key: string]: Loose | undefined };

export const encodeDecimals = (value: unknown): Json => encode(value as Loose);

const encode = (value: Loose): Json => {
  if (typeof value === 'number') return Number.isInteger(value) ? value : { decimal: String(value) };
  if (Array.isArray(value)) return value.map((item) => encode(item as Loose));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, encode(item as Loose)]),
    );
  }
  return value;
};

export const decodeDecimals = (value: Json): unknown => {
  if (Array.isArray(value)) return value.map((item) => decodeDecimals(item as Json));
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value as { readonly [key: string]: Json });
    const only = entries[0];
    if (entries.length === 1 && only && only[0] === 'decimal' && typeof only[1] === 'string')
      return Number(only[1]);
    return Object.fromEntries(entries.map(([key, item]) => [key, decodeDecimals(item)]));
  }
  return value;
};
