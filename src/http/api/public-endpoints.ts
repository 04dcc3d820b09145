import type { Request } from 'express';
import { DomainError } from '../../core/errors.ts';
import { object, text } from '../../core/decision/model/schema.ts';
import { contribute, openListeningDoor } from '../../usecases/contribute.ts';
import { readReceipt } from '../../usecases/read-receipt.ts';
import { confirmVerifyCode } from '../../usecases/verify-code.ts';
import { createGuard } from '../limits.ts';
import { SAID_OPTIONAL, SAID_REQUIRED, saidIn } from './contribution-body.ts';
import type { Endpoint } from './endpoint.ts';

const guard = createGuard(200, 15, 'Too many codes were tried from here.');
const count = (request: Request): Promise<void> => guard.count(request);

/** What needs no token: being heard by a link's or poster's code, reading one's own receipt, checking a code. */
export const PUBLIC_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/api/contributions',
    summary:
      'Say something, with the code of a link or poster. Name, role and team are shown with the words.',
    tag: 'Listening',
    needsToken: false,
    body: object(
      {
        code: text('The secret of a personal link, its short code, or a poster’s code', 64),
        ...SAID_REQUIRED,
      },
      SAID_OPTIONAL,
    ),
    answer: { status: 201, description: 'The receipt code, shown once' },
    refusals: ['link-not-valid', 'too-early', 'too-late', 'too-many-requests'],
    handle: async (call) => {
      const { services, request, body } = call;
      await count(request);
      const door = await openListeningDoor(services, (body as { code: string }).code);
      const at = { via: door.via, link: door.link, decision: door.state.id };
      return { json: await contribute(services, at, saidIn(call)) };
    },
  },
  {
    method: 'post',
    path: '/api/receipts',
    summary: 'What I said and what came of it, by receipt code',
    tag: 'Listening',
    needsToken: false,
    body: object({ code: text('The receipt code', 64) }),
    answer: { status: 200, description: 'The contribution, and its fate and reply once released' },
    refusals: ['link-not-valid', 'too-many-requests'],
    handle: async ({ services, request, body }) => {
      await count(request);
      return { json: await readReceipt(services, (body as { code: string }).code) };
    },
  },
  {
    method: 'post',
    path: '/api/verify-codes',
    summary: 'Whether a record held here has the entry that a verify code names',
    tag: 'Documents',
    needsToken: false,
    body: object({ code: text('The code printed on a decision', 64) }),
    answer: { status: 200, description: 'Yes or no, and nothing else' },
    refusals: ['too-many-requests'],
    handle: async ({ services, request, body }) => {
      await count(request);
      return { json: { onRecord: await confirmVerifyCode(services, (body as { code: string }).code) } };
    },
  },
  {
    method: 'get',
    path: '/api/rubrics',
    summary: 'The rubrics that ship with the service',
    tag: 'Rubrics',
    needsToken: false,
    answer: { status: 200, description: 'Id, version, title and purpose of each' },
    refusals: [],
    handle: async ({ services }) => ({ json: { rubrics: await services.rubricFiles.list() } }),
  },
  {
    method: 'get',
    path: '/api/rubrics/{rubric}',
    summary: 'One rubric, newest version',
    tag: 'Rubrics',
    needsToken: false,
    answer: { status: 200, description: 'counterweight-rubric/1' },
    refusals: ['not-found'],
    handle: async ({ services, params }) => {
      const found = await services.rubricFiles.load(params['rubric'] ?? '');
      if (!found) throw new DomainError('not-found', 'There is no such rubric.');
      return { json: found };
    },
  },
];
