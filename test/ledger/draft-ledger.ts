import { createHash } from 'node:crypto';
import type { Json } from '../../src/core/errors.ts';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';
import { hashEntryJson } from '../../src/ledger/chain.ts';
import type { StoredEntry } from '../../src/ledger/entry.ts';
import { renderSalt } from '../../src/ledger/section.ts';

/** A ledger that can be bent: what nobody can do through buildEntry is done to a copy like this. */
export type DraftSection = { name: string; type: string; commit: string; [extra: string]: Json };
export type Draft = {
  entry: { seq: number; prev: string; sections: DraftSection[]; [field: string]: Json };
  hash: string;
  openings: Record<string, { value: Json; salt: string; [extra: string]: Json }>;
  [extra: string]: unknown;
};

export const toDraft = (stream: readonly StoredEntry[]): Draft[] =>
  structuredClone(stream) as unknown as Draft[];

export const rehash = (draft: Draft): Draft => {
  draft.hash = hashEntryJson(draft.entry);
  return draft;
};

/** Hashes and links every entry again, as somebody would who wants a changed ledger to look right. */
export const reseal = (drafts: Draft[]): Draft[] => {
  for (const [index, draft] of drafts.entries()) {
    const before = drafts[index - 1];
    if (before) draft.entry.prev = before.hash;
    rehash(draft);
  }
  return drafts;
};

/** Commits to a value as it is, which need not be one that the format allows. */
export const recommit = (draft: Draft, name: string, value: Json, salt: Uint8Array): void => {
  const committed = createHash('sha256')
    .update('counterweight/section/1\n')
    .update(salt)
    .update(canonicalJson(value));
  const commit = committed.digest('hex');
  const section = draft.entry.sections.find((one) => one.name === name);
  if (section) section.commit = commit;
  else draft.entry.sections.push({ name, type: 'text', commit });
  draft.openings[name] = { value, salt: renderSalt(salt) };
};

export const renderDraft = (drafts: readonly Draft[], extra: Readonly<Record<string, Json>> = {}): string => {
  const decision = drafts[0]?.entry['decision'] ?? '';
  const document = { format: 'counterweight-export/1', decision, entries: drafts, ...extra };
  return `${canonicalJson(document as unknown as Json)}\n`;
};
