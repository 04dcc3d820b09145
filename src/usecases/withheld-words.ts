import type { SectionType } from '../core/decision/model/act.ts';
import type { StoredEntry } from '../ledger/entry.ts';
import { erasureKey, findErased } from '../ledger/erasure.ts';

/** One and several, of each class of section. */
const WORDS: Readonly<Record<SectionType, readonly [one: string, several: string]>> = {
  facts: ['set of facts', 'sets of facts'],
  text: ['text of the team', 'texts of the team'],
  name: ['name', 'names'],
  rubric: ['rubric', 'rubrics'],
  bid: ['text about an option', 'texts about options'],
  mark: ['mark', 'marks'],
  reason: ['reason for a mark', 'reasons for marks'],
  consensus: ['agreed mark', 'agreed marks'],
  price: ['list of prices', 'lists of prices'],
  money: ['sum of money', 'sums of money'],
  interest: ['text about an interest', 'texts about interests'],
  voice: ['contribution', 'contributions'],
  contributor: ['contributor’s name and role', 'contributors’ names and roles'],
  dissent: ['different view', 'different views'],
  receipt: ['receipt code', 'receipt codes'],
};

/** The classes of the sections that this copy leaves out, erased ones not counted, the most frequent first. */
export const countWithheld = (entries: readonly StoredEntry[]): ReadonlyMap<string, number> => {
  const erased = findErased(entries);
  const counts = new Map<string, number>();
  for (const { entry, openings } of entries) {
    for (const { name, type } of entry.sections) {
      if (Object.hasOwn(openings, name) || erased.has(erasureKey(entry.seq, name))) continue;
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a));
};

/**
 * What is not in this copy, in words, one line; none when it is whole. The digest of a receipt code is the one part
 * that leaves the service in no edition: with it, somebody could look for the person whose code it is.
 */
export const withheldWords = (entries: readonly StoredEntry[]): readonly string[] => {
  const counts = countWithheld(entries);
  if (counts.size === 0) return [];
  const named = [...counts].map(([type, count]) => {
    const [one, several] = Object.hasOwn(WORDS, type)
      ? WORDS[type as SectionType]
      : [`part of the kind ${type}`, `parts of the kind ${type}`];
    return `${count} ${count === 1 ? one : several}`;
  });
  const receipts = counts.has('receipt')
    ? '. Receipt codes stay with the service in every edition: they are the keys of those who spoke'
    : '';
  return [`withheld here: ${named.join(', ')}${receipts}`];
};
