import { findAlikeItems } from '../../usecases/find-alike.ts';
import { assertIdea, startIdea } from '../../usecases/start-idea.ts';
import { DomainError } from '../../core/errors.ts';
import { requestKeyOf } from '../act-form.ts';
import { alikeRows, ideaIn, IDEA_FIELDS } from '../idea-form.ts';
import { layoutModel } from '../page.ts';
import type { Form, PageContext, PlainPage } from '../page.ts';
import { field, fields } from '../page.ts';

const CRUMBS = [
  { text: 'Home', href: '/' },
  { text: 'Ideas', href: '/ideas' },
];

/**
 * Screen 1: one form. Screen 2: what is alike, with everything that was typed carried along in the form, and the button
 * that sends. Screen 3 is the idea. Nothing is kept before it is sent.
 */
export const newIdeaPage: PlainPage = {
  path: '/ideas/new',
  template: 'pages/new-idea',
  title: 'Share a problem or an idea',
  signedIn: true,
  build: ({ account }) => ({ crumbs: CRUMBS, name: account?.name ?? '', job: '' }),
  submit: async (form, context) => {
    const { services, account } = context;
    if (!account) throw new DomainError('sign-in-needed', 'Sign in first.');
    const request = {
      title: field(form, 'title'),
      authorName: field(form, 'leadName'),
      authorJob: field(form, 'leadJob'),
      stated: ideaIn(form),
    };
    const asked = fields(form, 'do').at(-1);
    if (asked === 'change') return show(context, 'pages/new-idea', form, { name: account.name, job: '' });
    assertIdea(services, request);
    if (asked === 'check') {
      const text = [request.title, request.stated.problem, request.stated.couldBeDone ?? ''].join(' ');
      const alike = alikeRows(await findAlikeItems(services, account, text));
      return show(context, 'pages/idea-check', form, {
        title: 'Before you send',
        alike,
        count: alike.length,
      });
    }
    const requestKey = requestKeyOf(form, context);
    const { idea } = await startIdea(services, account, { ...request, requestKey });
    context.request.session.flash = 'Your idea is on record. Download it, or share its link.';
    return `/ideas/${idea}`;
  },
};

const show = (context: PageContext, template: string, form: Form, model: object): string => {
  const { services, response } = context;
  const carried = [...IDEA_FIELDS, 'requestKey'].map((name) => ({ name, value: field(form, name) }));
  const whole = {
    ...layoutModel(context, newIdeaPage.title),
    ...{ crumbs: CRUMBS, carried, values: form, ...model },
    requestKey: requestKeyOf(form, context),
  };
  response.type('html').send(services.templates.render(template, whole));
  return newIdeaPage.path;
};
