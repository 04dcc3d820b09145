import { DomainError } from '../core/errors.ts';
import { fold } from '../core/decision/decide.ts';
import type { SectionType } from '../core/decision/model/act.ts';
import type { Person } from '../core/decision/model/state.ts';
import type { Account } from './account.ts';
import type { LoadedDecision } from './decision-log.ts';
import { toEvent } from './decision-log.ts';
import { filterOpenings, loadParticipantId, viewFor } from './read-decision.ts';
import type { ReadPorts, Recorded } from './read-decision.ts';

/** An idea as one reader may see it. */
export type IdeaView = Recorded & {
  /** Who the reader is on it; null for a colleague who may read it because it is open. */
  readonly viewer: Person | null;
};

/** Who added something is for those on the idea. What was said, and how many said it, is for every colleague. */
const READER_SEES: readonly SectionType[] = ['facts', 'text', 'name', 'voice'];

/**
 * What this account may read of this idea. One that does not exist, one that is not open and a decision that is no idea
 * give the same answer, so an id tells nobody anything.
 */
export const readIdea = async (ports: ReadPorts, account: Account, idea: string): Promise<IdeaView> => {
  const loaded = await ports.log.load(idea);
  const view = loaded ? await ideaViewFor(ports, account, loaded) : undefined;
  if (!view) throw new DomainError('not-found', 'There is no such idea, or it is not open to you.');
  return view;
};

/** Undefined when it is no idea, or not one that this account may read. */
export const ideaViewFor = async (
  ports: ReadPorts,
  account: Account,
  loaded: LoadedDecision,
): Promise<IdeaView | undefined> => {
  const { state } = loaded;
  if (state.door !== 'idea') return undefined;
  const participant = await loadParticipantId(ports, account.id, state.id);
  const person = participant ? state.people[participant] : undefined;
  if (person && !person.left) return viewFor(loaded, person);
  return state.idea?.open === true ? { ...asReader(loaded), viewer: null } : undefined;
};

const asReader = ({ entries, state }: LoadedDecision): Recorded => {
  const seen = filterOpenings(entries, (_stored, _name, type) => READER_SEES.includes(type));
  return { entries: seen, state: fold(state.id, seen.map(toEvent)) };
};

/** Who may answer it, change its links and take it up again. */
export const mayAnswerIdea = ({ viewer }: IdeaView): boolean =>
  viewer?.roles.some((role) => role === 'lead' || role === 'approver') ?? false;
