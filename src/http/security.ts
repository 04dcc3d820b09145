import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';
import { DomainError } from '../core/errors.ts';

/** Headers on every answer, static files and errors included. No inline anything, no other origin. */
export const securityHeaders = (secure: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xPoweredBy: true,
  });

export const moreHeaders: RequestHandler = (request, response, next) => {
  response.set(
    'Permissions-Policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  );
  response.set('X-Robots-Tag', 'noindex');
  // Assets are named after their content and may be kept; everything else may be personal.
  if (!request.path.startsWith('/assets/')) response.set('Cache-Control', 'no-store');
  next();
};

const ALLOWED_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];

/** Refuses verbs nobody serves and requests whose Host header was doubled. */
export const strictRequests: RequestHandler = (request, response, next) => {
  const hosts = request.rawHeaders
    .filter((_value, index) => index % 2 === 0)
    .filter((name) => name.toLowerCase() === 'host');
  if (!ALLOWED_METHODS.includes(request.method) || hosts.length > 1) {
    response
      .status(hosts.length > 1 ? 400 : 405)
      .set('Connection', 'close')
      .type('text')
      .send('This request is not served.\n');
    return;
  }
  next();
};

const isWrite = (request: Request): boolean => request.method !== 'GET' && request.method !== 'HEAD';

/** Only the API takes tokens. On a page this header may be a browser's own, sent for a proxy in front of us. */
const isCallWithToken = (request: Request): boolean =>
  request.path.startsWith('/api/') && request.headers.authorization !== undefined;

/** Where a browser says a request comes from (Fetch Metadata), with the Origin header as the fallback. */
export const sameOriginWrites =
  (origins: readonly string[]): RequestHandler =>
  (request, _response, next) => {
    if (!isWrite(request) || isCallWithToken(request)) return next();
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const own = origin !== undefined && origins.includes(origin);
    // A browser that sends no Fetch Metadata still sends Origin on a form post; a tool without either has no cookie to abuse.
    if (
      site === undefined ? own || (origin === undefined && !request.headers.cookie) : site === 'same-origin'
    )
      return next();
    return next(
      new DomainError(
        'not-allowed',
        'This form was sent from another site. Open the page here and send again.',
      ),
    );
  };

const { generateToken, isRequestValid } = csrfSync({
  getTokenFromRequest: (request) => {
    const body = request.body as Record<string, unknown> | undefined;
    return typeof body?.['_csrf'] === 'string' ? body['_csrf'] : undefined;
  },
});

/** The token a form of this session carries. */
export const formToken = (request: Request): string => generateToken(request);

/** Whoever is signed in, or came through a contributor's door, must also send the token of that session. */
export const requireFormToken: RequestHandler = (request, _response, next) => {
  const hasSession = request.session.account !== undefined || request.session.door !== undefined;
  if (!isWrite(request) || !hasSession || isRequestValid(request)) return next();
  return next(
    new DomainError(
      'not-allowed',
      'The form is from an earlier session. Open the page again and send once more.',
    ),
  );
};
