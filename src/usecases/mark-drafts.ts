import type { Clock, Store } from './ports.ts';

/**
 * Marks not sealed yet. They are nobody's business but their author's, so they live beside the ledger, under the
 * author's own key, and are deleted when sealed.
 */
export type DraftMark = { readonly reason: string; readonly score: string };
export type CriterionDraft = Readonly<Record<string, DraftMark>>;

type DraftPorts = { readonly store: Store; readonly clock: Clock };
type Author = { readonly decision: string; readonly participant: string };

const keyOf = (author: Author, criterion: string): string =>
  `${author.decision}/${author.participant}/${criterion}`;

export const saveDraft = (
  ports: DraftPorts,
  author: Author,
  criterion: string,
  marks: CriterionDraft,
): Promise<void> =>
  ports.store.records.overwrite({
    kind: 'draft',
    id: keyOf(author, criterion),
    owner: `${author.decision}/${author.participant}`,
    expiresAt: null,
    value: marks,
  });

export const loadDraft = async (
  ports: DraftPorts,
  author: Author,
  criterion: string,
): Promise<CriterionDraft> => {
  const record = await ports.store.records.get('draft', keyOf(author, criterion), ports.clock.nowIso());
  return (record?.value ?? {}) as CriterionDraft;
};

export const removeDraft = async (ports: DraftPorts, author: Author, criterion: string): Promise<void> => {
  await ports.store.records.remove('draft', keyOf(author, criterion));
};

/** The criteria this author has a draft for. */
export const loadDraftedCriteria = async (ports: DraftPorts, author: Author): Promise<readonly string[]> => {
  const prefix = `${author.decision}/${author.participant}`;
  const records = await ports.store.records.listByOwner('draft', prefix, ports.clock.nowIso());
  return records.map((record) => record.id.slice(prefix.length + 1));
};
