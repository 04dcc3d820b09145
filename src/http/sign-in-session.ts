import type { Request } from 'express';
import type { Account } from '../usecases/account.ts';

/** Signs a browser in: a new session id each time, so that one planted before is worth nothing. */
export const signInSession = async (request: Request, account: Account, atIso: string): Promise<void> => {
  await regenerate(request);
  request.session.account = account.id;
  request.session.signedInAt = atIso;
};

const asPromise = (act: (done: (error: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    act((error) =>
      error ? reject(error instanceof Error ? error : new Error('The session store failed.')) : resolve(),
    );
  });

export const regenerate = (request: Request): Promise<void> =>
  asPromise((done) => request.session.regenerate(done));

export const endSession = (request: Request): Promise<void> =>
  asPromise((done) => request.session.destroy(done));
