import { DomainError } from '../core/errors.ts';
import type { Json } from '../core/errors.ts';
import { decide } from '../core/decision/decide.ts';
import type { Actor } from '../core/decision/model/act.ts';
import { emptyState } from '../core/decision/model/state.ts';
import type { DecisionState } from '../core/decision/model/state.ts';
import { findCommand } from '../core/decision/registry.ts';
import { buildEntry } from '../ledger/chain.ts';
import { digestJson } from '../ledger/digest.ts';
import type { StoredEntry } from '../ledger/entry.ts';
import { GENESIS_PREV } from '../ledger/entry.ts';
import { composeText } from '../ledger/ledger-text.ts';
import type { DecisionLog } from './decision-log.ts';
import { loadOrganisation } from './organisation.ts';
import type { Clock, RandomSource, SchemaChecker, Store } from './ports.ts';
import { newId } from './secrets.ts';

export type ActPorts = {
  readonly store: Store;
  readonly log: DecisionLog;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly schemas: SchemaChecker;
};

export type ActRequest = {
  readonly decision: string;
  readonly command: string;
  readonly input: unknown;
  readonly actor: Actor;
  /** The same act by the same actor with the same key again returns the first entry and does nothing. */
  readonly requestKey: string;
};

/** Facts of what now stands on record: the caller finds new ids here. */
export type Performed = {
  readonly seq: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly repeated: boolean;
};

/** A loser of a race reads again and decides again; more often than this means something else is wrong. */
const MAX_TRIES = 8;

/** Every change to a decision goes through here: read, decide, append one entry, or refuse and write nothing. */
export const performAct = async (ports: ActPorts, given: ActRequest): Promise<Performed> => {
  // Typed or pasted text may hold letters in two parts; the ledger keeps one form of them.
  const request = { ...given, input: composeText(given.input as Json) };
  assertInput(ports.schemas, request);
  return ports.log.inTurn(request.decision, () => decideAndAppend(ports, request));
};

const decideAndAppend = async (ports: ActPorts, request: ActRequest): Promise<Performed> => {
  const requestKey = scopedKey(request);
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const loaded = await ports.log.load(request.decision);
    const { quickLimitPence } = await loadOrganisation(ports);
    const last = loaded?.entries.at(-1);
    let built: StoredEntry;
    try {
      const state = loaded?.state ?? emptyState(request.decision);
      built = buildNext(ports, request, state, last, quickLimitPence);
    } catch (error) {
      // A need that was locked by this very request cannot be locked again, and yet the request was carried out.
      const first = last && (await findRepeated(ports.store, last, requestKey));
      if (first) return performed(first, true);
      throw error;
    }
    const written = await ports.store.ledgers.append(built, requestKey);
    if (written.outcome === 'appended') return performed(built, false);
    if (written.outcome === 'repeated') return performed(written.first, true);
    ports.log.forget(request.decision);
  }
  throw new DomainError(
    'conflict',
    'Many people are changing this decision at once. Nothing was recorded; please try again.',
  );
};

/** The caller chooses the key, so it counts only for the same act by the same actor. */
const scopedKey = ({ command, actor, requestKey }: ActRequest): string =>
  `${command}/${actorName(actor)}/${requestKey}`;

/** Offers an entry that stands already: it cannot be written again, and the store says whether the key was used. */
const findRepeated = async (
  store: Store,
  last: StoredEntry,
  requestKey: string,
): Promise<StoredEntry | undefined> => {
  const answer = await store.ledgers.append(last, requestKey);
  return answer.outcome === 'repeated' ? answer.first : undefined;
};

const buildNext = (
  ports: ActPorts,
  request: ActRequest,
  state: DecisionState,
  last: StoredEntry | undefined,
  quickLimitPence: number | null,
): StoredEntry => {
  const atIso = ports.clock.nowIso();
  const decided = decide(request.command, request.input, state, {
    atIso,
    actor: request.actor,
    newId: () => newId(ports.random),
    hashOf: digestJson,
    quickLimitPence,
  });
  return buildEntry({
    decision: request.decision,
    seq: state.seq + 1,
    at: atIso,
    actor: actorName(request.actor),
    act: decided.act,
    prev: last?.hash ?? GENESIS_PREV,
    sections: decided.sections.map((one) => ({ ...one, salt: ports.random.bytes(32) })),
  });
};

/** Participants by id; somebody heard without an account leaves no id, only how they came. */
const actorName = (actor: Actor): string => {
  if (actor.kind === 'participant') return actor.participant;
  return actor.kind === 'contributor' ? `contributor/${actor.via}` : 'system';
};

const assertInput = (schemas: SchemaChecker, request: ActRequest): void => {
  const definition = findCommand(request.command);
  if (!definition) throw new DomainError('not-found', `There is no act called '${request.command}'.`);
  const faults = schemas.checkAgainst(definition.input, request.input);
  if (faults.length > 0) {
    throw new DomainError('invalid-input', 'Some of what was sent cannot be used as it stands.', {}, faults);
  }
};

const performed = (stored: StoredEntry, repeated: boolean): Performed => ({
  seq: stored.entry.seq,
  facts: (stored.openings['facts']?.value ?? {}) as Readonly<Record<string, unknown>>,
  repeated,
});
