import { DomainError } from '../../core/errors.ts';
import {
  ACCOUNT_ROLES,
  ensureAccount,
  loadAccount,
  loadAccounts,
  saveAccount,
} from '../../usecases/account.ts';
import type { Account, AccountRole } from '../../usecases/account.ts';
import { loadOrganisation, saveOrganisation } from '../../usecases/organisation.ts';
import { issueSignIn } from '../../usecases/sign-in.ts';
import { groupCode } from '../../usecases/secrets.ts';
import { parsePence, poundsTyped } from '../form-numbers.ts';
import { layoutModel } from '../page.ts';
import type { PageContext, PlainPage } from '../page.ts';
import { field } from '../page.ts';

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

/** Who has an account on this service. An administrator sees people, never decisions. */
export const adminPage: PlainPage = {
  path: '/admin',
  template: 'pages/admin',
  title: 'People',
  signedIn: true,
  build: async (context) => {
    assertAdministrator(context);
    const accounts = await loadAccounts(context.services);
    const organisation = await loadOrganisation(context.services);
    return {
      organisationName: organisation.name,
      quickLimit: organisation.quickLimitPence === null ? '' : poundsTyped(organisation.quickLimitPence),
      canMail: context.services.mailer.canSend,
      reachable: context.services.reachable,
      accounts: [...accounts].sort(byName).map((one) => ({
        id: one.id,
        name: one.name || 'No name yet',
        email: one.email || 'No email address yet',
        roleText: one.roles.length > 0 ? one.roles.join(', ') : 'none beyond decisions',
        disabled: one.disabled,
        isSelf: one.id === context.account?.id,
      })),
      roleItems: ACCOUNT_ROLES.filter((role) => role === 'lead' || role === 'administrator').map((role) => ({
        value: role,
        text: role === 'lead' ? 'Lead: may start decisions' : 'Administrator: runs the service',
      })),
    };
  },
  submit: async (form, context) => {
    assertAdministrator(context);
    const { services, request } = context;
    switch (field(form, 'do')) {
      case 'add-account': {
        const role = field(form, 'role');
        await ensureAccount(services, {
          email: field(form, 'email'),
          name: field(form, 'name'),
          ...(role === '' ? {} : { role: role as AccountRole }),
        });
        request.session.flash = 'Saved.';
        return '/admin';
      }
      case 'set-organisation': {
        const limit = field(form, 'quickLimit');
        await saveOrganisation(services, context.account, {
          name: field(form, 'organisationName'),
          quickLimitPence: limit === '' ? null : parsePence(limit, 'quickLimit'),
        });
        request.session.flash = 'Saved.';
        return '/admin';
      }
      case 'make-link':
        return showLink(form, context);
      case 'switch': {
        const account = await loadAccount(services, field(form, 'account'));
        if (!account) throw new DomainError('not-found', 'There is no such account.');
        if (account.id === context.account?.id)
          throw new DomainError('not-allowed', 'You cannot switch yourself off.');
        await saveAccount(services, { ...account, disabled: !account.disabled });
        await services.store.records.removeByOwner('session', account.id);
        request.session.flash = account.disabled
          ? 'Switched on.'
          : 'Switched off. They are signed out everywhere.';
        return '/admin';
      }
      default:
        throw new DomainError('invalid-input', 'The form does not say what to do. Open the page again.');
    }
  },
};

function assertAdministrator(context: PageContext): asserts context is PageContext & { account: Account } {
  if (!context.account?.roles.includes('administrator'))
    throw new DomainError('not-allowed', 'Only an administrator can see this page.');
}

const showLink = async (
  form: Parameters<NonNullable<PlainPage['submit']>>[0],
  context: PageContext,
): Promise<string> => {
  const { services, response } = context;
  const account = await loadAccount(services, field(form, 'account'));
  if (!account) throw new DomainError('not-found', 'There is no such account.');
  const { token, code } = await issueSignIn(services, account, null);
  const model = {
    ...layoutModel(context, 'Sign-in link'),
    name: account.name,
    mailed: false,
    link: `${services.baseUrl}/sign-in/link#${token}`,
    code: groupCode(code, 5),
    reachable: services.reachable,
    peopleHref: '/admin',
  };
  response.type('html').send(services.templates.render('pages/invitation', model));
  return '/admin';
};
