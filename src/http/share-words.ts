import { DomainError } from '../core/errors.ts';
import type { SharedWords } from '../usecases/shared-decision.ts';

/** What was typed beside the button, from the address: a contact on one line, and a reason in words for others. */
export const parseSharedWords = (query: Readonly<Record<string, unknown>>): SharedWords => ({
  contact: wordsIn(query, 'contact', 300, /\p{Cc}/u),
  why: wordsIn(query, 'why', 2000, /[^\P{Cc}\n\r\t]/u),
});

const wordsIn = (
  query: Readonly<Record<string, unknown>>,
  name: string,
  most: number,
  never: RegExp,
): string => {
  const given = query[name];
  const words = typeof given === 'string' ? given.replace(/\r\n/g, '\n').trim() : '';
  if (words.length <= most && !never.test(words)) return words;
  const message = `Type at most ${most} characters of plain text.`;
  throw new DomainError('invalid-input', message, {}, [{ path: `/${name}`, message }]);
};
