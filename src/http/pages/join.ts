import { DomainError } from '../../core/errors.ts';
import { loadAccount } from '../../usecases/account.ts';
import { openListeningDoor } from '../../usecases/contribute.ts';
import { loadCampaign } from '../../usecases/campaign.ts';
import { loadInvitation } from '../../usecases/invitation.ts';
import { acceptInvitation } from '../../usecases/invite-person.ts';
import { createGuard } from '../limits.ts';
import type { PageContext, PlainPage } from '../page.ts';
import { field } from '../page.ts';
import { regenerate, signInSession } from '../sign-in-session.ts';

const codeGuard = createGuard(100, 15, 'Too many codes were tried from here.');

/**
 * Where every personal link and poster leads. Opening the page reads nothing and spends nothing, whoever opens it;
 * the button does. The secret rides behind the # and reaches us only in the button's form.
 */
export const joinPage: PlainPage = {
  path: '/join',
  template: 'pages/join',
  title: 'Take part',
  signedIn: false,
  build: ({ request }) => ({
    poster: typeof request.query['poster'] === 'string' ? request.query['poster'].slice(0, 20) : '',
  }),
  submit: async (form, context) => {
    await codeGuard.count(context.request);
    const secret = field(form, 'secret') || field(form, 'code');
    if (secret === '') {
      throw new DomainError('invalid-input', 'Type the code from your link or poster.', {}, [
        { path: '/code', message: 'Type the code from your link or poster.' },
      ]);
    }
    const isPoster = (await loadCampaign(context.services, secret)) !== undefined;
    if (!isPoster && (await loadInvitation(context.services, secret)).kind === 'person')
      return enterAsPerson(secret, context);
    return enterAsContributor(secret, context);
  },
};

const enterAsPerson = async (secret: string, { services, request }: PageContext): Promise<string> => {
  const invitation = await acceptInvitation(services, secret);
  const account = await loadAccount(services, invitation.account);
  if (!account || account.disabled)
    throw new DomainError('link-not-valid', 'This invitation has ended. Ask the lead for a new link.');
  await signInSession(request, account, services.clock.nowIso());
  return `/decisions/${invitation.decision}`;
};

const enterAsContributor = async (secret: string, { services, request }: PageContext): Promise<string> => {
  const door = await openListeningDoor(services, secret);
  await regenerate(request);
  request.session.door = { via: door.via, link: door.link, decision: door.state.id, hasSupplierLink: false };
  return '/join/first';
};
