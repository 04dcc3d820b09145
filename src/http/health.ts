import type { Express } from 'express';
import { DomainError } from '../core/errors.ts';
import { PROBLEMS, toProblem } from './problem.ts';
import type { Services } from './services.ts';

/**
 * /healthz: the process answers. /readyz: the store answers and PDFs can be made; otherwise 503, naming what is not
 * ready. Anybody may ask, so the reasons (paths, addresses) are in the service's log and not in the answer.
 */
export const mountHealth = (app: Express, services: Services): void => {
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'up' });
  });
  app.get('/readyz', async (_request, response) => {
    const [store, renderer] = await Promise.all([
      services.store.ping().then(
        () => true,
        () => false,
      ),
      services.pdf.state().then(({ ready }) => ready),
    ]);
    if (store && renderer) {
      response.json({ status: 'ready', store: 'ready', renderer: 'ready' });
      return;
    }
    const problem = store ? RENDERER : STORE;
    const parts = { store: wordOf(store), renderer: wordOf(renderer) };
    response.status(PROBLEMS[problem.code].status).set('Retry-After', '60').type('application/problem+json');
    response.send(JSON.stringify({ ...toProblem(problem, String(response.locals['requestId'])), ...parts }));
  });
};

const wordOf = (ready: boolean): string => (ready ? 'ready' : 'not ready');

const STORE = new DomainError(
  'store-unavailable',
  'The store is not ready: it does not answer. Nothing can be read or recorded until it does.',
);
const RENDERER = new DomainError(
  'renderer-unavailable',
  'The renderer is not ready: no browser that makes PDFs could be started. Everything else works; the log of the service says what was tried.',
);
