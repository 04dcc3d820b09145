import { DomainError } from '../core/errors.ts';

/** One line, typed by a person: a team's mailbox or telephone. '' for none. */
export const parseContact = (given: unknown): string => {
  const contact = typeof given === 'string' ? given.trim() : '';
  if (contact.length <= 300 && !/\p{Cc}/u.test(contact)) return contact;
  const message = 'Type a contact of at most 300 characters on one line.';
  throw new DomainError('invalid-input', message, {}, [{ path: '/contact', message }]);
};
