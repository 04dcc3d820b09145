import { DomainError } from '../../core/errors.ts';
import { assertEmail, saveAccount } from '../../usecases/account.ts';
import type { PlainPage } from '../page.ts';
import { field } from '../page.ts';

export const accountPage: PlainPage = {
  path: '/account',
  template: 'pages/account',
  title: 'Your account',
  signedIn: true,
  build: ({ account }) => ({ person: account ?? null, roleText: account?.roles.join(', ') ?? '' }),
  submit: async (form, { account, services, request }) => {
    if (!account) throw new DomainError('sign-in-needed', 'Sign in first.');
    const name = field(form, 'name');
    if (name === '' || name.length > 200) {
      throw new DomainError('invalid-input', 'Give your name.', {}, [
        { path: '/name', message: 'Give your name.' },
      ]);
    }
    await saveAccount(services, { ...account, name, email: assertEmail(field(form, 'email')) });
    request.session.flash = 'Saved.';
    return '/account';
  },
};
