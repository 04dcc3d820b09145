import type { Request, Response } from 'express';
import type { Services } from './services.ts';

/** The same problem that the API answers, as a page. A visitor who must sign in is sent there and back. */
export const renderError = (
  services: Services,
  request: Request,
  response: Response,
  status: number,
  problem: Readonly<Record<string, unknown>>,
): void => {
  if (status === 401 && request.method === 'GET') {
    response.redirect(303, `/sign-in?next=${encodeURIComponent(request.path)}`);
    return;
  }
  const html = services.templates.render('pages/error', {
    title: String(problem['title']),
    message: `${String(problem['detail'])} ${String(problem['help'])}`,
    faults: problem['faults'] ?? [],
    next: nextStep(request.path, problem['code']),
    requestId: status >= 500 ? problem['requestId'] : null,
    ...{ user: null, signInHref: null, navigation: [], csrfToken: '', notice: null, errors: null },
  });
  response.status(status).type('html').send(html);
};

/** Back to the decision that the address is of, unless that may be what was not found. */
const nextStep = (path: string, code: unknown): { readonly text: string; readonly href: string } => {
  const decision = /^\/decisions\/[0-9a-f]{32}(?=\/.)/.exec(path)?.[0];
  return decision === undefined || code === 'not-found'
    ? { text: 'Go to the home page', href: '/' }
    : { text: 'Go back to the decision', href: decision };
};
