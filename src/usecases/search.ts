import { excerptOf, findWords } from '../core/alike/find-words.ts';
import type { Piece } from '../core/alike/find-words.ts';
import type { DecisionState } from '../core/decision/model/state.ts';
import { scoredCriteria } from '../core/decision/model/guards.ts';
import type { Account } from './account.ts';
import { listElsewhere, sharedRubric } from './elsewhere.ts';
import { listIdeas } from './list-ideas.ts';
import { loadDecisionsOf } from './participant.ts';
import type { RubricFiles } from './ports.ts';
import { viewFor } from './read-decision.ts';
import type { ReadPorts } from './read-decision.ts';
import { readIdea } from './read-idea.ts';

export const SEARCH_KINDS = ['idea', 'decision', 'rubric', 'elsewhere'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Something in which every word that was asked for was found. */
export type SearchHit = {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: readonly Piece[];
  /** The words around the first match outside the title; empty when only the title has them. */
  readonly excerpt: readonly Piece[];
  readonly hits: number;
};

/** What is looked through: a title, and other texts in the order in which an excerpt is taken from them. */
type Searched = {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  readonly texts: readonly (string | null | undefined)[];
};

export type SearchPorts = ReadPorts & { readonly rubricFiles: RubricFiles };

/** A question longer than this is cut; nobody types one. */
export const LONGEST_QUESTION = 200;
const MOST_OF_A_KIND = 20;

/**
 * Looks through ideas, decisions and rubrics for the words of a question. Decisions and ideas are searched as this
 * account sees them: folded from sections that passed the one question of visibility. What is sealed from a reader is
 * not in the text that is searched, so no search tells whether it is there.
 */
export const searchAll = async (
  ports: SearchPorts,
  account: Account,
  question: string,
): Promise<readonly SearchHit[]> => {
  const asked = question.slice(0, LONGEST_QUESTION);
  const all = [
    ...(await ideasIn(ports, account)),
    ...(await decisionsIn(ports, account)),
    ...(await rubricsIn(ports)),
    ...(await filesIn(ports)),
  ];
  const found = all.flatMap((one) => hitOf(one, asked)).sort(byHits);
  return SEARCH_KINDS.flatMap((kind) => found.filter((one) => one.kind === kind).slice(0, MOST_OF_A_KIND));
};

/** Most matches first, then as they were found. */
const byHits = (a: SearchHit, b: SearchHit): number => b.hits - a.hits;

const hitOf = ({ kind, id, title, texts }: Searched, asked: string): readonly SearchHit[] => {
  const said = texts.filter((text): text is string => typeof text === 'string' && text !== '');
  const whole = findWords([title, ...said].join('\n'), asked);
  if (!whole.isFound) return [];
  const first = said.map((text) => findWords(text, asked)).find(({ hits }) => hits > 0);
  const excerpt = excerptOf(first?.pieces ?? []);
  return [{ kind, id, title: findWords(title, asked).pieces, excerpt, hits: whole.hits }];
};

const ideasIn = async (ports: ReadPorts, account: Account): Promise<readonly Searched[]> => {
  const found: Searched[] = [];
  for (const { idea: id, title } of await listIdeas(ports, account)) {
    const { state } = await readIdea(ports, account, id);
    const { idea } = state;
    const said = Object.values(state.contributions).map(({ text }) => text);
    const stated = idea
      ? [idea.problem, idea.couldBeDone, idea.whoHasIt, idea.staffSaid, idea.alreadyOwned, idea.smallestStep]
      : [];
    found.push({ kind: 'idea', id, title, texts: [...stated, idea?.askedOf, idea?.answer?.reply, ...said] });
  }
  return found;
};

const decisionsIn = async (ports: ReadPorts, account: Account): Promise<readonly Searched[]> => {
  const found: Searched[] = [];
  for (const { decision, participant } of await loadDecisionsOf(ports, account.id)) {
    const loaded = await ports.log.load(decision);
    const viewer = loaded?.state.people[participant];
    if (!loaded || !viewer || viewer.left || loaded.state.door === 'idea') continue;
    const { state } = viewFor(loaded, viewer);
    found.push({ kind: 'decision', id: state.id, title: state.title ?? 'A decision', texts: textsOf(state) });
  }
  return found;
};

/** `state` as its reader sees it: nothing else is ever handed to this. */
const textsOf = ({
  need,
  options,
  quick,
  rubric,
  outcome,
}: DecisionState): readonly (string | null | undefined)[] => [
  ...[need?.problem, need?.affected, need?.measure],
  ...Object.values(options).flatMap(({ title, supplier, summary }) => [title, supplier, summary]),
  ...(quick?.options ?? []).flatMap(({ title, supplier, note }) => [title, supplier, note]),
  ...[outcome?.optionTitle, outcome?.shareableWhy, outcome?.staffSaid],
  rubric?.rubric?.title,
  ...(rubric?.rubric ? scoredCriteria(rubric.rubric).map(({ title }) => title) : []),
];

const rubricsIn = async ({ rubricFiles }: SearchPorts): Promise<readonly Searched[]> =>
  (await rubricFiles.list()).map(({ id, title, purpose }) => ({
    kind: 'rubric',
    id,
    title,
    texts: [purpose],
  }));

const filesIn = async (ports: ReadPorts): Promise<readonly Searched[]> =>
  (await listElsewhere(ports)).map(({ id, shared }) => {
    const { need, outcome, criteria } = shared;
    const said = [need.problem, need.affected, need.measure, outcome.why, sharedRubric(shared)?.title];
    return { kind: 'elsewhere', id, title: shared.title, texts: [...said, ...criteria] };
  });
