import { DomainError } from '../../core/errors.ts';
import { startDecision } from '../../usecases/start-decision.ts';
import { requestKeyOf } from '../act-form.ts';
import type { PlainPage } from '../page.ts';
import { field } from '../page.ts';

export const newDecisionPage: PlainPage = {
  path: '/decisions/new',
  template: 'pages/new-decision',
  title: 'Start a decision',
  signedIn: true,
  build: ({ account }) => {
    if (!account?.roles.includes('lead')) {
      throw new DomainError(
        'not-allowed',
        'Only somebody with the lead role can start a decision. An administrator can give it.',
      );
    }
    return { name: account.name };
  },
  submit: async (form, context) => {
    if (!context.account) throw new DomainError('sign-in-needed', 'Sign in first.');
    const { decision } = await startDecision(context.services, context.account, {
      title: field(form, 'title'),
      purpose: field(form, 'purpose') as 'award' | 'appraisal',
      leadName: field(form, 'leadName'),
      leadJob: field(form, 'leadJob'),
      requestKey: requestKeyOf(form, context),
    });
    return `/decisions/${decision}`;
  },
};
