import type { Fault, Json } from '../core/errors.ts';
import { MAX_DEPTH } from './canonical-json.ts';
import { renderPointer } from './json-pointer.ts';
import type { Trail } from './json-pointer.ts';
import { isWellFormed } from './well-formed.ts';

/**
 * Text in a ledger is well-formed and in Unicode's composed form (NFC), so that the same words are the same bytes
 * whichever keyboard they came from.
 */

/**
 * A value as a ledger takes it, its texts composed. Called at the edge, on what people send, before anything is decided
 * or hashed. Keys are left alone: they are ids, and two that differ must not be made one.
 */
export const composeText = <Value extends Json>(value: Value, depth = 1): Value => {
  if (typeof value === 'string') return value.normalize('NFC') as Value;
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
  if (Array.isArray(value))
    return value.map((item: Json) => composeText(item, depth + 1)) as unknown as Value;
  const fields = Object.entries(value as Readonly<Record<string, Json>>);
  return Object.fromEntries(
    fields.map(([key, item]) => [key, composeText(item, depth + 1)]),
  ) as unknown as Value;
};

/**
 * Whether every later version of Unicode will agree that this text is composed. It promises so only for characters
 * it has already assigned; somebody who slipped in an unassigned one could make a good ledger fail years later. New
 * emoji are let through, because their blocks are set aside and never hold marks that combine.
 */
const UNKNOWN_CHARACTER = /(?!\p{Extended_Pictographic})\p{Unassigned}/u;

/**
 * Faults of the texts and keys inside a value, each with its place. `forWriting` asks the stricter question. Looks no
 * deeper than canonical JSON goes: what lies below is refused for its depth.
 */
export const checkText = (value: unknown, forWriting = false): Fault[] => {
  const faults: Fault[] = [];
  const trail: Trail = [];
  const visit = (inside: unknown): void => {
    if (typeof inside === 'string') meet(inside);
    if (typeof inside !== 'object' || inside === null || trail.length >= MAX_DEPTH) return;
    const isList = Array.isArray(inside);
    for (const [key, item] of Object.entries(inside)) {
      trail.push(key);
      if (!isList) meet(key);
      visit(item);
      trail.pop();
    }
  };
  const meet = (text: string): void => {
    const message = describeFault(text, forWriting);
    if (message !== undefined) faults.push({ path: renderPointer(trail), message });
  };
  visit(value);
  return faults;
};

const describeFault = (text: string, forWriting: boolean): string | undefined => {
  if (BASIC.test(text)) return undefined;
  if (!isWellFormed(text)) return 'The text holds half of a surrogate pair, which is no character.';
  if (text.normalize('NFC') !== text) return 'The text is not in the composed form of Unicode (NFC).';
  if (forWriting && UNKNOWN_CHARACTER.test(text)) {
    return 'The text holds a code that is no character in the Unicode known here. Remove it.';
  }
  return undefined;
};

/** Characters that are always composed: the common case, told quickly. */
const BASIC = /^[\u0000-\u00ff]*$/;
