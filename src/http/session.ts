import session from 'express-session';
import type { RequestHandler } from 'express';
import type { Json } from '../core/errors.ts';
import { digestOf } from './session-digest.ts';
import type { Services } from './services.ts';

/**
 * Sessions live in the store, under the digest of their id, so a second process knows them and a copy of the
 * store gives nobody a session. 12 hours at most; nothing is kept for a visitor who pressed nothing.
 */
declare module 'express-session' {
  interface SessionData {
    account?: string;
    signedInAt?: string;
    /** Set for somebody heard without an account: which door they came through. */
    door?: { via: 'personal' | 'poster'; link: string; decision: string; hasSupplierLink: boolean };
    /** Shown once on the next page. */
    flash?: string;
  }
}

export const SESSION_HOURS = 12;

export const cookieName = (secure: boolean): string => (secure ? '__Host-sid' : 'sid');

export const createSessions = (services: Services, secret: string): RequestHandler =>
  session({
    name: cookieName(services.secure),
    secret,
    resave: false,
    saveUninitialized: false,
    rolling: false,
    proxy: services.secure,
    store: new RecordSessionStore(services),
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: services.secure,
      path: '/',
      maxAge: SESSION_HOURS * 3_600_000,
    },
  });

class RecordSessionStore extends session.Store {
  readonly #services: Services;

  constructor(services: Services) {
    super();
    this.#services = services;
  }

  override get(sid: string, done: (error: unknown, data?: session.SessionData | null) => void): void {
    const { store, clock } = this.#services;
    store.records.get('session', digestOf(sid), clock.nowIso()).then(
      (record) => done(null, (record?.value as unknown as session.SessionData | undefined) ?? null),
      (error: unknown) => done(error),
    );
  }

  override set(sid: string, data: session.SessionData, done?: (error?: unknown) => void): void {
    const { store, clock } = this.#services;
    const expiresAt = new Date(Date.parse(clock.nowIso()) + SESSION_HOURS * 3_600_000).toISOString();
    const value = JSON.parse(JSON.stringify(data)) as Json;
    store.records
      .overwrite({ kind: 'session', id: digestOf(sid), owner: data.account ?? '', expiresAt, value })
      .then(
        () => done?.(),
        (error: unknown) => done?.(error),
      );
  }

  override destroy(sid: string, done?: (error?: unknown) => void): void {
    this.#services.store.records.remove('session', digestOf(sid)).then(
      () => done?.(),
      (error: unknown) => done?.(error),
    );
  }
}
