import { DomainError } from '../core/errors.ts';
import { fold } from '../core/decision/decide.ts';
import type { DecisionEvent } from '../core/decision/model/act.ts';
import type { DecisionState } from '../core/decision/model/state.ts';
import type { StoredEntry } from '../ledger/entry.ts';
import type { Store } from './ports.ts';

/** A decision as the store holds it: the entries, and the whole state with nothing hidden. Never leaves the use cases. */
export type LoadedDecision = { readonly entries: readonly StoredEntry[]; readonly state: DecisionState };

export type DecisionLog = {
  /** Undefined when there is no such decision. Always as fresh as the head. */
  readonly load: (decision: string) => Promise<LoadedDecision | undefined>;
  readonly forget: (decision: string) => void;
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

export const isDecisionId = (id: string): boolean => /^[0-9a-f]{32}$/.test(id);

/** Folds are kept by head hash: another process may have appended, so the head is asked for before a fold is used. */
export const createDecisionLog = (store: Store, keep = 200): DecisionLog => {
  const kept = new Map<string, { readonly hash: string; readonly loaded: LoadedDecision }>();
  return {
    load: async (decision) => {
      if (!isDecisionId(decision)) return undefined;
      const head = await store.ledgers.loadHead(decision);
      if (!head) return undefined;
      const known = kept.get(decision);
      if (known?.hash === head.hash) return known.loaded;
      const entries = await store.ledgers.load(decision, 0);
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
  };
};
