import type { Request, Response } from 'express';
import { assertEmail, findAccountByEmail, hasAdministrator } from '../../usecases/account.ts';
import { issueSignIn, SIGN_IN_MINUTES, spendSignIn } from '../../usecases/sign-in.ts';
import { groupCode, newLinkToken } from '../../usecases/secrets.ts';
import { createGuard } from '../limits.ts';
import type { PlainPage } from '../page.ts';
import { field } from '../page.ts';
import type { Services } from '../services.ts';
import { endSession, signInSession } from '../sign-in-session.ts';

const askGuard = createGuard(20, 60, 'Too many sign-in links were asked for from here.');
const codeGuard = createGuard(100, 15, 'Too many codes were tried from here.');

const browserCookie = (services: Services): string => (services.secure ? '__Host-browser' : 'browser');

/** A random secret of this browser; a sign-in link asked for here works only here. */
const browserSecret = (request: Request, services: Services): string | null => {
  const pair = (request.headers.cookie ?? '')
    .split(/;\s*/)
    .find((one) => one.startsWith(`${browserCookie(services)}=`));
  return pair ? pair.slice(pair.indexOf('=') + 1) : null;
};

const plantBrowserSecret = (request: Request, response: Response, services: Services): string => {
  const known = browserSecret(request, services);
  if (known) return known;
  const secret = newLinkToken(services.random);
  response.cookie(browserCookie(services), secret, {
    httpOnly: true,
    sameSite: 'lax',
    secure: services.secure,
    path: '/',
    maxAge: 3_600_000,
  });
  return secret;
};

const safeNext = (next: unknown): string =>
  typeof next === 'string' &&
  /^\/(decisions|account|admin|examples|ideas|quick|search|spreadsheet|elsewhere)[a-z0-9/-]*$/.test(next)
    ? next
    : '/';

/** Ask for a link by email. The answer is the same whether or not there is such an account. */
export const signInPage: PlainPage = {
  path: '/sign-in',
  template: 'pages/sign-in',
  title: 'Sign in',
  signedIn: false,
  build: ({ services, request }) => ({
    canSend: services.mailer.canSend,
    minutes: SIGN_IN_MINUTES,
    asked: request.query['asked'] === 'yes',
  }),
  submit: async (form, { services, request, response }) => {
    await askGuard.count(request);
    const email = assertEmail(field(form, 'email'));
    const secret = plantBrowserSecret(request, response, services);
    const account = await findAccountByEmail(services, email);
    if (account && !account.disabled && services.mailer.canSend) {
      const { token, code } = await issueSignIn(services, account, secret);
      // Not awaited: a mail server's pace would tell who has an account.
      void services.mailer
        .send({
          to: email,
          subject: 'Your sign-in link',
          text:
            `Open this link in the browser you asked from. It works once, for ${SIGN_IN_MINUTES} minutes:\n` +
            `${services.baseUrl}/sign-in/link#${token}\n\n` +
            `Or type this code on the sign-in page: ${groupCode(code, 5)}\n\nIf you did not ask, do nothing.\n`,
        })
        .catch((error: unknown) => services.logger.error({ error }, 'sign-in mail was not sent'));
    }
    return '/sign-in?asked=yes';
  },
};

/** Where a link leads. Opening it spends nothing; the button does. The code can be typed here, too. */
export const signInLinkPage: PlainPage = {
  path: '/sign-in/link',
  template: 'pages/sign-in-link',
  title: 'Sign in',
  signedIn: false,
  build: async ({ services }) => ({ first: !(await hasAdministrator(services)) }),
  submit: async (form, { services, request }) => {
    await codeGuard.count(request);
    const secret = field(form, 'secret') || field(form, 'code');
    const details = { name: field(form, 'name').slice(0, 200), email: field(form, 'email') };
    if (details.email) details.email = assertEmail(details.email);
    const account = await spendSignIn(services, secret, browserSecret(request, services), details);
    await signInSession(request, account, services.clock.nowIso());
    return safeNext(request.query['next']);
  },
};

export const signOutPage: PlainPage = {
  path: '/sign-out',
  template: 'pages/signed-out',
  title: 'Signed out',
  signedIn: false,
  build: ({ account }) => (account ? { title: 'Sign out' } : {}),
  submit: async (_form, { request, response }) => {
    await endSession(request);
    response.set('Clear-Site-Data', '"cache", "storage"');
    return '/sign-out';
  },
};
