import type { Express, Request } from 'express';
import { DomainError } from '../../core/errors.ts';
import type { ErrorCode } from '../../core/errors.ts';
import type { Account } from '../../usecases/account.ts';
import { loadAccountByToken } from '../../usecases/api-token.ts';
import { newId } from '../../usecases/secrets.ts';
import type { Services } from '../services.ts';

/** One endpoint: what it is, what it takes, and the handler. The document and the routes are made from the same list. */
export type Endpoint = {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** OpenAPI form: /api/decisions/{decision}. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** False for what a contributor or the public may call without a token. */
  readonly needsToken: boolean;
  /** JSON Schema of the body, where there is one. */
  readonly body?: { readonly [key: string]: unknown };
  readonly query?: readonly {
    readonly name: string;
    readonly description: string;
    readonly enum?: readonly string[];
  }[];
  readonly answer: { readonly status: number; readonly description: string; readonly mediaType?: string };
  /** The refusals it can give beyond those every endpoint can. */
  readonly refusals: readonly ErrorCode[];
  readonly handle: (call: Call) => Promise<Answer> | Answer;
};

export type Call = {
  readonly services: Services;
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Who calls; throws 'sign-in-needed' when there is no valid token. */
  readonly account: () => Account;
  /** The Idempotency-Key header, or a fresh key. */
  readonly requestKey: string;
};

export type Answer = { readonly json: unknown } | { readonly bytes: Uint8Array; readonly fileName: string };

const tokenOf = (request: Request): string | undefined =>
  /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1];

const requestKeyOf = (request: Request, services: Services): string => {
  const given = request.get('idempotency-key');
  if (given === undefined) return newId(services.random);
  if (!/^[\w-]{8,100}$/.test(given)) {
    throw new DomainError(
      'invalid-input',
      'The Idempotency-Key is 8 to 100 letters, digits, dashes or underscores.',
    );
  }
  return given;
};

const assertQuery = (request: Request, endpoint: Endpoint): void => {
  for (const [name, value] of Object.entries(request.query)) {
    const known = endpoint.query?.find((one) => one.name === name);
    if (!known || typeof value !== 'string') {
      const shown = `'${name.slice(0, 40)}'`;
      throw new DomainError(
        'invalid-input',
        known ? `Give the parameter ${shown} once.` : `There is no parameter ${shown} here.`,
      );
    }
    if (known.enum && !known.enum.includes(value))
      throw new DomainError('invalid-input', `The parameter '${name}' is one of ${known.enum.join(', ')}.`);
  }
};

export const mountEndpoint = (app: Express, services: Services, endpoint: Endpoint): void => {
  const path = endpoint.path.replace(/\{(\w+)\}/g, ':$1');
  app[endpoint.method](path, async (request, response) => {
    assertQuery(request, endpoint);
    const token = tokenOf(request);
    const account = token ? await loadAccountByToken(services, token) : undefined;
    if (endpoint.needsToken && !account)
      throw new DomainError('sign-in-needed', 'Send a valid API token: Authorization: Bearer TOKEN.');
    if (endpoint.body) assertBody(services, endpoint, request);
    const answer = await endpoint.handle({
      services,
      request,
      params: request.params as Readonly<Record<string, string>>,
      body: request.body as unknown,
      requestKey: requestKeyOf(request, services),
      account: () => {
        if (!account) throw new DomainError('sign-in-needed', 'Send a valid API token.');
        return account;
      },
    });
    response.status(endpoint.answer.status);
    if ('json' in answer) {
      response.type('application/json').send(JSON.stringify(answer.json));
      return;
    }
    response.attachment(answer.fileName);
    response.type(endpoint.answer.mediaType ?? 'application/octet-stream').send(Buffer.from(answer.bytes));
  });
};

const assertBody = (services: Services, endpoint: Endpoint, request: Request): void => {
  if (!request.is('application/json'))
    throw new DomainError('invalid-input', 'Send JSON, with Content-Type: application/json.');
  const faults = services.schemas.checkAgainst(endpoint.body ?? {}, request.body);
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of what was sent cannot be used as it stands.', {}, faults);
};
