import type { Request, Response, Router } from 'express';
import { readIdea } from '../usecases/read-idea.ts';
import type { IdeaView } from '../usecases/read-idea.ts';
import { accountFor, layoutModel, mountForms } from './page.ts';
import type { Form, PageContext } from './page.ts';
import type { Services } from './services.ts';

export type IdeaContext = PageContext & { readonly account: NonNullable<PageContext['account']> };

/** A page of one idea, under /ideas/:idea/: as a page of a decision, for everybody who may read the idea. */
export type IdeaPage = {
  readonly slug: string;
  readonly template: string;
  readonly title: string;
  readonly build: (view: IdeaView, context: IdeaContext) => Promise<object> | object;
  readonly submit?: Readonly<
    Record<string, (form: Form, view: IdeaView, context: IdeaContext) => Promise<string | void>>
  >;
};

export const mountIdeaPage = (router: Router, services: Services, page: IdeaPage): void => {
  const path = page.slug === '' ? '/ideas/:idea' : `/ideas/:idea/${page.slug}`;
  const open = async (
    request: Request,
    response: Response,
  ): Promise<{ readonly context: IdeaContext; readonly view: IdeaView }> => {
    const account = await accountFor(request, services);
    const view = await readIdea(services, account, String(request.params['idea']));
    return { context: { request, response, services, account }, view };
  };
  router.get(path, async (request, response) => {
    const { context, view } = await open(request, response);
    const model = await page.build(view, context);
    if (response.headersSent) return;
    const whole = { ...layoutModel(context, page.title, ideaModel(view, page)), ...model };
    response.type('html').send(services.templates.render(page.template, whole));
  });
  if (page.submit) mountForms(router, path, page, page.submit, open, ideaModel);
};

const ideaModel = ({ state }: IdeaView, page: IdeaPage): object => ({
  title: page.slug === '' ? (state.title ?? page.title) : page.title,
  ideaTitle: state.title ?? 'An idea',
  ideaHref: `/ideas/${state.id}`,
  demo: state.example,
  crumbs: [
    { text: 'Home', href: '/' },
    { text: 'Ideas', href: '/ideas' },
    ...(page.slug === '' ? [] : [{ text: state.title ?? 'An idea', href: `/ideas/${state.id}` }]),
  ],
});
