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

/** Name and version of the document in which one decision's ledger travels. */
export const EXPORT_FORMAT = 'counterweight-export/1';

/** The act that says a section is gone for good; its facts name the entry (`seq`) and the `section`. */
export const ERASURE_ACT = 'section-erased';

export const SALT_BYTES = 32;
export const MAX_SECTIONS = 2000;
/** How deep the value of a section may nest: well inside what an export may nest, which wraps it in five more. */
export const MAX_VALUE_DEPTH = 32;

/** What each field may look like. Patterns here are the whole rule: docs/ledger-format.md repeats them. */
export const DECISION_ID = /^[0-9a-f]{32}$/;
export const HASH = /^[0-9a-f]{64}$/;
export const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
/** Of acts and section types. */
export const WORD = /^[a-z0-9-]{1,64}$/;
/** Of actors and section names: 1 to 200 characters, none of them a control character. */
export const LABEL = /^[^\u0000-\u001f\u007f-\u009f]{1,200}$/u;
