import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createSchemaChecker } from '../../src/adapters/schemas/schema-checker.ts';
import type { Store } from '../../src/usecases/ports.ts';
import { createDecisionLog } from '../../src/usecases/decision-log.ts';
import type { Actor } from '../../src/core/decision/model/act.ts';
import type { ActPorts } from '../../src/usecases/perform-act.ts';
import { performAct } from '../../src/usecases/perform-act.ts';
import type { Performed } from '../../src/usecases/perform-act.ts';
import { ensureAccount } from '../../src/usecases/account.ts';
import type { Account } from '../../src/usecases/account.ts';
import { linkParticipant } from '../../src/usecases/participant.ts';
import { readDecision } from '../../src/usecases/read-decision.ts';
import type { DecisionView } from '../../src/usecases/read-decision.ts';
import type { Place } from '../contract/engine.ts';
import { embeddedEngine } from './embedded-place.ts';
import { DECISION, hex, recordActs } from './record-acts.ts';
import type { Step } from './record-acts.ts';

export const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** One a process: compiling the schemas of all acts takes longer than any test. */
export const schemas = createSchemaChecker(`${PROJECT_ROOT}rubrics`);

/** A clock that stands until it is moved. The recorded decisions end in June 2026. */
export const createTestClock = (nowIso = '2026-07-01T09:00:00.000Z') => {
  let now = nowIso;
  return {
    nowIso: () => now,
    set: (iso: string) => {
      now = iso;
    },
    advanceMinutes: (minutes: number) => {
      now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
    },
  };
};

/** The same bytes in every run, never the same twice within one. */
export const createTestRandom = (seed = 'seed') => {
  let drawn = 0;
  return {
    bytes: (count: number): Uint8Array => {
      const parts: Buffer[] = [];
      for (let have = 0; have < count; have += 32) {
        drawn += 1;
        parts.push(createHash('sha256').update(`${seed} ${drawn}`).digest());
      }
      return new Uint8Array(Buffer.concat(parts).subarray(0, count));
    },
  };
};

export type ActWorld = ActPorts & {
  readonly place: Place;
  readonly clock: ReturnType<typeof createTestClock>;
  /** The same folder as another process would open it: its own store, its own folds. */
  readonly beside: () => Promise<ActPorts & { readonly close: () => Promise<void> }>;
  /** One act by somebody on the decision, with a key of its own unless one is given. */
  readonly act: (
    who: string | Actor,
    command: string,
    input?: object,
    requestKey?: string,
  ) => Promise<Performed>;
  readonly viewOf: (who: string) => Promise<DecisionView>;
};

let keys = 0;

const portsOn = (store: Store, clock: ActWorld['clock'], seed: string) => ({
  ...{ store, clock, schemas, random: createTestRandom(seed), log: createDecisionLog(store) },
});

export const accountOf = (
  ports: Pick<ActPorts, 'store' | 'clock' | 'random'>,
  who: string,
): Promise<Account> =>
  ensureAccount(ports, {
    email: `${who}@example.org`,
    name: who,
    ...(who === 'lead' ? { role: 'lead' as const } : {}),
  });

/** Puts a recorded decision into the store, its people with accounts of their own. */
export const seat = async (
  ports: Pick<ActPorts, 'store' | 'clock' | 'random'>,
  steps: readonly Step[],
): Promise<void> => {
  if (steps.length === 0) return;
  const { entries, state } = recordActs(steps);
  await ports.store.ledgers.importStream(entries);
  for (const participant of Object.keys(state.people)) {
    const account = await accountOf(ports, participant);
    await linkParticipant(ports, { account: account.id, decision: DECISION, participant });
  }
};

/** A store in a folder of its own, holding these acts; removed afterwards. */
export const withWorld = async (
  steps: readonly Step[],
  work: (world: ActWorld) => Promise<void>,
): Promise<void> => {
  const place = await embeddedEngine.newPlace();
  const store = await place.open();
  const clock = createTestClock();
  const ports = portsOn(store, clock, 'first');
  const world: ActWorld = {
    ...ports,
    place,
    clock,
    beside: async () => {
      const other = await place.open();
      return { ...portsOn(other, clock, 'second'), close: other.close };
    },
    act: (who, command, input = {}, requestKey = hex(`key ${(keys += 1)}`).slice(0, 32)) => {
      const actor: Actor = typeof who === 'string' ? { kind: 'participant', participant: who } : who;
      return performAct(ports, { decision: DECISION, command, input, actor, requestKey });
    },
    viewOf: async (who) => readDecision(ports, await accountOf(ports, who), DECISION),
  };
  try {
    await seat(ports, steps);
    await work(world);
  } finally {
    await store.close();
    await place.remove();
  }
};
