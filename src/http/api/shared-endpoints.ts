import {
  assertMayKeep,
  importSharedValue,
  listElsewhere,
  removeElsewhere,
} from '../../usecases/elsewhere.ts';
import { readDecision } from '../../usecases/read-decision.ts';
import { buildSharedDecision, renderSharedDecision, sharedFileName } from '../../usecases/shared-decision.ts';
import { parseSharedWords } from '../share-words.ts';
import type { Endpoint } from './endpoint.ts';

export const SHARED_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/decisions/{decision}/shared',
    summary: 'A decision that is made, for other organisations: no bid, mark, price or name',
    tag: 'Decided elsewhere',
    needsToken: true,
    query: [
      { name: 'contact', description: 'A team mailbox or telephone to put into the file' },
      {
        name: 'why',
        description: 'The reason in words for others; without it the shareable words on record',
      },
    ],
    answer: { status: 200, description: 'counterweight-shared-decision/1', mediaType: 'application/json' },
    refusals: ['not-found', 'too-early'],
    handle: async (call) => {
      const view = await readDecision(call.services, call.account(), call.params['decision'] ?? '');
      const shared = buildSharedDecision(view, parseSharedWords(call.request.query));
      return {
        bytes: new TextEncoder().encode(renderSharedDecision(shared)),
        fileName: sharedFileName(view.state.id),
      };
    },
  },
  {
    method: 'get',
    path: '/api/elsewhere',
    summary: 'What was decided elsewhere, from the files taken in here',
    tag: 'Decided elsewhere',
    needsToken: true,
    answer: { status: 200, description: 'Newest first' },
    refusals: [],
    handle: async (call) => ({ json: { files: await listElsewhere(call.services) } }),
  },
  {
    method: 'post',
    path: '/api/elsewhere',
    summary: 'Take a shared decision in. For: lead, administrator.',
    tag: 'Decided elsewhere',
    needsToken: true,
    body: { type: 'object', description: 'counterweight-shared-decision/1, at most 200 kB' },
    answer: { status: 201, description: 'The file as it is kept, with its id' },
    refusals: ['not-allowed'],
    handle: async (call) => {
      assertMayKeep(call.account());
      return { json: await importSharedValue(call.services, call.body) };
    },
  },
  {
    method: 'delete',
    path: '/api/elsewhere/{file}',
    summary: 'Remove a file that was taken in. For: lead, administrator.',
    tag: 'Decided elsewhere',
    needsToken: true,
    answer: { status: 200, description: 'Done' },
    refusals: ['not-allowed', 'not-found'],
    handle: async (call) => {
      assertMayKeep(call.account());
      await removeElsewhere(call.services, call.params['file'] ?? '');
      return { json: { removed: true } };
    },
  },
];
