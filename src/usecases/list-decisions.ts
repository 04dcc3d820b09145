import type { Role } from '../core/decision/model/roles.ts';
import { tasksFor } from '../core/decision/tasks.ts';
import type { Task } from '../core/decision/model/task.ts';
import type { DecisionState } from '../core/decision/model/state.ts';
import { contributionsOwed } from '../core/decision/voice/owed.ts';
import type { Account } from './account.ts';
import { loadDecisionsOf } from './participant.ts';
import type { ReadPorts } from './read-decision.ts';
import { viewFor } from './read-decision.ts';

export type DecisionSummary = {
  readonly decision: string;
  readonly title: string;
  readonly purpose: DecisionState['purpose'];
  readonly door: DecisionState['door'];
  readonly example: boolean;
  readonly roles: readonly Role[];
  readonly status: string;
  /** What waits for this person, most urgent first. */
  readonly waiting: readonly Task[];
  /** For the lead: contributions that are still owed a fate and a reply. */
  readonly repliesOwed: number;
  readonly startedAt: string;
};

/** The decisions an account is on, newest first, each with what waits for them. */
export const listDecisions = async (
  ports: ReadPorts,
  account: Account,
): Promise<readonly DecisionSummary[]> => {
  const links = await loadDecisionsOf(ports, account.id);
  const found: DecisionSummary[] = [];
  for (const link of links) {
    const loaded = await ports.log.load(link.decision);
    const viewer = loaded?.state.people[link.participant];
    // An idea is no decision yet; list-ideas.ts has them.
    if (!loaded || !viewer || viewer.left || loaded.state.door === 'idea') continue;
    const { state } = viewFor(loaded, viewer);
    found.push({
      decision: state.id,
      title: state.title ?? 'A decision',
      purpose: state.purpose,
      door: state.door,
      example: state.example,
      roles: viewer.roles,
      status: statusOf(state),
      waiting: tasksFor(state, viewer).filter((task) => task.yours),
      repliesOwed: viewer.roles.includes('lead') ? contributionsOwed(state).length : 0,
      startedAt: state.startedAt,
    });
  }
  return found.sort((a, b) => (a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : 0));
};

/** Where a decision stands, in two or three words. */
export const statusOf = (state: DecisionState): string => {
  if (state.outcome?.status === 'approved') return 'Decided';
  if (state.outcome?.status === 'declined') return 'Declined';
  if (state.outcome?.status === 'waiting') return 'With the approver';
  if (state.qualitySealedAt) return 'Quality sealed';
  if (state.openedAt) return 'Marking';
  if (state.rubric?.lockedAt) return 'Rubric locked';
  if (state.need?.lockedAt) return 'Need locked';
  return 'Started';
};
