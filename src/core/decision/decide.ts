import { DomainError } from '../errors.ts';
import type { ActContext, AnyAct, DecisionEvent, SectionDraft } from './model/act.ts';
import type { Door } from './model/door.ts';
import { FOLDING, withItem } from './model/growing.ts';
import { assertUndecided, participantOf } from './model/guards.ts';
import { emptyState } from './model/state.ts';
import type { DecisionState } from './model/state.ts';
import { findAct, findCommand } from './registry.ts';

export type DecidedAct = { readonly act: string; readonly sections: readonly SectionDraft[] };

/**
 * The whole rule book as one pure function: what would be recorded, or why not.
 * Who may ask is checked here, so pages, API and command line cannot differ.
 */
export const decide = (
  command: string,
  input: unknown,
  state: DecisionState,
  context: ActContext,
): DecidedAct => {
  const definition = findCommand(command);
  if (!definition) throw new DomainError('not-found', `There is no act called '${command}'.`, { command });
  if (command !== 'start-decision') {
    if (state.seq === 0) throw new DomainError('not-found', 'There is no such decision.');
    assertDoor(definition, state);
    assertMay(definition.by, state, context);
  }
  const sections = definition.decide(input as never, state, context);
  if (!AFTER_THE_END.includes(command)) assertUndecided(state);
  return { act: definition.act, sections };
};

/** What may still be recorded when a decision is approved or declined. Nothing that it rests on is among it. */
const AFTER_THE_END: readonly string[] = [
  ...['answer-contributions', 'agree-set-aside', 'notify-award', 'erase-section'],
  ...['declare-interest', 'manage-interest', 'reopen-idea'],
  ...['reopen-record', 'raise-record'],
];

/** An act belongs to doors: a quick record has no panel, an idea no money. */
const assertDoor = ({ command, doors = ['full'] }: AnyAct, { door }: DecisionState): void => {
  if (doors.includes(door)) return;
  throw new DomainError('not-allowed', DOOR_REFUSALS[door], { command, door });
};

const DOOR_REFUSALS: Readonly<Record<Door, string>> = {
  full: 'This belongs to a quick record or an idea, and this is a full decision.',
  quick: 'A quick record does without this. Raise it to a full decision first; nothing is typed again.',
  idea: 'An idea does without this. Make a decision of it first.',
};

const assertMay = (by: readonly string[], state: DecisionState, context: ActContext): void => {
  const { actor } = context;
  if (actor.kind !== 'participant') {
    if (by.includes(actor.kind)) return;
    throw new DomainError('not-allowed', 'This can be done only by somebody named on the decision.');
  }
  const person = participantOf(state, context);
  if (person.roles.some((role) => by.includes(role))) return;
  const named = by.filter((role) => role !== 'contributor' && role !== 'system');
  throw new DomainError('not-allowed', `Only the ${named.join(' or ')} can do this.`, { roles: named });
};

/** One step of the fold. An act of a later version is refused by name rather than skipped. */
export const evolve = (state: DecisionState, event: DecisionEvent): DecisionState => {
  const definition = findAct(event.act);
  if (!definition) {
    throw new DomainError(
      'ledger-faulty',
      `Entry ${event.seq} records '${event.act}', which this version does not know.`,
    );
  }
  const next = definition.evolve(state, event);
  const item = { seq: event.seq, at: event.at, actor: event.actor, act: event.act };
  return { ...next, seq: event.seq, timeline: withItem(state, state.timeline, item) };
};

export const fold = (decision: string, events: readonly DecisionEvent[]): DecisionState => {
  const start: DecisionState = { ...emptyState(decision), [FOLDING]: new WeakSet() };
  const state: DecisionState & { [FOLDING]?: WeakSet<object> } = { ...events.reduce(evolve, start) };
  delete state[FOLDING];
  return state;
};
