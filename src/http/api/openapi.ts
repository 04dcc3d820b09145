import { ERROR_CODES } from '../../core/errors.ts';
import { PROBLEMS } from '../problem.ts';
import type { Endpoint } from './endpoint.ts';

const EVERYWHERE = ['invalid-input', 'too-many-requests', 'too-large', 'store-unavailable'] as const;

/** The document, made from the list that also makes the routes: it cannot describe what is not there. */
export const buildOpenApi = (
  endpoints: readonly Endpoint[],
  version: string,
  rubricSchema: unknown,
): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Counterweight',
    version,
    description:
      'Everything a page can do. A refusal is application/problem+json with a stable code. ' +
      'A write with an Idempotency-Key acts once, however often it is sent.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  components: {
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        description: 'counterweight token create --email E --role ROLE',
      },
    },
    schemas: { Problem: PROBLEM, Rubric: rubricSchema },
  },
  paths: pathsOf(endpoints),
});

const PROBLEM = {
  type: 'object',
  required: ['type', 'code', 'title', 'status', 'detail', 'help', 'requestId'],
  properties: {
    type: { type: 'string' },
    code: { enum: [...ERROR_CODES, 'unexpected'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    help: { type: 'string' },
    requestId: { type: 'string' },
    faults: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const pathsOf = (endpoints: readonly Endpoint[]): Record<string, Record<string, object>> => {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint) };
  }
  return paths;
};

const operationOf = (endpoint: Endpoint): object => ({
  operationId: `${endpoint.method}-${endpoint.path
    .replace(/^\/api\//, '')
    .replace(/[{}]/g, '')
    .replace(/[/.]/g, '-')}`,
  summary: endpoint.summary,
  tags: [endpoint.tag],
  security: endpoint.needsToken ? [{ token: [] }] : [],
  parameters: parametersOf(endpoint),
  ...(endpoint.body
    ? {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: inDocument(endpoint.body) } },
        },
      }
    : {}),
  responses: {
    [endpoint.answer.status]: {
      description: endpoint.answer.description,
      content: { [endpoint.answer.mediaType ?? 'application/json']: {} },
    },
    ...refusalsOf(endpoint),
  },
});

/** The rubric schema stands once, among the components. */
const inDocument = (schema: unknown): unknown =>
  JSON.parse(
    JSON.stringify(schema).replaceAll('"urn:counterweight:rubric:1"', '"#/components/schemas/Rubric"'),
  ) as unknown;

const parametersOf = (endpoint: Endpoint): readonly object[] => [
  ...[...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })),
  ...(endpoint.query ?? []).map(({ name, description, enum: values }) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string', ...(values ? { enum: values } : {}) },
  })),
  ...(endpoint.method === 'get'
    ? []
    : [
        {
          name: 'Idempotency-Key',
          in: 'header',
          description: 'The same key acts once',
          schema: { type: 'string' },
        },
      ]),
];

const refusalsOf = (endpoint: Endpoint): Record<string, object> => {
  const codes = [
    ...EVERYWHERE,
    ...(endpoint.needsToken ? (['sign-in-needed'] as const) : []),
    ...endpoint.refusals,
  ];
  const byStatus: Record<string, string[]> = {};
  for (const code of codes) {
    const status = String(PROBLEMS[code].status);
    byStatus[status] = [...(byStatus[status] ?? []), code];
  }
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, found]) => [status, { description: found.join(', '), content }]),
  );
};
