import Handlebars from 'handlebars';
import { asText, isPresent, isRecord } from './presence.ts';

/** Handlebars hands every helper its options last; these drop them. */
const values = (args: unknown[]): unknown[] => args.slice(0, -1);

/** The first value that is there; a score of 0 is. */
export const or = (...args: unknown[]): unknown => values(args).find(isPresent);

/** The last value when all are there, else undefined. */
export const and = (...args: unknown[]): unknown =>
  values(args).every(isPresent) ? values(args).at(-1) : undefined;

/** True when any of the values is there. For `{{#if (there text)}}`, which must not lose a 0. */
export const there = (...args: unknown[]): boolean => values(args).some(isPresent);

export const not = (value: unknown): boolean => !isPresent(value);

/** Same text: a form sends '4' where the record holds 4. Absent equals only absent. */
export function eq(a: unknown, b: unknown): boolean {
  if (!isPresent(a) || !isPresent(b)) return a === b;
  return a === b || (asText(a) !== '' && asText(a) === asText(b));
}

/** `label="Name"` and `label=(obj text="Name" size="m")` are both fine: this makes an object of either, or an empty one. */
export function opt(value: unknown): Record<string, unknown> {
  if (value instanceof Handlebars.SafeString) return { html: value };
  if (isRecord(value)) return value;
  return typeof value === 'string' || typeof value === 'number' ? { text: value } : {};
}

/** `(obj base text="x")`: a new object of the hash, on top of the objects named before it. */
export function obj(...args: unknown[]): Record<string, unknown> {
  const { hash } = args.at(-1) as Handlebars.HelperOptions;
  return Object.assign({}, ...values(args).filter(isRecord), hash) as Record<string, unknown>;
}

/** The value when it is one of the named ones: `(oneOf format "numeric,text")`. */
export const oneOf = (value: unknown, names: string): unknown =>
  names.split(',').includes(asText(value)) ? value : undefined;

export const list = (...args: unknown[]): unknown[] => values(args);

/** `{{#let id=(or id name)}}...{{/let}}`: names for the block, on top of what it already sees. */
export function letBlock(this: object, options: Handlebars.HelperOptions): string {
  return options.fn({ ...this, ...options.hash }, { data: options.data as unknown });
}
