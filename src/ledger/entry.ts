import type { Json } from '../core/errors.ts';

/** Format version of an entry. A later version is refused by name, never guessed at. */
export const ENTRY_VERSION = 1;

/** A section as the chain sees it: what it is called, what class of thing it is, and the commitment to it. */
export type SectionCommit = { readonly name: string; readonly type: string; readonly commit: string };

/** What a commitment opens to. `salt` is 32 random bytes, canonical base64. Deleting both erases the section. */
export type SectionOpening = { readonly value: Json; readonly salt: string };

/**
 * One act of one decision. `seq` counts from 1 without gaps and gives the order; `at` is information only.
 * `prev` is the hash of the entry before, or 64 zeros for the first.
 */
export type Entry = {
  readonly v: typeof ENTRY_VERSION;
  readonly decision: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly act: string;
  readonly sections: readonly SectionCommit[];
  readonly prev: string;
};

/** An entry with its hash and the openings that are (still) held. A name missing from `openings` is erased or withheld. */
export type StoredEntry = {
  readonly entry: Entry;
  readonly hash: string;
  readonly openings: Readonly<Record<string, SectionOpening>>;
};

export const GENESIS_PREV = '0'.repeat(64);
