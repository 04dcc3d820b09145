import { listDecisions } from '../../usecases/list-decisions.ts';
import { listIdeas } from '../../usecases/list-ideas.ts';
import { listSettingsMissing } from '../../usecases/list-settings-missing.ts';
import { answeredLately, decisionRow, settingRows, waitingFirst } from '../home-lists.ts';
import { ideaLine } from '../idea-words.ts';
import type { PlainPage } from '../page.ts';

/** For a visitor: what this is. For somebody signed in: what waits for them, and the doors to start by. */
export const homePage: PlainPage = {
  path: '/',
  template: 'pages/home',
  title: 'Home',
  signedIn: false,
  build: async ({ account, services }) => {
    if (!account) return { signedIn: false };
    const decisions = await listDecisions(services, account);
    const ideas = await listIdeas(services, account);
    const today = services.clock.nowIso().slice(0, 10);
    const rows = decisions.map(decisionRow);
    return {
      signedIn: true,
      mayStart: account.roles.includes('lead'),
      isAdministrator: account.roles.includes('administrator'),
      first: waitingFirst(decisions, ideas),
      answered: answeredLately(ideas, today).map(ideaLine),
      settings: settingRows(await listSettingsMissing(services, account)),
      decisions: rows,
      openIdeas: ideas.filter(({ answer }) => answer === null).length,
    };
  },
};
