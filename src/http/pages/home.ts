import { listDecisions } from '../../usecases/list-decisions.ts';
import type { PlainPage } from '../page.ts';
import { rolesInWords } from '../words.ts';

/** For a visitor: what this is. For somebody signed in: their decisions and what waits for them. */
export const homePage: PlainPage = {
  path: '/',
  template: 'pages/home',
  title: 'Home',
  signedIn: false,
  build: async ({ account, services }) => {
    if (!account)
      return { decisions: [], signedIn: false, mayStart: false, isAdministrator: false, needsDetails: false };
    const decisions = await listDecisions(services, account);
    return {
      signedIn: true,
      mayStart: account.roles.includes('lead'),
      isAdministrator: account.roles.includes('administrator'),
      needsDetails: account.email === '',
      decisions: decisions.map((one) => ({
        ...one,
        href: `/decisions/${one.decision}`,
        roleText: rolesInWords(one.roles),
        waiting: one.waiting.map((task) => ({
          text: task.title,
          href: `/decisions/${one.decision}/${task.slug}`,
        })),
      })),
    };
  },
};
