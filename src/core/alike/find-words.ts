import { plainText, stem } from './words.ts';

/** A piece of a text, and whether it is one of the words that were looked for. */
export type Piece = { readonly text: string; readonly isMatch: boolean };

export type WordsFound = {
  /** Every word that was asked for is there. */
  readonly isFound: boolean;
  /** How many places match: for the order of what is found. */
  readonly hits: number;
  readonly pieces: readonly Piece[];
};

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** As it is compared: no accents, small letters, one form. */
const formOf = (word: string): string => stem(plainText(word));

/**
 * Where the words of a question stand in a text. A word matches when it starts with the one asked for, or when the two
 * have the same form: 'tag' finds 'tags', 'tagging' and 'tagged'.
 *
 * Example (the spec runs it): 'café orders' is found in 'We order at the CAFE', with two matches.
 */
export const findWords = (text: string, question: string): WordsFound => {
  const asked = [...question.matchAll(WORD)].map(([word]) => ({
    plain: plainText(word),
    form: formOf(word),
  }));
  const seen = new Set<string>();
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const plain = plainText(word);
    const form = formOf(word);
    const meant = asked.filter((one) => plain.startsWith(one.plain) || form === one.form);
    if (meant.length === 0) continue;
    for (const one of meant) seen.add(one.plain);
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), isMatch: false });
    pieces.push({ text: word, isMatch: true });
    from = match.index + word.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isMatch: false });
  const hits = pieces.filter(({ isMatch }) => isMatch).length;
  return { isFound: asked.length > 0 && asked.every(({ plain }) => seen.has(plain)), hits, pieces };
};

/** At most so many letters around the first match, whole words, with … where something is left out. */
export const excerptOf = (pieces: readonly Piece[], around = 80): readonly Piece[] => {
  const first = pieces.findIndex(({ isMatch }) => isMatch);
  if (first < 0) return [];
  const out: Piece[] = [];
  const before = pieces[first - 1]?.text ?? '';
  const start = before.length > around ? `…${before.slice(-around).replace(/^\S*\s/u, '')}` : before;
  if (start !== '') out.push({ text: start, isMatch: false });
  let room = around * 2;
  for (const piece of pieces.slice(first)) {
    if (room <= 0) break;
    const cut = piece.text.length > room;
    const text = cut ? `${piece.text.slice(0, room).replace(/\s\S*$/u, '')}…` : piece.text;
    out.push({ ...piece, text });
    room = cut ? 0 : room - piece.text.length;
  }
  return out;
};
