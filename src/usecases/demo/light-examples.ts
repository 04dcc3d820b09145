import { digestText } from '../../ledger/digest.ts';
import { ensureAccount } from '../account.ts';
import { loadCampaigns } from '../campaign.ts';
import { contribute } from '../contribute.ts';
import { performAct } from '../perform-act.ts';
import { startIdea } from '../start-idea.ts';
import { startQuickRecord } from '../start-quick-record.ts';
import { dictation } from './content/dictation.ts';
import { scanner } from './content/scanner.ts';
import type { ExamplePorts, SeededExample } from './seeding.ts';

/** The examples of the light doors: a quick record that is decided, and an idea that waits for its answer. */
export const seedLightExamples = async (ports: ExamplePorts): Promise<readonly SeededExample[]> => [
  await seedQuick(ports),
  await seedIdea(ports),
];

const DAY_MS = 86_400_000;

/** The same ports with a clock that stands so many days before now; each act a few seconds after the last. */
const daysBefore = (ports: ExamplePorts, days: number): ExamplePorts => {
  let instant = Date.parse(`${ports.clock.nowIso().slice(0, 10)}T09:00:00.000Z`) - days * DAY_MS;
  const nowIso = (): string => {
    instant += 1000;
    return new Date(instant).toISOString();
  };
  return { ...ports, clock: { nowIso } };
};

const dayAfter = (ports: ExamplePorts, days: number): string =>
  new Date(Date.parse(ports.clock.nowIso()) + days * DAY_MS).toISOString().slice(0, 10);

const seedQuick = async (ports: ExamplePorts): Promise<SeededExample> => {
  const { lead, start, later, findings, quotes, criteria, choice } = dictation;
  const account = await ensureAccount(ports, { email: 'lead.dictation@example.invalid', name: lead.name });
  const began = daysBefore(ports, dictation.daysBefore.started);
  const { decision } = await startQuickRecord(
    began,
    { ...account, roles: ['lead'] },
    {
      ...{ ...start, leadName: lead.name, leadJob: lead.job, example: true },
      ...{ spendBy: dayAfter(ports, 120), requestKey: 'example/dictation' },
    },
  );
  const participant = (await ports.log.load(decision))?.state.lead ?? '';
  const act = (at: ExamplePorts, command: string, input: object) =>
    performAct(at, {
      ...{ decision, command, input, requestKey: 'example/dictation' },
      actor: { kind: 'participant', participant },
    });
  await act(began, 'answer-later-question', later);
  await act(began, 'note-findings', findings);
  await act(began, 'declare-interest', { hasInterest: false });
  await act(began, 'list-quotes', { options: quotes });
  const chosen = daysBefore(ports, dictation.daysBefore.chosen);
  await act(chosen, 'discuss-criteria', { criteria });
  await act(chosen, 'record-choice', { ...choice, renewsOn: dayAfter(ports, 700) });
  return { key: dictation.key, decision, accounts: { lead: account.id } };
};

const seedIdea = async (ports: ExamplePorts): Promise<SeededExample> => {
  const { author, title, stated, added } = scanner;
  const account = await ensureAccount(ports, { email: 'author.scanner@example.invalid', name: author.name });
  const { idea } = await startIdea(daysBefore(ports, scanner.daysBefore.started), account, {
    ...{
      title,
      authorName: author.name,
      authorJob: author.job,
      example: true,
      requestKey: 'example/scanner',
    },
    stated: { ...stated, answerBy: dayAfter(ports, scanner.answerInDays) },
  });
  const [poster] = await loadCampaigns(ports, idea);
  const later = daysBefore(ports, scanner.daysBefore.added);
  for (const one of added) {
    await contribute(
      later,
      { via: 'poster', link: poster?.code ?? '', decision: idea },
      {
        ...{ ...one, hasSupplierLink: false, wantsCredit: false },
        formKey: digestText(`counterweight/example/1\nscanner\n${one.name}`).slice(0, 32),
      },
    );
  }
  return { key: scanner.key, decision: idea, accounts: { lead: account.id } };
};
