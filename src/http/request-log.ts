import type { RequestHandler } from 'express';
import type { Logger } from './services.ts';

/** One line a request: method, route pattern and status. No address, no agent, no URL with its ids, no body. */
export const logRequests =
  (logger: Logger): RequestHandler =>
  (request, response, next) => {
    const started = process.hrtime.bigint();
    response.on('finish', () => {
      const route = request.route as { path?: unknown } | undefined;
      const milliseconds = Number((process.hrtime.bigint() - started) / 1_000_000n);
      const pattern = typeof route?.path === 'string' ? route.path : 'unmatched';
      const facts = {
        requestId: response.locals['requestId'] as unknown,
        method: request.method,
        route: pattern,
      };
      logger.info({ ...facts, status: response.statusCode, milliseconds }, 'request');
    });
    next();
  };
