import type { Rubric } from '../../core/rubric/rubric.ts';
import { digestText } from '../../ledger/digest.ts';
import { ensureAccount, saveAccount } from '../account.ts';
import { contribute, contributeOnPaper } from '../contribute.ts';
import { finishErasures } from '../finish-erasures.ts';
import { linkParticipant } from '../participant.ts';
import { performAct } from '../perform-act.ts';
import { newId } from '../secrets.ts';
import { startDecision } from '../start-decision.ts';
import { adaptRubric } from './content/adapt-rubric.ts';
import type { DemoDecision, DemoPerson } from './content/demo-decision.ts';
import { calendarDay } from './content/demo-day.ts';
import type { DemoDay } from './content/demo-day.ts';
import type { SeededExample, Seeder, Seeding, Step } from './seeding.ts';
import { outcomeSteps } from './outcome-steps.ts';

/** The key of the form a contributor sent: the receipt code follows from it, so a seat can show it again. */
export const voiceFormKey = (example: string, voice: string): string =>
  digestText(`counterweight/example/1\n${example}\n${voice}`).slice(0, 32);

export const buildSteps = (
  seeder: Seeder,
): { readonly steps: readonly Step[]; readonly outcome: () => SeededExample } => {
  const seeding = createSeeding(seeder);
  const { content, on } = seeding;
  const steps = [...lifeSteps(seeding), ...voiceSteps(seeding), ...outcomeSteps(seeding)];
  const ordered = steps
    .map((step, index) => ({ step, index }))
    .sort((a, b) => (a.step.day < b.step.day ? -1 : a.step.day > b.step.day ? 1 : a.index - b.index))
    .map(({ step }) => step);
  const end: Step = {
    day: ordered.at(-1)?.day ?? on(content.days.started),
    run: () => dropLeadRole(seeding),
  };
  return {
    steps: [...ordered, end],
    outcome: () => ({
      key: content.key,
      decision: seeding.decision.id,
      accounts: Object.fromEntries(seeding.accounts),
    }),
  };
};

const createSeeding = (seeder: Seeder): Seeding => {
  const participants = new Map<string, string>();
  const decision = { id: '' };
  let requests = 0;
  return {
    ...seeder,
    decision,
    participants,
    accounts: new Map(),
    contributions: new Map(),
    on: (day) => calendarDay(day, seeder.seededOn),
    act: async (person, command, input) => {
      requests += 1;
      const { facts } = await performAct(seeder.ports, {
        decision: decision.id,
        command,
        input,
        actor: { kind: 'participant', participant: participants.get(person) ?? '' },
        requestKey: `example/${requests}`,
      });
      return facts;
    },
  };
};

const emailOf = (content: DemoDecision, person: DemoPerson): string =>
  `${person.key}.${content.key}@example.invalid`;

const start = async (seeding: Seeding): Promise<void> => {
  const { content, ports } = seeding;
  const lead = content.people.find((person) => person.key === content.seats.lead);
  if (!lead) throw new Error(`The example '${content.key}' has no lead.`);
  const account = await ensureAccount(ports, {
    email: emailOf(content, lead),
    name: lead.name,
    role: 'lead',
  });
  const started = await startDecision(ports, account, {
    ...content.startInput,
    leadName: lead.name,
    leadJob: lead.job,
    requestKey: newId(ports.random),
  });
  seeding.decision.id = started.decision;
  seeding.participants.set(lead.key, started.participant);
  seeding.accounts.set(lead.key, account.id);
};

/** Whoever takes the lead's seat later must not be able to start real decisions from it. */
const dropLeadRole = async ({ content, ports, accounts }: Seeding): Promise<void> => {
  const lead = content.people.find((person) => person.key === content.seats.lead);
  const id = accounts.get(content.seats.lead);
  if (lead && id)
    await saveAccount(ports, {
      id,
      email: emailOf(content, lead),
      name: lead.name,
      roles: [],
      disabled: false,
    });
};

const namePeople = async (seeding: Seeding): Promise<void> => {
  const { content, ports, decision } = seeding;
  const { lead } = content.seats;
  for (const person of content.people) {
    if (person.key === lead && person.roles.length === 1) continue;
    const participant = seeding.participants.get(person.key) ?? newId(ports.random);
    const { roles, name, job } = person;
    await seeding.act(lead, 'name-person', { person: participant, roles, name, job });
    if (person.key === lead) continue;
    const account = await ensureAccount(ports, { email: emailOf(content, person), name });
    await linkParticipant(ports, { account: account.id, decision: decision.id, participant });
    seeding.participants.set(person.key, participant);
    seeding.accounts.set(person.key, account.id);
  }
};

const declareInterests = async ({ content, participants, act }: Seeding): Promise<void> => {
  const leadFirst = [...content.people].sort(
    (a, b) => Number(b.key === content.seats.lead) - Number(a.key === content.seats.lead),
  );
  for (const person of leadFirst) await act(person.key, 'declare-interest', person.interestInput);
  for (const person of content.people) {
    if (!person.managed) continue;
    const { by, outcome, reason } = person.managed;
    await act(by, 'manage-interest', { person: participants.get(person.key), outcome, reason });
  }
};

const rubricAfter = async ({ content, ports }: Seeding, changes: number): Promise<Rubric> => {
  const base = (await ports.rubricFiles.load(content.rubric.base, 1)) as Rubric;
  const adaptations = [content.rubric.chosen, ...content.rubric.changes.slice(0, changes)];
  return adaptations.reduce((rubric, { adaptation }) => adaptRubric(rubric, adaptation), base);
};

const lifeSteps = (seeding: Seeding): readonly Step[] => {
  const { content, on, act } = seeding;
  const { days, need, rubric, options, seals } = content;
  const { lead } = content.seats;
  const commercial = content.people.find((person) => person.roles.includes('commercial'))?.key ?? lead;
  const byLead = (day: DemoDay, command: string, input: object): Step => ({
    day: on(day),
    run: async () => void (await act(lead, command, input)),
  });
  const moneyInput = { ...need.moneyInput, spendBy: on(need.moneyInput.spendBy) };
  const listeningInput = { ...need.listeningInput, cutOff: on(need.listeningInput.cutOff) };
  return [
    { day: on(days.started), run: () => start(seeding) },
    byLead(days.needStated, 'state-need', need.firstInput),
    { day: on(days.peopleNamed), run: () => namePeople(seeding) },
    byLead(days.listeningOpened, 'open-listening', listeningInput),
    byLead(days.moneyOffered, 'offer-money', moneyInput),
    ...(need.restatedInput && days.needRestated !== undefined
      ? [byLead(days.needRestated, 'state-need', need.restatedInput)]
      : []),
    byLead(days.needLocked, 'lock-need', {}),
    byLead(days.amountRecorded, 'record-amount', need.amountInput),
    {
      day: on(days.rubricChosen),
      run: async () =>
        void (await act(lead, 'choose-rubric', {
          rubric: await rubricAfter(seeding, 0),
          reason: rubric.chosen.reason,
        })),
    },
    ...rubric.changes.map((change, index) => ({
      day: on(days.rubricChanged ?? days.rubricChosen),
      run: async () =>
        void (await act(lead, 'choose-rubric', {
          rubric: await rubricAfter(seeding, index + 1),
          reason: change.reason,
        })),
    })),
    byLead(days.rubricLocked, 'lock-rubric', { tenderDeadline: on(content.tenderDeadline) }),
    { day: on(days.interestsDeclared), run: () => declareInterests(seeding) },
    ...options.map((option) => byLead(days.optionsAdded, 'add-option', option.input)),
    ...options.map((option) => ({
      day: on(days.costsRecorded),
      run: async () =>
        void (await act(commercial, 'record-costs', { option: option.key, lines: option.costs })),
    })),
    byLead(days.opened, 'open-options', {}),
    ...options.flatMap((option) =>
      option.gates.map((gate) =>
        byLead(days.gatesAnswered, 'answer-gate', {
          option: option.key,
          ...gate,
          ...(gate.by === undefined ? {} : { by: on(gate.by) }),
        }),
      ),
    ),
    ...seals.map((seal) => ({
      day: on(days.marksSealed),
      run: async () => void (await act(seal.assessor, 'seal-marks', seal.input)),
    })),
  ];
};

const voiceSteps = (seeding: Seeding): readonly Step[] => {
  const { content, ports, decision, on, act, contributions, participants } = seeding;
  const said = content.voices.map((voice) => ({
    day: on(voice.on),
    run: async () => {
      const before = new Set(Object.keys((await ports.log.load(decision.id))?.state.contributions ?? {}));
      const request = { ...voice.input, formKey: voiceFormKey(content.key, voice.key) };
      if (voice.via === 'paper') {
        const helper = participants.get(voice.helper ?? content.seats.lead) ?? '';
        await contributeOnPaper(ports, { decision: decision.id, helper }, request);
      } else {
        await contribute(ports, { via: voice.via, link: 'example', decision: decision.id }, request);
      }
      const after = Object.keys((await ports.log.load(decision.id))?.state.contributions ?? {});
      contributions.set(voice.key, after.find((id) => !before.has(id)) ?? '');
    },
  }));
  const answered = content.replies.map(({ on: day, contributions: keys, fate, reply }) => ({
    day: on(day),
    run: async () => {
      await act(content.seats.lead, 'answer-contributions', {
        contributions: keys.map((key) => contributions.get(key)),
        fate,
        reply,
      });
      await finishErasures(ports, decision.id);
    },
  }));
  return [...said, ...answered];
};
