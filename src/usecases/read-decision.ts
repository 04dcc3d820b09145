import { DomainError } from '../core/errors.ts';
import { fold } from '../core/decision/decide.ts';
import { isCarried } from '../core/decision/editions.ts';
import type { Edition } from '../core/decision/editions.ts';
import type { SectionType } from '../core/decision/model/act.ts';
import type { DecisionState, Person } from '../core/decision/model/state.ts';
import { canSee } from '../core/decision/visibility.ts';
import type { StoredEntry } from '../ledger/entry.ts';
import type { Account } from './account.ts';
import type { DecisionLog, LoadedDecision } from './decision-log.ts';
import { toEvent } from './decision-log.ts';
import type { Clock, Store } from './ports.ts';

export type ReadPorts = { readonly store: Store; readonly log: DecisionLog; readonly clock: Clock };

/** A decision as one reader may see it. `state` was folded without the sections that are sealed from them. */
export type DecisionView = {
  readonly state: DecisionState;
  readonly viewer: Person;
  readonly entries: readonly StoredEntry[];
};

/** What a document is made from: the entries, and the state folded from them. */
export type Recorded = Pick<DecisionView, 'state' | 'entries'>;

/** Keeps only the openings that the question lets through; entries and commitments stay as they are. */
export const filterOpenings = (
  entries: readonly StoredEntry[],
  keep: (stored: StoredEntry, name: string, type: SectionType) => boolean,
): readonly StoredEntry[] =>
  entries.map((stored) => ({
    ...stored,
    openings: Object.fromEntries(
      stored.entry.sections.flatMap(({ name, type }) => {
        const opening = stored.openings[name];
        return opening && keep(stored, name, type as SectionType) ? [[name, opening] as const] : [];
      }),
    ),
  }));

export const viewFor = (loaded: LoadedDecision, viewer: Person): DecisionView => {
  const entries = filterOpenings(loaded.entries, (stored, _name, type) =>
    canSee(viewer, loaded.state, {
      actor: stored.entry.actor,
      facts: (stored.openings['facts']?.value ?? {}) as Readonly<Record<string, unknown>>,
      type,
    }),
  );
  return { state: fold(loaded.state.id, entries.map(toEvent)), viewer, entries };
};

/** The entries of an export, as their reader saw them. */
export const recordOfEntries = (entries: readonly StoredEntry[]): Recorded => {
  const [first] = entries;
  if (!first) throw new DomainError('not-found', 'This decision has no entries yet.');
  return { entries, state: fold(first.entry.decision, entries.map(toEvent)) };
};

/** The same decision as one edition carries it: what the reader may see, and of that what the edition shows. */
export const viewOfEdition = <View extends Recorded>(view: View, edition: Edition): View => {
  const entries = filterOpenings(view.entries, (_stored, _name, type) => isCarried(edition, type));
  return { ...view, entries, state: fold(view.state.id, entries.map(toEvent)) };
};

/** The participant an account is on a decision, or undefined. */
export const loadParticipantId = async (
  ports: Pick<ReadPorts, 'store' | 'clock'>,
  account: string,
  decision: string,
): Promise<string | undefined> => {
  const record = await ports.store.records.get('participant', `${account}/${decision}`, ports.clock.nowIso());
  return (record?.value as { participant?: string } | undefined)?.participant;
};

/**
 * What this account may read of this decision. Unknown decisions and decisions one is not on give the same
 * answer, so an id tells nobody anything.
 */
export const readDecision = async (
  ports: ReadPorts,
  account: Account,
  decision: string,
): Promise<DecisionView> => {
  const participant = await loadParticipantId(ports, account.id, decision);
  const loaded = participant ? await ports.log.load(decision) : undefined;
  const viewer = participant ? loaded?.state.people[participant] : undefined;
  if (!loaded || !viewer || viewer.left) {
    throw new DomainError('not-found', 'There is no such decision, or you are not on it.');
  }
  return viewFor(loaded, viewer);
};
