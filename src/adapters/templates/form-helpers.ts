import { cls } from './attribute-helpers.ts';
import { eq } from './logic-helpers.ts';
import { asText, isPresent, isRecord } from './presence.ts';

/** Is this option of a select, a radio or a checkbox group the chosen one? The item's own word wins over the group's. */
export function isChosen(item: unknown, own: unknown, groupValue: unknown): boolean {
  if (isPresent(own)) return true;
  if (own === false || !isPresent(groupValue)) return false;
  return Array.isArray(groupValue) ? groupValue.some((value) => eq(value, item)) : eq(groupValue, item);
}

type Note = { readonly id?: string; readonly text?: unknown; readonly html?: unknown };

/** The ids a field is described by: what the caller gave, then its hint, then its error. Undefined when none. */
export function describe(given: unknown, id: string, hint: Note, error: Note): string | undefined {
  const noteId = (note: Note, suffix: string): string | undefined =>
    isPresent(note.text) || isPresent(note.html) ? (note.id ?? `${id}-${suffix}`) : undefined;
  return cls(given, noteId(hint, 'hint'), noteId(error, 'error'), undefined);
}

/** The first control of a group carries the bare prefix, so that an error summary can link to it. */
export const itemId = (prefix: string, index: number): string =>
  index === 0 ? prefix : `${prefix}-${index + 1}`;

/** For attributes whose value is the word true or false; anything else leaves the attribute out. */
export const flag = (value: unknown): string | undefined =>
  typeof value === 'boolean' ? String(value) : undefined;

/** An entry of an `attributes` option that disappears when its value is absent. */
export const maybe = (value: unknown): object => ({ value, optional: true });

/** True when any item of the list has something under the key. */
export const some = (items: unknown, key: string): boolean =>
  Array.isArray(items) && items.some((item) => isRecord(item) && isPresent(item[key]));

/** `actions` may be a list or `{ items: [...] }`; this is the list, without gaps. */
export function itemsOf(actions: unknown): readonly unknown[] {
  const given = isRecord(actions) ? actions['items'] : actions;
  return Array.isArray(given) ? given.filter(isRecord) : [];
}

/** True when any row of a summary list has an action. */
export const someActions = (rows: unknown): boolean =>
  Array.isArray(rows) && rows.some((row) => isRecord(row) && itemsOf(row['actions']).length > 0);

/** Counting for people starts at 1. */
export const ordinal = (index: number): number => index + 1;

export const lastOf = (items: unknown): unknown =>
  Array.isArray(items) ? (items.at(-1) as unknown) : undefined;

/** A warning says 'Important' to screen readers once, not twice. */
export const saysImportant = (heading: unknown): boolean => /important/i.test(asText(heading));

/** The fields of a date: the given items, else day, month and year; false leaves one out. */
export function dateItems(items: unknown, day: unknown, month: unknown, year: unknown): readonly unknown[] {
  if (Array.isArray(items) && items.length > 0) return items;
  return Object.entries({ day, month, year })
    .filter(([, given]) => given === undefined || isRecord(given))
    .map(([name, given]) => ({ name, ...(given as object | undefined) }));
}

/** A place in a row that holds nothing at all; an empty text is still a cell. */
export const isGap = (cell: unknown): boolean => cell === undefined || cell === null || cell === false;
