import type { Request, Response, Router } from 'express';
import { DomainError } from '../core/errors.ts';
import type { Fault } from '../core/errors.ts';
import type { Door } from '../core/decision/model/door.ts';
import type { DecisionView } from '../usecases/read-decision.ts';
import { readDecision } from '../usecases/read-decision.ts';
import type { Account } from '../usecases/account.ts';
import { loadAccount } from '../usecases/account.ts';
import { newId } from '../usecases/secrets.ts';
import { PROBLEMS } from './problem.ts';
import { formToken } from './security.ts';
import type { Services } from './services.ts';

/** What every page handler gets. */
export type PageContext = {
  readonly request: Request;
  readonly response: Response;
  readonly services: Services;
  /** Undefined on pages that need no sign-in. */
  readonly account?: Account;
};

/** The fields of a posted form: text, or several texts under one name. */
export type Form = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Trimmed text of a field; '' when absent. */
export const field = (form: Form, name: string): string => {
  const value = form[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).replace(/\r\n/g, '\n').trim();
};

export const fields = (form: Form, name: string): readonly string[] => {
  const value = form[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};

/** Leaves a key out when the field is empty, so that optional input stays absent. */
export const optional = <Key extends string>(key: Key, value: string): { [K in Key]?: string } =>
  value === '' ? {} : ({ [key]: value } as { [K in Key]?: string });

export type ErrorItem = { readonly text: string; readonly href: string };

/** A fault's pointer names the field: /marks/bid-1/reason is the field marks/bid-1/reason. */
export const toErrorItems = (error: DomainError): readonly ErrorItem[] =>
  error.faults.length > 0
    ? error.faults.map((fault: Fault) => ({ text: fault.message, href: `#${fault.path.replace(/^\//, '')}` }))
    : [{ text: error.detail, href: '#main-content' }];

/** Everything the layout needs, on every page. */
export const layoutModel = (
  context: PageContext,
  title: string,
  extra: object = {},
): Record<string, unknown> => {
  const { request, account, services } = context;
  const flash = request.session?.flash;
  if (flash) delete request.session.flash;
  const hasSession = account !== undefined || request.session?.door !== undefined;
  return {
    title,
    user: account ? { name: account.name } : null,
    signInHref: account || request.session?.door ? null : '/sign-in',
    search: account ? { value: searchedFor(request) } : null,
    navigation: account ? navigationFor(account, request.path) : [],
    csrfToken: hasSession ? formToken(request) : '',
    requestKey: newId(services.random),
    notice: flash ? { text: flash, variant: 'success' } : null,
    errors: null,
    fieldErrors: {},
    values: {},
    version: services.version,
    ...extra,
  };
};

const searchedFor = ({ path, query }: Request): string =>
  path === '/search' && typeof query['q'] === 'string' ? query['q'].slice(0, 200) : '';

const navigationFor = (account: Account, path: string): readonly object[] => [
  { text: 'Home', href: '/', current: path === '/' },
  { text: 'Ideas', href: '/ideas', current: path.startsWith('/ideas') },
  ...(account.roles.includes('administrator')
    ? [{ text: 'People', href: '/admin', current: path === '/admin' }]
    : []),
  { text: 'Your account', href: '/account', current: path === '/account' },
];

export const signedInAccount = async (request: Request, services: Services): Promise<Account | undefined> => {
  const id = request.session?.account;
  const account = id ? await loadAccount(services, id) : undefined;
  return account?.disabled ? undefined : account;
};

/** A page outside decisions. `submit` returns where to go next. */
export type PlainPage = {
  readonly path: string;
  readonly template: string;
  readonly title: string;
  readonly signedIn: boolean;
  readonly build: (context: PageContext) => Promise<object> | object;
  readonly submit?: (form: Form, context: PageContext) => Promise<string>;
};

/** A page of one decision, under /decisions/:decision/. Each `submit` handler belongs to one value of the form's `do`. */
export type DecisionPage = {
  readonly slug: string;
  /** The doors that have this page; the full one when absent. At another door the page leads to the decision's home. */
  readonly doors?: readonly Door[];
  readonly template: string;
  readonly title: string;
  readonly build: (view: DecisionView, context: PageContext) => Promise<object> | object;
  readonly submit?: Readonly<
    Record<string, (form: Form, view: DecisionView, context: PageContext) => Promise<string | void>>
  >;
};

const formOf = (request: Request): Form => (request.body ?? {}) as Form;

/** Shows the page again with what was typed and an error summary; anything that is not a DomainError goes on up. */
const renderAgain = (
  context: PageContext,
  template: string,
  title: string,
  model: object,
  error: unknown,
): void => {
  if (!(error instanceof DomainError)) throw error;
  const html = context.services.templates.render(template, {
    ...layoutModel(context, title),
    ...model,
    errors: toErrorItems(error),
    fieldErrors: Object.fromEntries(
      error.faults.map((one) => [one.path.replace(/^\//, ''), { text: one.message }]),
    ),
    values: formOf(context.request),
  });
  context.response.status(PROBLEMS[error.code].status).type('html').send(html);
};

export const accountFor = async (request: Request, services: Services): Promise<Account> => {
  const account = await signedInAccount(request, services);
  if (!account) throw new DomainError('sign-in-needed', 'Sign in to see this page.');
  return account;
};

export const mountPlainPage = (router: Router, services: Services, page: PlainPage): void => {
  const open = async (request: Request, response: Response): Promise<PageContext> => {
    const account = page.signedIn
      ? await accountFor(request, services)
      : await signedInAccount(request, services);
    return { request, response, services, ...(account ? { account } : {}) };
  };
  router.get(page.path, async (request, response) => {
    const context = await open(request, response);
    const model = await page.build(context);
    if (response.headersSent) return;
    response
      .type('html')
      .send(services.templates.render(page.template, { ...layoutModel(context, page.title), ...model }));
  });
  const { submit } = page;
  if (!submit) return;
  router.post(page.path, async (request, response) => {
    const context = await open(request, response);
    try {
      const next = await submit(formOf(request), context);
      if (!response.headersSent) response.redirect(303, next);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'sign-in-needed') throw error;
      renderAgain(context, page.template, page.title, await page.build(context), error);
    }
  });
};

export const mountDecisionPage = (router: Router, services: Services, page: DecisionPage): void => {
  const path = page.slug === '' ? '/decisions/:decision' : `/decisions/:decision/${page.slug}`;
  const open = async (
    request: Request,
    response: Response,
  ): Promise<{ context: PageContext; view: DecisionView }> => {
    const account = await accountFor(request, services);
    const view = await readDecision(services, account, String(request.params['decision']));
    if (!(page.doors ?? ['full']).includes(view.state.door))
      response.redirect(303, `/decisions/${view.state.id}`);
    return { context: { request, response, services, account }, view };
  };
  router.get(path, async (request, response) => {
    const { context, view } = await open(request, response);
    if (response.headersSent) return;
    const model = await page.build(view, context);
    if (response.headersSent) return;
    const whole = { ...layoutModel(context, page.title, decisionModel(view, page)), ...model };
    response.type('html').send(services.templates.render(page.template, whole));
  });
  if (page.submit) mountForms(router, path, page, page.submit, open, decisionModel);
};

type Viewed<View, Context extends PageContext> = Pick<DecisionPage, 'template' | 'title'> & {
  readonly build: (view: View, context: Context) => Promise<object> | object;
};

/** What every page with forms does with one that was sent: its handler, then the next page, or this one with what was wrong. */
export const mountForms = <View, Context extends PageContext, Page extends Viewed<View, Context>>(
  router: Router,
  path: string,
  page: Page,
  handlers: Readonly<Record<string, (form: Form, view: View, context: Context) => Promise<string | void>>>,
  open: (request: Request, response: Response) => Promise<{ readonly context: Context; readonly view: View }>,
  modelOf: (view: View, page: Page) => object,
): void => {
  router.post(path, async (request, response) => {
    const { context, view } = await open(request, response);
    if (response.headersSent) return;
    const form = formOf(request);
    const handler = handlers[fields(form, 'do').at(-1) ?? ''];
    if (!handler)
      throw new DomainError('invalid-input', 'The form does not say what to do. Open the page again.');
    try {
      const next = await handler(form, view, context);
      if (!response.headersSent) response.redirect(303, next ?? request.originalUrl);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const model = { ...modelOf(view, page), ...(await page.build(view, context)) };
      // A page that leads elsewhere by itself has done so by now.
      if (response.headersSent) return;
      renderAgain(context, page.template, page.title, model, error);
    }
  });
};

const decisionModel = (view: DecisionView, page: DecisionPage): object => ({
  decision: {
    id: view.state.id,
    title: view.state.title ?? 'A decision',
    href: `/decisions/${view.state.id}`,
  },
  demo: view.state.example,
  crumbs:
    page.slug === ''
      ? [{ text: 'Home', href: '/' }]
      : [
          { text: 'Home', href: '/' },
          { text: view.state.title ?? 'A decision', href: `/decisions/${view.state.id}` },
        ],
});
