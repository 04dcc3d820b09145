/**
 * Collections that grow with nearly every act. A fold passes through thousands of states that nobody else ever sees, and
 * copying such a collection for each of them would cost the square of their number. So within a fold what the fold made
 * is written in place; everywhere else it is copied, and no state that somebody holds ever changes.
 */
export const FOLDING = Symbol('collections that this fold made');

export type Folding = { readonly [FOLDING]?: WeakSet<object> };

/** The record with these entries put into it, or set anew. */
export const withEntries = <T>(
  state: Folding,
  record: Readonly<Record<string, T>>,
  entries: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> => {
  const made = state[FOLDING];
  if (made?.has(record)) return Object.assign(record, entries);
  const copy = { ...record, ...entries };
  made?.add(copy);
  return copy;
};

/** The list with this item at its end. */
export const withItem = <T>(state: Folding, list: readonly T[], item: T): readonly T[] => {
  const made = state[FOLDING];
  if (made?.has(list)) {
    (list as T[]).push(item);
    return list;
  }
  const copy = [...list, item];
  made?.add(copy);
  return copy;
};
