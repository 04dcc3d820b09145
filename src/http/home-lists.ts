import { count, dayWords } from '../report/numbers.ts';
import type { DecisionSummary } from '../usecases/list-decisions.ts';
import type { IdeaSummary } from '../usecases/list-ideas.ts';
import type { SettingMissing } from '../usecases/list-settings-missing.ts';
import { rolesInWords } from './words.ts';

/** One thing that waits: what it is, where it is done, and what it is about. */
export type Waiting = { readonly text: string; readonly href: string; readonly about: string };

/** What has a day or keeps others waiting, before the steps of each decision: answers, marks, replies, open records. */
export const waitingFirst = (
  decisions: readonly DecisionSummary[],
  ideas: readonly IdeaSummary[],
): readonly Waiting[] => {
  const unanswered = ideas.filter((one) => one.answer === null && one.answerBy !== '');
  const byDay = [...unanswered].sort((a, b) =>
    a.answerBy < b.answerBy ? -1 : a.answerBy > b.answerBy ? 1 : 0,
  );
  return [
    ...byDay.filter(({ part }) => part === 'asked').map(askedOf),
    ...byDay.filter((one) => one.part === 'author' && one.isOverdue).map(overdue),
    ...decisions.flatMap(marksToSeal),
    ...decisions.filter(({ repliesOwed }) => repliesOwed > 0).map(replies),
    ...decisions.flatMap(openRecord),
  ];
};

const askedOf = ({ idea, title, answerBy, isOverdue }: IdeaSummary): Waiting => ({
  text: 'Answer an idea',
  href: `/ideas/${idea}#answer`,
  about: isOverdue
    ? `${title}. Asked of you by ${dayWords(answerBy)}; no answer yet.`
    : `${title}. Asked of you by ${dayWords(answerBy)}.`,
});

const overdue = ({ idea, title, answerBy }: IdeaSummary): Waiting => ({
  text: 'Your idea has no answer in time',
  href: `/ideas/${idea}`,
  about: `${title}. Asked for by ${dayWords(answerBy)}; no answer yet.`,
});

const marksToSeal = ({ decision, title, waiting }: DecisionSummary): readonly Waiting[] =>
  waiting
    .filter(({ slug }) => slug === 'marks')
    .map(({ hint }) => ({
      text: 'Seal your marks',
      href: `/decisions/${decision}/marks`,
      about: `${title}. ${hint}.`,
    }));

const replies = ({ decision, title, repliesOwed }: DecisionSummary): Waiting => ({
  text: `Answer ${count(repliesOwed, 'contribution')}`,
  href: `/decisions/${decision}/listening`,
  about: `${title}. ${repliesOwed === 1 ? 'Its author is' : 'Their authors are'} owed a reply.`,
});

const openRecord = ({ decision, title, door, waiting }: DecisionSummary): readonly Waiting[] =>
  door === 'quick' && waiting[0]
    ? [
        {
          text: 'Go on with a quick record',
          href: `/decisions/${decision}/${waiting[0].slug}`,
          about: `${title}. Next: ${waiting[0].title.toLowerCase()}.`,
        },
      ]
    : [];

const DAYS_SHOWN = 14;

/** Ideas of this person that were answered lately. `today` is a calendar day. */
export const answeredLately = (ideas: readonly IdeaSummary[], today: string): readonly IdeaSummary[] => {
  const since = new Date(Date.parse(`${today}T00:00:00Z`) - DAYS_SHOWN * 86_400_000).toISOString();
  return ideas.filter(
    ({ part, answer }) => part === 'author' && answer !== null && answer.answeredAt >= since,
  );
};

/** A decision with its steps; those that stand above as things of their own are not said twice. */
export const decisionRow = (one: DecisionSummary): object => ({
  title: one.title,
  href: `/decisions/${one.decision}`,
  status: one.status,
  example: one.example,
  startedAt: one.startedAt,
  kind: one.door === 'quick' ? 'Quick record' : '',
  roleText: rolesInWords(one.roles),
  waiting: one.waiting
    .filter(
      ({ slug }) =>
        one.door !== 'quick' && slug !== 'marks' && !(slug === 'listening' && one.repliesOwed > 0),
    )
    .map((task) => ({ text: task.title, hint: task.hint, href: `/decisions/${one.decision}/${task.slug}` })),
});

const SETTING: Readonly<Record<SettingMissing, { readonly text: string; readonly href: string | null }>> = {
  'own-email': {
    text: 'Add your name and email address, so that you can sign in again',
    href: '/account',
  },
  'organisation-name': { text: 'Type the name of the organisation', href: '/admin' },
  'quick-limit': {
    text: 'Set the limit for quick records: until then none says whether it is below it',
    href: '/admin',
  },
  'mail-server': {
    text: 'No mail server is set (SMTP_URL), so links are shown to copy',
    href: null,
  },
  address: {
    text: 'The service has no address that others can open (BASE_URL), so links and posters work on this computer alone',
    href: null,
  },
};

export const settingRows = (missing: readonly SettingMissing[]): readonly object[] =>
  missing.map((one) => SETTING[one]);
