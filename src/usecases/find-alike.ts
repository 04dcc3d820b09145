import { findAlike } from '../core/alike/alike.ts';
import type { Account } from './account.ts';
import { listElsewhere } from './elsewhere.ts';
import { listIdeas } from './list-ideas.ts';
import { loadDecisionsOf } from './participant.ts';
import type { ReadPorts } from './read-decision.ts';
import { viewFor } from './read-decision.ts';

/** Something that this account may read and that is about the same thing. */
export type AlikeItem = {
  readonly kind: 'idea' | 'decision' | 'elsewhere';
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Who has it, in words. */
  readonly who: string;
  readonly teams: number;
};

/** Ideas and decisions about the same thing, the most alike first; `except` is the one that is being written. */
export const findAlikeItems = async (
  ports: ReadPorts,
  account: Account,
  text: string,
  except = '',
): Promise<readonly AlikeItem[]> => {
  const all = [
    ...(await ideasOf(ports, account)),
    ...(await decisionsOf(ports, account)),
    ...(await filesOf(ports)),
  ];
  const others = all.filter(({ id }) => id !== except);
  return findAlike(text, others, (one) => `${one.title} ${one.text}`).map(({ item }) => item);
};

const ideasOf = async (ports: ReadPorts, account: Account): Promise<readonly AlikeItem[]> =>
  (await listIdeas(ports, account)).map(({ idea, title, problem, couldBeDone, whoHasIt, teams }) => ({
    ...{ kind: 'idea', id: idea, title, text: `${problem} ${couldBeDone}`, who: whoHasIt, teams },
  }));

const filesOf = async (ports: ReadPorts): Promise<readonly AlikeItem[]> =>
  (await listElsewhere(ports)).map(({ id, shared }) => ({
    ...{ kind: 'elsewhere', id, title: shared.title, text: shared.need.problem, who: shared.need.affected },
    teams: 0,
  }));

const decisionsOf = async (ports: ReadPorts, account: Account): Promise<readonly AlikeItem[]> => {
  const found: AlikeItem[] = [];
  for (const { decision, participant } of await loadDecisionsOf(ports, account.id)) {
    const loaded = await ports.log.load(decision);
    const viewer = loaded?.state.people[participant];
    if (!loaded || !viewer || viewer.left || loaded.state.door === 'idea') continue;
    const { state } = viewFor(loaded, viewer);
    found.push({
      ...{ kind: 'decision', id: state.id, title: state.title ?? 'A decision', teams: 0 },
      ...{ text: state.need?.problem ?? '', who: state.need?.affected ?? '' },
    });
  }
  return found;
};
