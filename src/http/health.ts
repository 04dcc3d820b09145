import type { Express } from 'express';
import type { Services } from './services.ts';

/** /healthz: the process answers. /readyz: the store answers and PDFs can be made. */
export const mountHealth = (app: Express, services: Services): void => {
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'up' });
  });
  app.get('/readyz', async (_request, response) => {
    const store = await services.store.ping().then(
      () => ({ ready: true, detail: 'answers' }),
      () => ({ ready: false, detail: 'does not answer' }),
    );
    const renderer = await services.pdf.state();
    response
      .status(store.ready ? 200 : 503)
      .json({ status: store.ready ? 'ready' : 'not ready', store, renderer });
  });
};
