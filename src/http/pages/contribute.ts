import { DomainError } from '../../core/errors.ts';
import { SAME_HERE } from '../../core/decision/idea/idea-words.ts';
import { contributionKindsOf } from '../../core/decision/voice/contribution-kinds.ts';
import type { ContributionKind } from '../../core/decision/model/contribution.ts';
import type { DecisionState } from '../../core/decision/model/state.ts';
import { assertDoorOpen, contribute } from '../../usecases/contribute.ts';
import { CONTRIBUTION_WORDS } from '../../report/names.ts';
import { layoutModel } from '../page.ts';
import type { PageContext, PlainPage } from '../page.ts';
import { field } from '../page.ts';

type Door = { via: 'personal' | 'poster'; link: string; decision: string; hasSupplierLink: boolean };

const doorOf = ({ request }: PageContext): Door => {
  const door = request.session.door;
  if (!door)
    throw new DomainError(
      'link-not-valid',
      'Open your link or type your code again; this device has forgotten it.',
    );
  return door;
};

const stateOf = async (context: PageContext): Promise<DecisionState> => {
  const loaded = await context.services.log.load(doorOf(context).decision);
  if (!loaded?.state.listening)
    throw new DomainError('too-early', 'This decision is not listening at the moment.');
  return loaded.state;
};

/** Two taps first: is there a link with a supplier? */
export const supplierLinkPage: PlainPage = {
  path: '/join/first',
  template: 'pages/supplier-link',
  title: 'Before you start',
  signedIn: false,
  build: async (context) => ({ decisionTitle: (await stateOf(context)).title ?? 'a decision' }),
  submit: async (form, context) => {
    const answer = field(form, 'hasSupplierLink');
    if (answer !== 'yes' && answer !== 'no') {
      const message = 'Choose yes or no. Both are fine.';
      throw new DomainError('invalid-input', message, {}, [{ path: '/hasSupplierLink', message }]);
    }
    context.request.session.door = { ...doorOf(context), hasSupplierLink: answer === 'yes' };
    return '/join/say';
  },
};

/** What may be said depends on the stage; the page says which, and that it is said openly. */
export const sayPage: PlainPage = {
  path: '/join/say',
  template: 'pages/say',
  title: 'Say something',
  signedIn: false,
  build: async (context) => {
    const state = await stateOf(context);
    const before = !state.rubric?.lockedAt;
    const kinds = contributionKindsOf(state);
    return {
      before,
      idea: state.door === 'idea' ? (state.idea ?? {}) : null,
      decisionTitle: state.title ?? 'a decision',
      question: state.listening?.question ?? '',
      cutOff: state.listening?.cutOff ?? '',
      laterOwner: state.listening?.laterOwner ?? '',
      late: context.services.clock.nowIso().slice(0, 10) > (state.listening?.cutOff ?? ''),
      kindItems: kinds.map((kind) => ({ value: kind, text: CONTRIBUTION_WORDS[kind] })),
    };
  },
  submit: async (form, context) => {
    const door = doorOf(context);
    await assertDoorOpen(context.services, door, field(form, 'requestKey'));
    const kind = field(form, 'kind') as ContributionKind;
    const { receipt } = await contribute(context.services, door, {
      kind,
      text: field(form, 'text') || (kind === 'same-here' ? SAME_HERE : ''),
      name: field(form, 'name'),
      role: field(form, 'role'),
      team: field(form, 'team'),
      hasSupplierLink: door.hasSupplierLink,
      wantsCredit: field(form, 'wantsCredit') === 'yes',
      formKey: field(form, 'requestKey'),
    });
    const { response, services } = context;
    const model = { ...layoutModel(context, 'Thank you'), receipt, receiptHref: '/receipt' };
    response.type('html').send(services.templates.render('pages/thank-you', model));
    return '/join/say';
  },
};

/** For a shared computer: forgets the door and what the browser kept. */
export const finishPage: PlainPage = {
  path: '/join/finish',
  template: 'pages/finished',
  title: 'Finished',
  signedIn: false,
  build: () => ({}),
  submit: async (_form, { request, response }) => {
    delete request.session.door;
    response.set('Clear-Site-Data', '"cache", "storage"');
    return '/join/finish';
  },
};
