import { DomainError } from '../core/errors.ts';

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
