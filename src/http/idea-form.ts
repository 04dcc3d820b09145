import type { AlikeItem } from '../usecases/find-alike.ts';
import type { IdeaInput } from '../usecases/start-idea.ts';
import { count } from '../report/numbers.ts';
import type { Form } from './page.ts';
import { field, optional } from './page.ts';

/** The fields of the one form of an idea, in its order. What is typed is carried from screen to screen under these names. */
export const IDEA_FIELDS = [
  ...['title', 'problem', 'whoHasIt', 'staffSaid', 'alreadyOwned', 'couldBeDone', 'smallestStep'],
  ...['askedOf', 'askedFor', 'answerBy', 'open', 'leadName', 'leadJob'],
] as const;

export const ideaIn = (form: Form): IdeaInput => ({
  problem: field(form, 'problem'),
  whoHasIt: field(form, 'whoHasIt'),
  smallestStep: field(form, 'smallestStep'),
  askedOf: field(form, 'askedOf'),
  askedFor: field(form, 'askedFor'),
  answerBy: field(form, 'answerBy'),
  ...optional('staffSaid', field(form, 'staffSaid')),
  ...optional('alreadyOwned', field(form, 'alreadyOwned')),
  ...optional('couldBeDone', field(form, 'couldBeDone')),
  open: field(form, 'open') !== 'no',
});

const HREF: Readonly<Record<AlikeItem['kind'], (id: string) => string>> = {
  idea: (id) => `/ideas/${id}`,
  decision: (id) => `/decisions/${id}`,
  elsewhere: (id) => `/elsewhere#file-${id}`,
};

const KIND: Readonly<Record<AlikeItem['kind'], string>> = {
  idea: 'Idea',
  decision: 'Decision',
  elsewhere: 'Decided elsewhere',
};

/** What the page shows of something alike. */
export const alikeRows = (found: readonly AlikeItem[]): readonly object[] =>
  found.map(({ kind, id, title, text, who, teams }) => ({
    ...{ title, who, href: HREF[kind](id), kindText: KIND[kind], isIdea: kind === 'idea' },
    text: shortened(text),
    teamsText: teams > 0 ? `${count(teams, 'team')} already said that they have it, too.` : '',
  }));

const LONGEST = 220;

const shortened = (text: string): string => {
  const letters = [...text.trim()];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('').trimEnd()}…` : letters.join('');
};
