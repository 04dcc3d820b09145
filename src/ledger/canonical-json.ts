import { DomainError } from '../core/errors.ts';
import type { Json } from '../core/errors.ts';
import { renderPointer } from './json-pointer.ts';
import type { Trail } from './json-pointer.ts';
import { isWellFormed } from './well-formed.ts';

/** Nesting beyond this is refused: hostile input must not be able to exhaust the call stack. */
export const MAX_DEPTH = 64;

/**
 * JSON in the one form that is hashed: RFC 8785 (JCS) for the JSON a ledger may hold. Keys are sorted by UTF-16 code
 * unit, nothing is written between tokens, strings carry only the escapes they need. There are no fractions, which
 * removes the only hard part of the RFC, the printing of floating point numbers.
 *
 *   canonicalJson({ b: [1, null], a: '€' })  gives  {"a":"€","b":[1,null]}
 *
 * Whatever has no such form is refused by name: fractions, -0, whole numbers beyond 2^53 - 1, half a surrogate pair,
 * undefined, and anything that is not plain data.
 */
export const canonicalJson = (value: Json): string => render(value, []);

/** `trail` is where we are; it is written out only when something is refused. */
const render = (value: unknown, trail: Trail): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return renderNumber(value, trail);
  if (typeof value === 'string') return renderString(value, trail);
  if (trail.length >= MAX_DEPTH) throw refusal(trail, `nests deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) return `[${renderItems(value, trail).join(',')}]`;
  if (!isPlainObject(value)) throw refusal(trail, `is ${describe(value)}, which JSON cannot hold`);
  return `{${renderMembers(value, trail).join(',')}}`;
};

/** By index rather than by map, so that a hole in the list is met as undefined and refused. */
const renderItems = (items: readonly unknown[], trail: Trail): string[] => {
  const rendered: string[] = [];
  for (let index = 0; index < items.length; index += 1) {
    trail.push(index);
    rendered.push(render(items[index], trail));
    trail.pop();
  }
  return rendered;
};

/** The default order of sort() is by UTF-16 code unit, as the RFC asks; no locale has a part in it. */
const renderMembers = (fields: Readonly<Record<string, unknown>>, trail: Trail): string[] =>
  Object.keys(fields)
    .sort()
    .map((key) => {
      trail.push(key);
      const member = `${renderString(key, trail)}:${render(fields[key], trail)}`;
      trail.pop();
      return member;
    });

const renderNumber = (value: number, trail: Trail): string => {
  if (Object.is(value, -0)) throw refusal(trail, 'is -0; write 0');
  if (Number.isSafeInteger(value)) return String(value);
  throw refusal(
    trail,
    Number.isInteger(value)
      ? `is ${value}, beyond the whole numbers that every reader keeps exactly; write it as text`
      : `is ${value}, not a whole number; write a decimal as text`,
  );
};

/** JSON.stringify writes well-formed text exactly as the RFC wants it; only half a surrogate pair has to be kept out. */
const renderString = (value: string, trail: Trail): string => {
  if (!isWellFormed(value)) throw refusal(trail, 'holds half of a surrogate pair, which is no character');
  return JSON.stringify(value);
};

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const describe = (value: unknown): string => {
  if (value === undefined) return 'undefined';
  return typeof value === 'object' ? 'an object of some class' : `a ${typeof value}`;
};

const refusal = (trail: Trail, problem: string): DomainError => {
  const path = renderPointer(trail);
  return new DomainError('invalid-input', `The value at '${path}' ${problem}.`, {}, [
    { path, message: `The value ${problem}.` },
  ]);
};
