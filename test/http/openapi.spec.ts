import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'chai';
import request from 'supertest';
import { ACTS } from '../../src/core/decision/registry.ts';
import { ERROR_CODES } from '../../src/core/errors.ts';
import { PROBLEMS } from '../../src/http/problem.ts';
import { RUBRIC } from '../support/decision-states.ts';
import { withHttp } from '../support/http-world.ts';
import type { HttpWorld } from '../support/http-world.ts';

type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly object[];
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: object }>>;
};
type Document = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

const METHODS = ['get', 'post', 'put', 'delete'] as const;
const load = async (world: HttpWorld): Promise<Document> =>
  (await request(world.server).get('/api/openapi.json')).body as Document;
const operations = (
  document: Document,
): readonly (readonly [method: (typeof METHODS)[number], path: string, operation: Operation])[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [[method, path, item[method]] as const] : [])),
  );
const withDocument = (work: (document: Document, world: HttpWorld) => Promise<void> | void): Promise<void> =>
  withHttp([], async (world) => work(await load(world), world));

/** A validator that knows the whole document, so that a reference inside it is followed as a reader would. */
const compilerFor = (document: Document): ((pointer: string) => (value: unknown) => boolean) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ ...document, $id: 'https://example.org/openapi.json' });
  return (pointer) => ajv.compile({ $ref: `https://example.org/openapi.json#${pointer}` });
};
const pointerTo = (...keys: readonly string[]): string =>
  keys.map((key) => `/${encodeURIComponent(key.replace(/~/g, '~0').replace(/\//g, '~1'))}`).join('');

describe('the API document', () => {
  it('lists every route that is mounted, and no other', () =>
    withDocument((document, world) => {
      type Layer = {
        readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
      };
      const app = world.server.listeners('request')[0] as unknown as {
        readonly router: { readonly stack: readonly Layer[] };
      };
      const mounted = app.router.stack.flatMap(({ route }) =>
        route?.path.startsWith('/api')
          ? Object.keys(route.methods).map((method) => `${method} ${route.path}`)
          : [],
      );
      const listed = operations(document).map(
        ([method, path]) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      );
      expect(mounted.sort()).to.deep.equal([...listed].sort());
      expect(listed.length).to.be.greaterThan(50);
    }));

  it('has an endpoint for every act that a person can do', () =>
    withDocument(({ paths }) => {
      const own: Readonly<Record<string, string>> = {
        'start-decision': '/api/decisions',
        contribute: '/api/decisions/{decision}/paper-slips',
      };
      for (const { command } of ACTS)
        expect(paths, command).to.have.property(own[command] ?? `/api/decisions/{decision}/acts/${command}`);
    }));

  it('is true: every operation answers, and asks for a token where it says so', () =>
    withDocument(async (document, world) => {
      const api = await world.api('somebody');
      for (const [method, path, { security, responses, requestBody }] of operations(document)) {
        if (path.includes('report.pdf')) continue;
        const address = path.replace(/\{\w+\}/g, 'none');
        const open = await request(world.server)
          [method](address)
          .send(requestBody ? {} : undefined);
        const needsToken = security.length > 0;
        expect(open.status === 401, `${method} ${path} without a token`).to.equal(needsToken);
        const called =
          method === 'get'
            ? await api.get(address)
            : await api.send(method, address, requestBody ? {} : undefined);
        expect(responses, `${method} ${path} gave ${called.status}`).to.have.property(String(called.status));
        expect(called.text).not.to.include('no such endpoint');
      }
    }));

  it('has schemas that compile, and that take and refuse what the service does', () =>
    withDocument((document) => {
      const compile = compilerFor(document);
      let compiled = 0;
      for (const [method, path, { requestBody }] of operations(document)) {
        if (!requestBody) continue;
        const validate = compile(
          pointerTo('paths', path, method, 'requestBody', 'content', 'application/json', 'schema'),
        );
        expect(validate([]), path).to.equal(false);
        compiled += 1;
      }
      expect(compiled).to.be.greaterThan(40);
      const choose = compile(
        pointerTo(
          'paths',
          '/api/decisions/{decision}/acts/choose-rubric',
          'post',
          'requestBody',
          'content',
          'application/json',
          'schema',
        ),
      );
      expect(choose({ rubric: RUBRIC, reason: 'x' }), 'a rubric goes through the reference').to.equal(true);
      expect(choose({ rubric: { ...RUBRIC, extra: 1 }, reason: 'x' })).to.equal(false);
    }));

  it('names every refusal, with its status, and holds them to one shape', () =>
    withDocument(async (document, world) => {
      const isProblem = compilerFor(document)(pointerTo('components', 'schemas', 'Problem'));
      const answer = await (await world.api('lead')).send('post', '/api/decisions', { title: 7 });
      expect(answer.type).to.equal('application/problem+json');
      expect(isProblem(answer.body), JSON.stringify(answer.body)).to.equal(true);
      expect(answer.body.faults.length).to.be.greaterThan(0);
      expect(isProblem({ ...answer.body, code: 'unheard-of' })).to.equal(false);
      for (const [, path, { responses }] of operations(document)) {
        for (const [status, { description, content }] of Object.entries(responses).filter(
          ([one]) => Number(one) >= 400,
        )) {
          expect(content, path).to.have.property('application/problem+json');
          for (const code of description.split(', ')) {
            expect(ERROR_CODES, path).to.include(code);
            expect(String(PROBLEMS[code as keyof typeof PROBLEMS].status)).to.equal(status);
          }
        }
      }
    }));

  it('gives every operation a name of its own, a sentence and its parameters', () =>
    withDocument((document) => {
      const all = operations(document);
      expect(new Set(all.map(([, , { operationId }]) => operationId)).size).to.equal(all.length);
      for (const [, path, { summary, parameters }] of all) {
        expect(summary, path).to.have.length.greaterThan(10);
        const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`);
        expect(path.match(/\{\w+\}/g) ?? [], path).to.deep.equal(inPath);
      }
      expect(document.openapi).to.equal('3.1.0');
    }));
});
