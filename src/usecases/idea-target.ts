import type { DecisionState } from '../core/decision/model/state.ts';
import type { Account } from './account.ts';
import { loadParticipantId } from './read-decision.ts';
import type { ReadPorts } from './read-decision.ts';

/** What became of the decision that an idea led to, without its name: whoever added to the idea may not see that. */
export type IdeaTarget = {
  readonly words: string;
  /** For a reader who is on that decision. */
  readonly decision: { readonly id: string; readonly title: string } | null;
};

export const loadIdeaTarget = async (
  ports: ReadPorts,
  account: Account | null,
  { idea }: DecisionState,
): Promise<IdeaTarget | null> => {
  const target = idea?.answer?.target;
  if (!target) return null;
  const state = (await ports.log.load(target))?.state;
  return {
    words: targetWords(state),
    decision: account && state ? await openTo(ports, account, state) : null,
  };
};

const targetWords = (state: DecisionState | undefined): string => {
  if (!state) return 'The decision it became part of is not kept here.';
  const status = state.outcome?.status;
  if (status === 'approved') return 'The decision it became part of is made: it is approved.';
  if (status === 'declined') return 'The decision it became part of is made: it is declined.';
  return 'The decision it became part of is still under way.';
};

const openTo = async (
  ports: ReadPorts,
  account: Account,
  state: DecisionState,
): Promise<IdeaTarget['decision']> => {
  const participant = await loadParticipantId(ports, account.id, state.id);
  const person = participant ? state.people[participant] : undefined;
  return person && !person.left ? { id: state.id, title: state.title ?? 'A decision' } : null;
};
