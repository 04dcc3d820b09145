import { DomainError } from '../core/errors.ts';
import { fold } from '../core/decision/decide.ts';
import type { DecisionEvent } from '../core/decision/model/act.ts';
import type { DecisionState } from '../core/decision/model/state.ts';
import type { StoredEntry } from '../ledger/entry.ts';
import { erasureKey, findErased } from '../ledger/erasure.ts';
import type { Store } from './ports.ts';

/** A decision as the store holds it: the entries, and the whole state with nothing hidden. Never leaves the use cases. */
export type LoadedDecision = { readonly entries: readonly StoredEntry[]; readonly state: DecisionState };

export type DecisionLog = {
  /** Undefined when there is no such decision. Always as fresh as the head. */
  readonly load: (decision: string) => Promise<LoadedDecision | undefined>;
  readonly forget: (decision: string) => void;
  /**
   * One piece of work on a decision at a time in this process, so that a ward that presses Send at once does not race
   * itself. Between processes the store decides.
   */
  readonly inTurn: <T>(decision: string, work: () => Promise<T>) => Promise<T>;
};

export const toEvent = (stored: StoredEntry): DecisionEvent => ({
  seq: stored.entry.seq,
  at: stored.entry.at,
  actor: stored.entry.actor,
  act: stored.entry.act,
  sections: Object.fromEntries(
    Object.entries(stored.openings).map(([name, opening]) => [name, opening.value]),
  ),
});

/**
 * What the ledger says is erased is not read, whether or not it was deleted yet: a crash may have come between, and
 * another process may hold the stream from before the deletion.
 */
const withoutErased = (entries: readonly StoredEntry[]): readonly StoredEntry[] => {
  const erased = findErased(entries);
  if (erased.size === 0) return entries;
  return entries.map((stored) => ({
    ...stored,
    openings: Object.fromEntries(
      Object.entries(stored.openings).filter(([name]) => !erased.has(erasureKey(stored.entry.seq, name))),
    ),
  }));
};

export const isDecisionId = (id: string): boolean => /^[0-9a-f]{32}$/.test(id);

/** Folds are kept by head hash: another process may have appended, so the head is asked for before a fold is used. */
export const createDecisionLog = (store: Store, keep = 200): DecisionLog => {
  const kept = new Map<string, { readonly hash: string; readonly loaded: LoadedDecision }>();
  const turns = new Map<string, Promise<unknown>>();
  return {
    load: async (decision) => {
      if (!isDecisionId(decision)) return undefined;
      const head = await store.ledgers.loadHead(decision);
      if (!head) return undefined;
      const known = kept.get(decision);
      if (known?.hash === head.hash) return known.loaded;
      const entries = withoutErased(await store.ledgers.load(decision, 0));
      const last = entries.at(-1);
      if (!last)
        throw new DomainError('store-unavailable', 'The store lost sight of a decision while it was read.');
      const loaded = { entries, state: fold(decision, entries.map(toEvent)) };
      kept.delete(decision);
      kept.set(decision, { hash: last.hash, loaded });
      const oldest = kept.keys().next();
      if (kept.size > keep && !oldest.done) kept.delete(oldest.value);
      return loaded;
    },
    forget: (decision) => {
      kept.delete(decision);
    },
    inTurn: (decision, work) => {
      const mine = (turns.get(decision) ?? Promise.resolve()).then(work);
      const over = mine.catch(() => undefined);
      turns.set(decision, over);
      void over.then(() => turns.get(decision) === over && turns.delete(decision));
      return mine;
    },
  };
};
