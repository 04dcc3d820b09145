import type { Criterion } from '../../core/rubric/rubric.ts';
import { KIND_WORDS } from '../../report/names.ts';
import { count, dayWords, percentOfBp } from '../../report/numbers.ts';
import {
  assertMayKeep,
  importSharedDecision,
  listElsewhere,
  removeElsewhere,
  sharedRubric,
} from '../../usecases/elsewhere.ts';
import type { ElsewhereFile } from '../../usecases/elsewhere.ts';
import type { SharedDecision } from '../../usecases/shared-decision.ts';
import { DomainError } from '../../core/errors.ts';
import type { PlainPage } from '../page.ts';
import { field, fields } from '../page.ts';
import { uploadedFile } from '../upload.ts';

/** What other organisations decided, as their files say it. Everybody here reads it; few add and remove. */
export const elsewherePage: PlainPage = {
  path: '/elsewhere',
  template: 'pages/elsewhere',
  title: 'Decided elsewhere',
  signedIn: true,
  build: async ({ account, services }) => ({
    crumbs: [{ text: 'Home', href: '/' }],
    mayKeep: account?.roles.some((role) => role === 'lead' || role === 'administrator') ?? false,
    files: (await listElsewhere(services)).map(rowOf),
  }),
  submit: async (form, context) => {
    const { account, services, request } = context;
    if (!account) throw new DomainError('sign-in-needed', 'Sign in first.');
    assertMayKeep(account);
    if (fields(form, 'do').at(-1) === 'remove') {
      await removeElsewhere(services, field(form, 'file'));
      request.session.flash = 'Removed.';
      return elsewherePage.path;
    }
    const { bytes } = uploadedFile(context, '.json');
    const { id } = await importSharedDecision(services, bytes);
    request.session.flash = 'Taken in. It is shown when somebody here states a similar need or idea.';
    return `${elsewherePage.path}#file-${id}`;
  },
};

const rowOf = ({ id, takenInAt, shared }: ElsewhereFile): object => ({
  id,
  takenInAt,
  title: shared.title,
  example: shared.example,
  ...{ need: shared.need, counts: countsOf(shared), outcome: outcomeWords(shared) },
  why: shared.outcome.why ?? '',
  contact: shared.contact ?? '',
  verifyCode: shared.verifyCode,
  rubricTitle: sharedRubric(shared)?.title ?? '',
  weights: (sharedRubric(shared)?.criteria ?? []).flatMap((one) => weightsOf(one, '')),
  criteria: shared.criteria,
});

/** 'Chosen on 6 August 2026: Pilot.' What kind of thing; the file does not say which. */
export const outcomeWords = ({ outcome }: SharedDecision): string => {
  const on = dayWords(outcome.decidedOn);
  if (outcome.status === 'declined') return `Declined on ${on}.`;
  if (outcome.kind === 'no-award') return `No award, on ${on}.`;
  const kind = outcome.chosen === 'bid' ? 'A product or service from the market' : null;
  return `Chosen on ${on}: ${kind ?? (outcome.chosen ? KIND_WORDS[outcome.chosen] : 'not said')}.`;
};

const countsOf = ({ counts }: SharedDecision): string =>
  `${count(counts.options, 'option')} compared, ${count(counts.contributions, 'contribution')} from staff`;

const weightsOf = (criterion: Criterion, under: string): readonly string[] => {
  if (criterion.kind === 'gate') return [`${criterion.title}: must be met`];
  const own = `${under}${criterion.title}`;
  const line = 'weightBp' in criterion ? `${own}: ${percentOfBp(criterion.weightBp)}` : own;
  return criterion.kind === 'group'
    ? [line, ...criterion.children.flatMap((child) => weightsOf(child, `${own} – `))]
    : [line];
};
