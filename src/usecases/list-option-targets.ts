import { hasRole, isDecided } from '../core/decision/model/guards.ts';
import type { Account } from './account.ts';
import { loadDecisionsOf } from './participant.ts';
import type { ReadPorts } from './read-decision.ts';

/** The decisions that this account leads and that still take an option, by title. */
export const listOptionTargets = async (
  ports: ReadPorts,
  account: Account,
): Promise<readonly { readonly decision: string; readonly title: string }[]> => {
  const found: { decision: string; title: string }[] = [];
  for (const { decision, participant } of await loadDecisionsOf(ports, account.id)) {
    const state = (await ports.log.load(decision))?.state;
    const person = state?.people[participant];
    if (!state || !person || person.left || !hasRole(person, 'lead') || state.door !== 'full') continue;
    if (!state.need?.lockedAt || state.openedAt || isDecided(state)) continue;
    found.push({ decision, title: state.title ?? 'A decision' });
  }
  return found.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
};
