import { countTeams, isOverdue } from '../core/decision/idea/idea-words.ts';
import type { IdeaAnswer } from '../core/decision/model/idea-state.ts';
import type { Account } from './account.ts';
import type { Store } from './ports.ts';
import type { ReadPorts } from './read-decision.ts';
import type { IdeaView } from './read-idea.ts';
import { ideaViewFor } from './read-idea.ts';

export type IdeaSummary = {
  readonly idea: string;
  readonly title: string;
  readonly problem: string;
  readonly couldBeDone: string;
  readonly whoHasIt: string;
  readonly teams: number;
  readonly added: number;
  readonly answerBy: string;
  readonly isOverdue: boolean;
  readonly answer: IdeaAnswer | null;
  readonly startedAt: string;
  readonly example: boolean;
  /** What the reader is on it. */
  readonly part: 'author' | 'asked' | 'other' | 'reader';
};

/** The ideas that this account may read, the newest first; those of its author that are not stated yet among them. */
export const listIdeas = async (ports: ReadPorts, account: Account): Promise<readonly IdeaSummary[]> => {
  const today = ports.clock.nowIso().slice(0, 10);
  const found: IdeaSummary[] = [];
  for (const id of await loadIdeaIds(ports)) {
    const loaded = await ports.log.load(id);
    const view = loaded ? await ideaViewFor(ports, account, loaded) : undefined;
    if (view) found.push(summarise(view, today));
  }
  return found.sort((a, b) =>
    a.startedAt === b.startedAt ? (a.idea < b.idea ? -1 : 1) : a.startedAt < b.startedAt ? 1 : -1,
  );
};

const summarise = (view: IdeaView, today: string): IdeaSummary => {
  const { state, viewer } = view;
  const { idea } = state;
  return {
    idea: state.id,
    title: state.title ?? 'An idea',
    problem: idea?.problem ?? '',
    couldBeDone: idea?.couldBeDone ?? '',
    whoHasIt: idea?.whoHasIt ?? '',
    teams: countTeams(state),
    added: Object.keys(state.contributions).length,
    answerBy: idea?.answerBy ?? '',
    isOverdue: isOverdue(state, today),
    answer: idea?.answer ?? null,
    startedAt: state.startedAt,
    example: state.example,
    part: partOf(view, viewer?.id === state.lead),
  };
};

const partOf = ({ viewer }: IdeaView, isLead: boolean): IdeaSummary['part'] => {
  if (!viewer) return 'reader';
  if (isLead) return 'author';
  return viewer.roles.includes('approver') ? 'asked' : 'other';
};

/** A stream that began as an idea stays one, and one that did not never becomes one: asked once of each. */
const known = new WeakMap<Store, Map<string, boolean>>();

const loadIdeaIds = async ({ store, log }: ReadPorts): Promise<readonly string[]> => {
  const isIdea = known.get(store) ?? new Map<string, boolean>();
  known.set(store, isIdea);
  const ids: string[] = [];
  for (const { decision } of await store.ledgers.loadHeads()) {
    let found = isIdea.get(decision);
    if (found === undefined) {
      found = (await log.load(decision))?.state.door === 'idea';
      isIdea.set(decision, found);
    }
    if (found) ids.push(decision);
  }
  return ids;
};
