import type { Request, RequestHandler } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { DomainError } from '../core/errors.ts';

/**
 * Limits that stop guessing and floods. Counted in this process's memory, by address; loose for an address,
 * because a whole hospital may share one. Nothing is written down.
 */
const addressOf = (request: Request): string => request.ip ?? 'unknown';

const limiter = (points: number, seconds: number) => new RateLimiterMemory({ points, duration: seconds });

const refuse = (what: string): DomainError =>
  new DomainError('too-many-requests', `${what} Wait a few minutes, then try again.`);

/** 600 requests in 5 minutes would stop a ward round; this stops a flood. */
export const limitAddress = (points = 6000): RequestHandler => {
  const limit = limiter(points, 300);
  return async (request, _response, next) => {
    try {
      await limit.consume(addressOf(request));
    } catch {
      return next(refuse('Too many requests come from here.'));
    }
    return next();
  };
};

export type Guard = { readonly count: (request: Request) => Promise<void> };

/** Counts tries of one kind by address, for each application by itself; the try after the last allowed one is refused. */
export const createGuard = (points: number, minutes: number, what: string): Guard => {
  const limits = new WeakMap<object, RateLimiterMemory>();
  return {
    count: async (request) => {
      const limit = limits.get(request.app) ?? limiter(points, minutes * 60);
      limits.set(request.app, limit);
      try {
        await limit.consume(addressOf(request));
      } catch {
        throw refuse(what);
      }
    },
  };
};
