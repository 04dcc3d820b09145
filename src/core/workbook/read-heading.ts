import { plainWords } from './plain-words.ts';
import { FILLERS, ROLES, ROLE_WORDS } from './role-words.ts';
import type { Role } from './role-words.ts';

/** What a heading says: the kind of column, and the name that is left when the words of that kind are taken away. */
export type ReadHeading = {
  readonly role: Role | null;
  /** 'Bidder A' of 'Bidder A score'; '' where nothing is left. */
  readonly label: string;
  /** True when every word of it is known. */
  readonly whole: boolean;
  /** True of a reason for an agreed mark: 'Agreed reason', 'Consensus comment'. */
  readonly ofAgreed: boolean;
};

type Phrase = { readonly words: readonly string[]; readonly role: Role };

/** Where two phrases are equally long, what can stand beside a name goes first, and what a name is made of last. */
const PRECEDENCE: readonly Role[] = [
  ...(['total', 'agreed', 'reason', 'price', 'scale', 'weight', 'mark'] as const),
  ...(['guidance', 'criterion', 'group', 'assessor', 'bidder'] as const),
];

const PHRASES: readonly Phrase[] = ROLES.flatMap((role) =>
  ROLE_WORDS[role].map((phrase) => ({ words: phrase.split(' '), role })),
).sort((a, b) => b.words.length - a.words.length || PRECEDENCE.indexOf(a.role) - PRECEDENCE.indexOf(b.role));

/** By first word, the best first: a workbook has many headings. */
const BY_FIRST_WORD: ReadonlyMap<string, readonly Phrase[]> = PHRASES.reduce(
  (map, phrase) => map.set(phrase.words[0] ?? '', [...(map.get(phrase.words[0] ?? '') ?? []), phrase]),
  new Map<string, readonly Phrase[]>(),
);

const findAt = (words: readonly string[], phrase: Phrase): number =>
  words.findIndex((_word, start) => phrase.words.every((word, index) => words[start + index] === word));

/** 'Bidder' and 'Assessor' begin names: they are looked at only when nothing else in the heading is known. */
const BEGINS_NAMES: readonly Role[] = ['bidder', 'assessor', 'group'];

const findPhrase = (words: readonly string[]): Phrase | undefined => {
  const found = [...new Set(words)]
    .flatMap((word) => BY_FIRST_WORD.get(word) ?? [])
    .filter((phrase) => phrase.words.length === 1 || findAt(words, phrase) >= 0)
    .sort((a, b) => PHRASES.indexOf(a) - PHRASES.indexOf(b));
  // 'Reason for the agreed score' is a reason however long the rest is.
  return (
    found.find(({ role }) => role === 'reason') ??
    found.find(({ role }) => !BEGINS_NAMES.includes(role)) ??
    found[0]
  );
};

/** Scale and units beside the words: (0-5), (%), [max. 10], /5, 'sur 20'. A name in brackets stays. */
const withoutBrackets = (text: string): string =>
  text
    .replace(/[([{](?:[^)\]}]*[\d%£€][^)\]}]*|\s*)[)\]}]/gu, ' ')
    .replace(/(?:\/|\b(?:out of|sur|von|sobre|allan o|max\.?)\s)\s*\d+\s*$/iu, ' ');

const isFiller = (word: string): boolean => FILLERS.has(word) || /^\d+$/.test(word);

export const readHeading = (text: string): ReadHeading => {
  const bare = plainWords(withoutBrackets(text)) === '' ? text : withoutBrackets(text);
  const words = plainWords(bare).split(' ').filter(Boolean);
  const phrase = findPhrase(words);
  if (!phrase) return { role: null, label: text.trim(), whole: false, ofAgreed: false };
  const { role } = phrase;
  const left = BEGINS_NAMES.includes(role) ? nameOf(bare, words, phrase) : labelOf(bare, phrase);
  const rest = role === 'reason' && left !== '' ? readHeading(left) : null;
  const label = rest?.role === 'mark' || rest?.role === 'agreed' ? rest.label : left;
  return { role, label, whole: label === '', ofAgreed: rest?.role === 'agreed' };
};

/** 'Bidder 2' and 'Assessor A' are names; 'Bidder name' and 'Name of bidder' are headings. */
const nameOf = (text: string, words: readonly string[], phrase: Phrase): string => {
  const start = findAt(words, phrase);
  const rest = words.filter((_word, index) => index < start || index >= start + phrase.words.length);
  return rest.every((word) => FILLERS.has(word)) ? '' : text.trim();
};

/** The heading in its own letters without the phrase and without what only joined the two. */
const labelOf = (text: string, phrase: Phrase): string => {
  const parts = text.split(/(?<=[^\p{Letter}\p{Number}\p{Mark}])|(?=[^\p{Letter}\p{Number}\p{Mark}])/u);
  const spoken = parts.map(plainWords);
  const at = spoken.flatMap((word, index) => (word === '' ? [] : [index]));
  const words = at.map((index) => spoken[index] ?? '');
  // One part can hold several plain words only when it has a mark between letters; then the words are looked for whole.
  const start = findAt(words, phrase);
  if (start < 0) return '';
  const from = at[start] ?? 0;
  const to = at[start + phrase.words.length - 1] ?? from;
  const left = [...parts.slice(0, from), ' ', ...parts.slice(to + 1)].join('');
  const trimmed = left
    .replace(/^\s*[([{]|[)\]}]\s*$|^[\s:;,./|–—-]+|[\s:;,./|–—-]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const rest = plainWords(trimmed).split(' ').filter(Boolean);
  if (rest.every(isFiller)) return '';
  return trimmed
    .replace(/^(for|of|pour|de|für|von|para|ar gyfer)\s+/iu, '')
    .replace(/\s+(for|of|pour|de|für|von|para)$/iu, '');
};
