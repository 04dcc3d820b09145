import express from 'express';
import type { Express } from 'express';
import { DomainError } from '../../core/errors.ts';
import type { Services } from '../services.ts';
import { ACCOUNT_ENDPOINTS } from './account-endpoints.ts';
import { DECISION_ENDPOINTS } from './decision-endpoints.ts';
import { mountEndpoint } from './endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import { buildOpenApi } from './openapi.ts';
import { IDEA_ENDPOINTS } from './idea-endpoints.ts';
import { PEOPLE_ENDPOINTS } from './people-endpoints.ts';
import { PUBLIC_ENDPOINTS } from './public-endpoints.ts';
import { WORKBOOK_ENDPOINTS } from './workbook-endpoints.ts';
import { SEARCH_ENDPOINTS } from './search-endpoints.ts';
import { SHARED_ENDPOINTS } from './shared-endpoints.ts';
import { SHEET_ENDPOINTS } from './sheet-endpoints.ts';

const DOCUMENT = '/api/openapi.json';

/** Every endpoint there is: the routes and the document are made from this list. */
export const listEndpoints = (services: Services): readonly Endpoint[] => {
  const endpoints: readonly Endpoint[] = [
    ...DECISION_ENDPOINTS,
    ...PEOPLE_ENDPOINTS,
    ...IDEA_ENDPOINTS,
    ...SEARCH_ENDPOINTS,
    ...SHARED_ENDPOINTS,
    ...SHEET_ENDPOINTS,
    ...ACCOUNT_ENDPOINTS,
    ...WORKBOOK_ENDPOINTS,
    ...PUBLIC_ENDPOINTS,
  ];
  const document: Endpoint = {
    method: 'get',
    path: DOCUMENT,
    summary: 'This document',
    tag: 'About',
    needsToken: false,
    answer: { status: 200, description: 'OpenAPI 3.1' },
    refusals: [],
    handle: () => ({ json: buildOpenApi([...endpoints, document], services.version, services.rubricSchema) }),
  };
  return [...endpoints, document];
};

export const mountApi = (app: Express, services: Services): void => {
  // A file of 5 MB rides in the body.
  app.use('/api/workbooks', express.json({ limit: '8mb', strict: true }));
  app.use('/api', express.json({ limit: '1mb', strict: true }), assertSound);
  for (const endpoint of listEndpoints(services)) mountEndpoint(app, services, endpoint);
  app.use('/api', (_request, _response, next) => {
    next(new DomainError('not-found', 'There is no such endpoint. See /api/openapi.json.'));
  });
};

const MAX_DEPTH = 32;

/** Text that is not well-formed, control characters and deep nesting are refused at the door, whatever the schema. */
const assertSound: express.RequestHandler = (request, _response, next) => {
  try {
    assertSoundValue(request.body as unknown, 0);
    next();
  } catch (error) {
    next(error);
  }
};

const assertSoundValue = (value: unknown, depth: number): void => {
  if (depth > MAX_DEPTH) throw new DomainError('invalid-input', `Nest at most ${MAX_DEPTH} levels deep.`);
  if (typeof value === 'string' && /\p{Surrogate}|\u0000/u.test(value)) {
    throw new DomainError('invalid-input', 'A text holds characters that cannot be stored.');
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') throw new DomainError('invalid-input', 'A key may not be called __proto__.');
    assertSoundValue(item, depth + 1);
  }
};
