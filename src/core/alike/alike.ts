import { wordsOf } from './words.ts';

/**
 * Alike: which of some short texts are about the same thing as another one?
 *
 * Question: somebody is about to send a problem or an idea. Has somebody here said much the same before?
 *
 * Formula in words. Each text becomes a bag of its words (words.ts) and of the runs of three letters of those words,
 * which forgive a misspelling or another ending. A word counts by how rare it is among the texts compared: the fourth
 * root of (number of texts + 1) / (texts that hold it), so that 'nurse' on every page says little and 'bladder' much.
 * Likeness is the cosine of the angle between two bags: the sum over what both hold of the product of the weights,
 * divided by the lengths of the two; once over the words and once over the letters. The result is 2/3 of the first and
 * 1/3 of the second: 0 for nothing in common, 1 for the same words.
 *
 * Source: the vector space model of Salton, Wong and Yang (Communications of the ACM 18, 1975). The root in place of a
 * logarithm is ours: like it, it grows slowly, and every machine computes it to the same last digit.
 *
 * Limits: it compares words, not meanings: 'lift' and 'elevator' have nothing in common. Texts of one or two words say
 * too little. The threshold comes from 20 pairs labelled by hand (test/core/alike): the lowest likeness of a pair about
 * the same thing is 0.295, the highest of a pair that is not is 0.256, and it stands between the two. Across the pairs,
 * two of 20 texts without a fellow still find each other ('The lift is broken', 'The chairs are broken'). So it only
 * offers a page to read; it decides nothing and stops nobody.
 *
 * Example (the spec runs it): of 'The bladder scanner is never where it should be', 'We cannot find the bladder
 * scanner' and 'The lift is broken again', the second is like the first and the third is not.
 */
export const ALIKE_FROM = 0.275;

const [WORDS_SHARE, LETTERS_SHARE] = [2 / 3, 1 / 3];

type Bag = ReadonlyMap<string, number>;
type Prepared = { readonly words: Bag; readonly letters: Bag };

export type Found<T> = { readonly item: T; readonly likeness: number };

/** Those at or above the threshold, the most alike first; of equal ones the one that came first in the list. */
export const findAlike = <T>(
  text: string,
  items: readonly T[],
  textOf: (item: T) => string,
  most = 5,
): readonly Found<T>[] =>
  likenesses(text, items.map(textOf))
    .map((likeness, index) => ({ item: items[index] as T, likeness, index }))
    .filter(({ likeness }) => likeness >= ALIKE_FROM)
    .sort((a, b) => b.likeness - a.likeness || a.index - b.index)
    .slice(0, most)
    .map(({ item, likeness }) => ({ item, likeness }));

/** How alike each of the others is to the text, from 0 to 1. Rarity is counted over all of them together. */
export const likenesses = (text: string, others: readonly string[]): readonly number[] => {
  const [mine, ...theirs] = [text, ...others].map(prepare) as [Prepared, ...Prepared[]];
  const all = [mine, ...theirs];
  const words = rarityIn(all.map((one) => one.words));
  const letters = rarityIn(all.map((one) => one.letters));
  return theirs.map(
    (one) =>
      WORDS_SHARE * cosine(mine.words, one.words, words) +
      LETTERS_SHARE * cosine(mine.letters, one.letters, letters),
  );
};

const prepare = (text: string): Prepared => {
  const words = wordsOf(text);
  return { words: bagOf(words), letters: bagOf(words.flatMap(threes)) };
};

/** 'tag' gives ' ta', 'tag', 'ag ': where a word starts and ends counts. */
const threes = (word: string): readonly string[] => {
  const padded = ` ${word} `;
  return Array.from({ length: padded.length - 2 }, (_unused, at) => padded.slice(at, at + 3));
};

const bagOf = (parts: readonly string[]): Bag => {
  const bag = new Map<string, number>();
  for (const part of parts) bag.set(part, (bag.get(part) ?? 0) + 1);
  return bag;
};

const rarityIn = (bags: readonly Bag[]): ((part: string) => number) => {
  const held = new Map<string, number>();
  for (const bag of bags) for (const part of bag.keys()) held.set(part, (held.get(part) ?? 0) + 1);
  return (part) => Math.sqrt(Math.sqrt((bags.length + 1) / (held.get(part) ?? 1)));
};

/** A word said twice is not twice as telling: its root counts. */
const weightOf = (count: number, rarity: number): number => Math.sqrt(count) * rarity;

const cosine = (mine: Bag, theirs: Bag, rarity: (part: string) => number): number => {
  const size = (bag: Bag): number =>
    Math.sqrt([...bag].reduce((sum, [part, count]) => sum + weightOf(count, rarity(part)) ** 2, 0));
  const both = [...mine].reduce((sum, [part, count]) => {
    const other = theirs.get(part);
    return other === undefined ? sum : sum + weightOf(count, rarity(part)) * weightOf(other, rarity(part));
  }, 0);
  const sizes = size(mine) * size(theirs);
  return sizes === 0 ? 0 : Math.min(1, both / sizes);
};
