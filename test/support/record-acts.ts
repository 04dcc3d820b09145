import { createHash } from 'node:crypto';
import type { Actor } from '../../src/core/decision/model/act.ts';
import { decide, fold } from '../../src/core/decision/decide.ts';
import { emptyState } from '../../src/core/decision/model/state.ts';
import type { DecisionState } from '../../src/core/decision/model/state.ts';
import { buildEntry } from '../../src/ledger/chain.ts';
import { digestJson } from '../../src/ledger/digest.ts';
import type { StoredEntry } from '../../src/ledger/entry.ts';
import { GENESIS_PREV } from '../../src/ledger/entry.ts';
import { toEvent } from '../../src/usecases/decision-log.ts';
import type { LoadedDecision } from '../../src/usecases/decision-log.ts';
import type { DecisionView } from '../../src/usecases/read-decision.ts';
import { viewFor } from '../../src/usecases/read-decision.ts';

/** Decisions built from real acts through the real rules: who, which command, with what input. */
export type Step = readonly [actor: string | Actor, command: string, input: object];

export const DECISION = '0123456789abcdef0123456789abcdef';

/** £10,000: the limit for quick records of the organisation in these stories. */
export const QUICK_LIMIT_PENCE = 1_000_000;

export const hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One act, decided on a state and built into the entry after the last; ids and salts are drawn from its number. */
export const recordAct = (
  [who, command, input]: Step,
  index: number,
  state: DecisionState,
  last: StoredEntry | undefined,
): StoredEntry => {
  const actor: Actor = typeof who === 'string' ? { kind: 'participant', participant: who } : who;
  const at = new Date(Date.UTC(2026, 5, 1, 9) + index * 6 * 3_600_000).toISOString();
  const newId = () => hex(`id ${index}`).slice(0, 32);
  const context = { atIso: at, actor, newId, hashOf: digestJson, quickLimitPence: QUICK_LIMIT_PENCE };
  const { act, sections } = decide(command, input, state, context);
  return buildEntry({
    decision: DECISION,
    seq: index + 1,
    at,
    actor: typeof who === 'string' ? who : 'contributor/poster',
    act,
    prev: last?.hash ?? GENESIS_PREV,
    sections: sections.map((one) => ({ ...one, salt: Buffer.from(hex(`${index} ${one.name}`), 'hex') })),
  });
};

/** Six hours pass between acts. */
export const recordActs = (steps: readonly Step[]): LoadedDecision => {
  const entries: StoredEntry[] = [];
  let state = emptyState(DECISION);
  for (const [index, step] of steps.entries()) {
    entries.push(recordAct(step, index, state, entries.at(-1)));
    state = fold(DECISION, entries.map(toEvent));
  }
  return { entries, state };
};

/** As a store does it after an erasure was recorded. */
export const withoutOpening = (loaded: LoadedDecision, seq: number, section: string): LoadedDecision => {
  const entries = loaded.entries.map((stored) =>
    stored.entry.seq === seq
      ? {
          ...stored,
          openings: Object.fromEntries(Object.entries(stored.openings).filter(([name]) => name !== section)),
        }
      : stored,
  );
  return { entries, state: fold(DECISION, entries.map(toEvent)) };
};

export const viewAs = (loaded: LoadedDecision, person: string): DecisionView => {
  const viewer = loaded.state.people[person];
  if (!viewer) throw new Error(`There is no ${person} on this decision.`);
  return viewFor(loaded, viewer);
};

/** The contribution that the nth act recorded, counted from 0. */
export const contributionId = (index: number): string => hex(`id ${index}`).slice(0, 32);
