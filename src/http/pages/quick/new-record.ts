import { DomainError } from '../../../core/errors.ts';
import { loadOrganisation } from '../../../usecases/organisation.ts';
import { startQuickRecord } from '../../../usecases/start-quick-record.ts';
import { requestKeyOf } from '../../act-form.ts';
import type { PlainPage } from '../../page.ts';
import { field } from '../../page.ts';

/** The first of five short pages: what is needed, and whether money with an end date is where it starts. */
export const newQuickPage: PlainPage = {
  path: '/quick/new',
  template: 'pages/quick-new',
  title: 'Quick record of a small purchase',
  signedIn: true,
  build: async ({ account, services }) => {
    if (!account?.roles.includes('lead')) {
      throw new DomainError(
        'not-allowed',
        'Only somebody with the lead role can start a record. An administrator can give it.',
      );
    }
    const { quickLimitPence } = await loadOrganisation(services);
    return { name: account.name, limitPence: quickLimitPence };
  },
  submit: async (form, context) => {
    if (!context.account) throw new DomainError('sign-in-needed', 'Sign in first.');
    const hasEnd = field(form, 'startsFrom') === 'money';
    if (hasEnd && field(form, 'spendBy') === '') {
      const message = 'Say by which day the money must be spent.';
      throw new DomainError('invalid-input', message, {}, [{ path: '/spendBy', message }]);
    }
    const { decision } = await startQuickRecord(context.services, context.account, {
      title: field(form, 'title'),
      leadName: field(form, 'leadName'),
      leadJob: field(form, 'leadJob'),
      need: {
        problem: field(form, 'problem'),
        affected: field(form, 'affected'),
        measure: field(form, 'measure'),
      },
      spendBy: hasEnd ? field(form, 'spendBy') : null,
      requestKey: requestKeyOf(form, context),
    });
    return `/decisions/${decision}/heard`;
  },
};
