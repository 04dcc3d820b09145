import type { Piece } from '../../core/alike/find-words.ts';
import { LONGEST_QUESTION, SEARCH_KINDS, searchAll } from '../../usecases/search.ts';
import type { SearchHit, SearchKind } from '../../usecases/search.ts';
import { count } from '../../report/numbers.ts';
import type { PlainPage } from '../page.ts';

const GROUP: Readonly<Record<SearchKind, string>> = {
  idea: 'Ideas',
  decision: 'Your decisions',
  rubric: 'Rubrics',
  elsewhere: 'Decided elsewhere',
};

const HREF: Readonly<Record<SearchKind, (id: string) => string>> = {
  idea: (id) => `/ideas/${id}`,
  decision: (id) => `/decisions/${id}`,
  rubric: (id) => `/api/rubrics/${id}`,
  elsewhere: (id) => `/elsewhere#file-${id}`,
};

/** One box for ideas, decisions and rubrics; each result shows the words that were found. */
export const searchPage: PlainPage = {
  path: '/search',
  template: 'pages/search',
  title: 'Search',
  signedIn: true,
  build: async ({ account, services, request }) => {
    const { q } = request.query;
    const asked = typeof q === 'string' ? q.slice(0, LONGEST_QUESTION).trim() : '';
    const found = account && asked !== '' ? await searchAll(services, account, asked) : [];
    const groups = SEARCH_KINDS.map((kind) => ({
      heading: GROUP[kind],
      hits: found.filter((one) => one.kind === kind).map(rowOf),
    }));
    return {
      ...{ crumbs: [{ text: 'Home', href: '/' }], asked },
      title: asked === '' ? 'Search' : `Search: ${asked}`,
      found: asked === '' ? '' : `${count(found.length, 'result')} for “${asked}”`,
      groups: groups.filter(({ hits }) => hits.length > 0),
    };
  },
};

const rowOf = ({ kind, id, title, excerpt }: SearchHit): object => ({
  href: HREF[kind](id),
  title: marked(title),
  excerpt: marked(excerpt),
});

const marked = (pieces: readonly Piece[]): readonly object[] =>
  pieces.map((piece) => ({ words: piece.text, isMatch: piece.isMatch }));
