import { DomainError } from '../core/errors.ts';
import type { StoredEntry } from '../ledger/entry.ts';

/**
 * Keys (a decision id, a request key, a record id) may come from a caller. Engines disagree about two kinds of
 * text: SQLite reads a string only up to a NUL, and both write a lone surrogate as U+FFFD, so that two different
 * keys would meet. Such a key is refused by every store. Values are unaffected: they are kept as JSON text,
 * in which both are escaped.
 */
export const assertStoreKeys = (...keys: readonly string[]): void => {
  if (keys.some((key) => /[\0\p{Surrogate}]/u.test(key))) {
    throw new DomainError(
      'invalid-input',
      'An identifier contains a character that cannot be stored. Use letters, digits and punctuation only.',
    );
  }
};

/** The decision of a stream that is entries 1, 2, 3 … of one decision; anything else is no whole ledger. */
export const assertWholeStream = (stream: readonly StoredEntry[]): string => {
  const decision = stream[0]?.entry.decision;
  const isWhole = stream.every(({ entry }, index) => entry.decision === decision && entry.seq === index + 1);
  if (decision === undefined || !isWhole) {
    throw new DomainError(
      'invalid-input',
      'A ledger can be imported only whole: entries 1, 2, 3 of one decision.',
    );
  }
  return decision;
};
