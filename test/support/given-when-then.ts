import { expect } from 'chai';
import { decide, evolve } from '../../src/core/decision/decide.ts';
import type { DecidedAct } from '../../src/core/decision/decide.ts';
import type { ActContext, Actor, DecisionEvent } from '../../src/core/decision/model/act.ts';
import { emptyState } from '../../src/core/decision/model/state.ts';
import type { DecisionState } from '../../src/core/decision/model/state.ts';
import { DomainError } from '../../src/core/errors.ts';
import type { ErrorCode } from '../../src/core/errors.ts';
import { digestJson } from '../../src/ledger/digest.ts';
import { DECISION, QUICK_LIMIT_PENCE, hex } from './record-acts.ts';
import type { Step } from './record-acts.ts';

/**
 * given(acts).when(who, command, input).then(act) or .isRefused(code): the rules alone, without store, schema or hash.
 * Days, ids and actors' names are those of record-acts.ts, so both tell the same story.
 */
const actorOf = (who: Step[0]): Actor =>
  typeof who === 'string' ? { kind: 'participant', participant: who } : who;

const actorName = (who: Step[0]): string =>
  typeof who === 'string' ? who : who.kind === 'contributor' ? `contributor/${who.via}` : 'system';

const atOf = (index: number): string =>
  new Date(Date.UTC(2026, 5, 1, 9) + index * 6 * 3_600_000).toISOString();

const contextOf = (who: Step[0], index: number): ActContext => ({
  atIso: atOf(index),
  actor: actorOf(who),
  newId: () => hex(`id ${index}`).slice(0, 32),
  hashOf: digestJson,
  quickLimitPence: QUICK_LIMIT_PENCE,
});

export type Told = { readonly state: DecisionState; readonly events: readonly DecisionEvent[] };

const tell = (told: Told, [who, command, input]: Step): Told & { readonly decided: DecidedAct } => {
  const { seq } = told.state;
  const decided = decide(command, input, told.state, contextOf(who, seq));
  const sections = Object.fromEntries(decided.sections.map(({ name, value }) => [name, value]));
  const event = { seq: seq + 1, at: atOf(seq), actor: actorName(who), act: decided.act, sections };
  return { decided, state: evolve(told.state, event), events: [...told.events, event] };
};

const known = new WeakMap<readonly Step[], Told>();

/** The state and events after these acts; each of them must be allowed. */
export const tellAll = (steps: readonly Step[]): Told => {
  const before = known.get(steps);
  if (before) return before;
  const start: Told = { state: emptyState(DECISION), events: [] };
  const told = steps.reduce<Told>((so, step) => tell(so, step), start);
  known.set(steps, told);
  return told;
};

/** The acts before the first one with this command. */
export const before = (steps: readonly Step[], command: string): readonly Step[] =>
  steps.slice(
    0,
    steps.findIndex(([, one]) => one === command),
  );

/** The acts up to and with the last one with this command. */
export const upTo = (steps: readonly Step[], command: string): readonly Step[] =>
  steps.slice(0, steps.findLastIndex(([, one]) => one === command) + 1);

const refusalOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
};

export const given = (steps: readonly Step[]) => ({
  when: (who: Step[0], command: string, input: object = {}) => ({
    /** Asserts what is recorded and hands over the act's sections and the state after it. */
    then: (act: string): DecidedAct & { readonly after: DecisionState } => {
      const { decided, state } = tell(tellAll(steps), [who, command, input]);
      expect(decided.act).to.equal(act);
      return { ...decided, after: state };
    },
    isRefused: (code: ErrorCode, says?: RegExp): DomainError => {
      const { state } = tellAll(steps);
      const error = refusalOf(() => decide(command, input, state, contextOf(who, state.seq)));
      expect(error, `'${command}' was not refused`).to.be.instanceOf(DomainError);
      const refusal = error as DomainError;
      expect(refusal.code, refusal.detail).to.equal(code);
      if (says) expect(refusal.detail).to.match(says);
      return refusal;
    },
  }),
});
