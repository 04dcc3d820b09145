import { listIdeas } from '../../usecases/list-ideas.ts';
import type { IdeaSummary } from '../../usecases/list-ideas.ts';
import { findWords } from '../../core/alike/find-words.ts';
import { ideaLine } from '../idea-words.ts';
import type { PlainPage } from '../page.ts';

/** Every idea that is open to this reader, newest first, with a box to search them. */
export const ideasPage: PlainPage = {
  path: '/ideas',
  template: 'pages/ideas',
  title: 'Ideas',
  signedIn: true,
  build: async ({ account, services, request }) => {
    const asked = typeof request.query['q'] === 'string' ? request.query['q'].slice(0, 200).trim() : '';
    const all = account ? await listIdeas(services, account) : [];
    const found = asked === '' ? all : all.filter((one) => findWords(textOf(one), asked).isFound);
    return {
      crumbs: [{ text: 'Home', href: '/' }],
      asked,
      any: all.length > 0,
      ideas: found.map(ideaLine),
      countText: asked === '' ? '' : `Found in ${found.length} of ${all.length}: “${asked}”.`,
    };
  },
};

const textOf = ({ title, problem, couldBeDone, whoHasIt }: IdeaSummary): string =>
  [title, problem, couldBeDone, whoHasIt].join('\n');
