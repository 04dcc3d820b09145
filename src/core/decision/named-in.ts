import type { DecisionState } from './model/state.ts';

/**
 * Which names of the record stand in a text that is about to leave the house: bids by title and supplier, people and
 * contributors by name. Whole words, whatever their case. A nickname or half a name is not found: somebody still reads.
 */
const WORD = /[\p{L}\p{N}]+/gu;
const wordsOf = (text: string): readonly string[] =>
  [...text.normalize('NFC').toLowerCase().matchAll(WORD)].map(([word]) => word);

/** 'Wrenfold Rounds' stands in 'Why wrenfold-rounds?'; 'Ann' does not stand in 'Annual'. */
const isNamed = (name: string, text: string): boolean => {
  const [wanted, held] = [wordsOf(name), wordsOf(text)];
  if (wanted.join('').length < 3) return false;
  return held.some((_word, at) => wanted.every((word, index) => held[at + index] === word));
};

const namesOf = ({ people, options, quick, contributions }: DecisionState): readonly string[] => {
  const bids = [...Object.values(options), ...(quick?.options ?? [])].filter(({ kind }) => kind === 'bid');
  return [
    ...Object.values(people).map(({ name }) => name),
    ...bids.flatMap(({ title, supplier }) => [title, supplier]),
    ...Object.values(contributions).map(({ name }) => name),
  ].flatMap((name) => name ?? []);
};

/** Each name once, in the order of the record. `state` has to hold the names that are looked for. */
export const namedIn = (state: DecisionState, text: string): readonly string[] => [
  ...new Set(namesOf(state).filter((name) => isNamed(name, text))),
];
