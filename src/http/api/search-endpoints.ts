import { LONGEST_QUESTION, searchAll } from '../../usecases/search.ts';
import type { Endpoint } from './endpoint.ts';

export const SEARCH_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/search',
    summary: 'Ideas, decisions and rubrics that you may see and that hold every word of a question',
    tag: 'Search',
    needsToken: true,
    query: [{ name: 'q', description: `The words; at most ${LONGEST_QUESTION} characters are read` }],
    answer: {
      status: 200,
      description: 'Each with its title and an excerpt, in pieces that say what matched',
    },
    refusals: [],
    handle: async (call) => {
      const { q } = call.request.query;
      const asked = typeof q === 'string' ? q : '';
      return { json: { hits: await searchAll(call.services, call.account(), asked) } };
    },
  },
];
