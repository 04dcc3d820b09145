import { countTeams } from '../core/decision/idea/idea-words.ts';
import type { DecisionState } from '../core/decision/model/state.ts';
import { teamsWords } from '../report/idea-words.ts';
import type { Account } from './account.ts';
import { DomainError } from '../core/errors.ts';
import type { ReadPorts } from './read-decision.ts';
import { readIdea } from './read-idea.ts';

/** The first draft of a need, in the words of the idea it came from. How it is measured nobody has said yet. */
export type NeedDraft = {
  readonly idea: string;
  readonly title: string;
  readonly problem: string;
  readonly affected: string;
};

/** Null where there is no idea, or the reader may not read it. Nothing is recorded until the lead saves the need. */
export const loadNeedDraft = async (
  ports: ReadPorts,
  account: Account,
  { fromIdea }: DecisionState,
): Promise<NeedDraft | null> => {
  if (!fromIdea) return null;
  try {
    const { state } = await readIdea(ports, account, fromIdea);
    const teams = countTeams(state);
    const { problem, whoHasIt } = state.idea ?? { problem: '', whoHasIt: '' };
    const affected = [whoHasIt ?? '', ...(teams > 0 ? [teamsWords(teams)] : [])].join('. ');
    return { idea: state.id, title: state.title ?? 'An idea', problem: problem ?? '', affected };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return null;
    throw error;
  }
};
