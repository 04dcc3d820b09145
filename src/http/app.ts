import { randomUUID } from 'node:crypto';
import express from 'express';
import type { ErrorRequestHandler, Express } from 'express';
import { DomainError } from '../core/errors.ts';
import { mountApi } from './api/routes.ts';
import { renderError } from './error-page.ts';
import { logRequests } from './request-log.ts';
import { mountHealth } from './health.ts';
import { limitAddress } from './limits.ts';
import { mountDecisionPage, mountPlainPage } from './page.ts';
import { mountDocuments } from './pages/documents.ts';
import { mountIdeaPage } from './idea-page.ts';
import { mountIdeaDocuments } from './pages/idea-documents.ts';
import { mountShareFile } from './pages/share-file.ts';
import { DECISION_PAGES, IDEA_PAGES, PLAIN_PAGES, SPREADSHEET_PAGES } from './pages/list.ts';
import { mountSpreadsheetFiles } from './pages/spreadsheet-files.ts';
import { mountSheets } from './pages/sheets.ts';
import { toProblem, PROBLEMS, UNEXPECTED } from './problem.ts';
import {
  moreHeaders,
  requireFormToken,
  sameOriginWrites,
  securityHeaders,
  strictRequests,
} from './security.ts';
import type { Services } from './services.ts';
import { createSessions } from './session.ts';
import { acceptUploads } from './upload.ts';

/** The whole pipeline, top to bottom, in the order a request meets it. */
export const createApp = (services: Services, sessionSecret: string): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', services.secure ? 1 : false);

  app.use((_request, response, next) => {
    response.locals['requestId'] = randomUUID();
    next();
  });
  app.use(logRequests(services.logger));
  app.use(securityHeaders(services.secure));
  app.use(moreHeaders);
  app.use(strictRequests);
  mountHealth(app, services);
  app.use(
    '/assets',
    express.static(services.assetsFolder, {
      index: false,
      immutable: true,
      maxAge: '365d',
      fallthrough: false,
    }),
  );
  app.use(limitAddress());
  app.use(sameOriginWrites([services.baseUrl]));

  mountApi(app, services);

  app.use(createSessions(services, sessionSecret));
  app.use(express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 5000 }));
  app.use(acceptUploads(services));
  app.use(requireFormToken);

  const pages = express.Router();
  for (const page of [...PLAIN_PAGES, ...SPREADSHEET_PAGES]) mountPlainPage(pages, services, page);
  for (const page of DECISION_PAGES) mountDecisionPage(pages, services, page);
  for (const page of IDEA_PAGES) mountIdeaPage(pages, services, page);
  mountDocuments(pages, services);
  mountSheets(pages, services);
  mountSpreadsheetFiles(pages, services);
  mountIdeaDocuments(pages, services);
  mountShareFile(pages, services);
  app.use(pages);

  app.use((_request, _response, next) => {
    next(new DomainError('not-found', 'There is no such page.'));
  });
  app.use(onError(services));
  return app;
};

const asDomainError = (error: unknown): DomainError | undefined => {
  if (error instanceof DomainError) return error;
  const given = error as { status?: unknown; type?: unknown };
  if (given.status === 413) return new DomainError('too-large', 'What was sent is too large.');
  if (given.status === 404) return new DomainError('not-found', 'There is no such file.');
  if (typeof given.status === 'number' && given.status >= 400 && given.status < 500) {
    return new DomainError(
      'invalid-input',
      'What was sent cannot be read. Check that it is complete and well-formed.',
    );
  }
  return undefined;
};

const onError =
  (services: Services): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    response.set('Cache-Control', 'no-store');
    const requestId = String(response.locals['requestId']);
    const known = asDomainError(error);
    if (!known) services.logger.error({ requestId, error }, 'unexpected error');
    const problem = known ? toProblem(known, requestId) : { ...UNEXPECTED, requestId };
    const status = known ? PROBLEMS[known.code].status : 500;
    if (status === 429 || status === 503) response.set('Retry-After', '60');
    const wantsPage = !request.path.startsWith('/api/') && request.accepts(['html', 'json']) === 'html';
    if (wantsPage) return renderError(services, request, response, status, problem);
    response.status(status).type('application/problem+json').send(JSON.stringify(problem));
  };
