import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import type { DecisionEvent, SectionDraft } from '../model/act.ts';
import { assertInterestsClear, dayOf, participantOf } from '../model/guards.ts';
import type { GateAnswer, QuickGate, QuickOption } from '../model/quick-state.ts';
import { day, id, list, mapOf, object, oneOf, text } from '../model/schema.ts';
import type { DecisionState, Outcome } from '../model/state.ts';
import { contributionsOwed } from '../voice/owed.ts';
import { askQuick } from './questions.ts';
import { assertLaterAnswered, quickOf } from './quick-of.ts';
import { resultOfQuick } from './result-of-quick.ts';

type Gate = {
  gate: string;
  title: string;
  answer: GateAnswer;
  evidence: string;
  by?: string;
  owner?: string;
};
type Input = {
  option: string;
  why: string;
  whyNotFirst?: string;
  shareableWhy?: string;
  renewsOn?: string;
  gates?: readonly Gate[];
  answers?: Readonly<Record<string, string>>;
  singleQuoteReason?: string;
  owedReason?: string;
};
type Facts = {
  option: string;
  renewsOn: string | null;
  gates: readonly { gate: string; answer: GateAnswer; by: string | null }[];
  asked: readonly string[];
  limitPence: number | null;
  contributionsOwed: number;
};

const GATE = object(
  {
    gate: id('The gate'),
    title: text('What it asks', 80),
    answer: oneOf(['met', 'notMet', 'notApplicable', 'later'], 'The answer'),
    evidence: text('The evidence, or why it does not apply', 120),
  },
  { by: day('For later: by when'), owner: text('For later: who owns it', 60) },
);

/** The choice ends a quick record. It may be looked at again with a reason (reopen-record), or raised to a full decision. */
export const recordChoice = defineAct<Input>({
  command: 'record-choice',
  act: 'choice-recorded',
  summary:
    'Quick record: what is chosen and why, the gates that apply, answers to what was asked, and when it is looked at again.',
  by: ['lead'],
  doors: ['quick'],
  input: object(
    { option: id('The chosen option; doing nothing is one'), why: text('Why this', 400) },
    {
      whyNotFirst: text('Why another than the one the marks put first', 200),
      shareableWhy: text('Why this, in words that may leave the room: no prices, no other supplier', 600),
      renewsOn: day('When it renews or ends, and is looked at again'),
      gates: list(GATE, 0, 4),
      answers: mapOf(text('What you answer', 200), 20),
      singleQuoteReason: text('Why one quote is enough', 600),
      owedReason: text('The date that forces a decision while contributions are still owed a reply', 300),
    },
  ),
  decide: (input, state, context) => {
    assertInterestsClear(participantOf(state, context));
    assertLaterAnswered(state, 'A choice');
    if (state.outcome?.status === 'approved')
      throw new DomainError('already-done', 'The choice is already recorded.');
    const option = quickOf(state).options.find((one) => one.id === input.option);
    if (!option) {
      throw new DomainError('not-found', 'Choose one of the options listed.', { option: input.option }, [
        { path: '/option', message: 'Choose one of the options listed; doing nothing is one of them.' },
      ]);
    }
    assertWithinLimit(option, context.quickLimitPence);
    assertGates(input.gates ?? []);
    assertFirstOrReason(input, state);
    const owed = contributionsOwed(state).length;
    if (owed > 0 && !input.owedReason) {
      throw new DomainError(
        'unanswered-contributions',
        `${owed} ${owed === 1 ? 'contribution is' : 'contributions are'} still owed a fate and a reply. Answer them, or name the date that forces a decision now.`,
        { owed },
      );
    }
    const asked = askQuick({
      state,
      limitPence: context.quickLimitPence,
      choice: { option: input.option, renewsOn: input.renewsOn ?? null },
    }).map((one) => one.id);
    return [
      facts({
        option: input.option,
        renewsOn: input.renewsOn ?? null,
        gates: (input.gates ?? []).map(({ gate, answer, by }) => ({ gate, answer, by: by ?? null })),
        asked,
        limitPence: context.quickLimitPence,
        contributionsOwed: owed,
      }),
      ...wordsOf(input, option, asked),
    ];
  },
  evolve: (state, event) => {
    const given = factsOf<Facts>(event);
    return {
      ...state,
      outcome: outcomeOf(event, given),
      quick: {
        ...quickOf(state),
        gates: given.gates.map((gate) => gateOf(event, gate)),
        asked: given.asked.map((one) => ({ id: one, answer: textOf(event, `answer/${one}`) })),
        singleQuoteReason: textOf(event, 'single-quote-reason'),
        limitPence: given.limitPence,
        chosenBy: event.actor,
      },
    };
  },
});

const assertWithinLimit = ({ kind, price }: QuickOption, limitPence: number | null): void => {
  const pence = price?.wholeTermPence ?? null;
  if (kind === 'business-as-usual' || limitPence === null || pence === null || pence <= limitPence) return;
  throw new DomainError(
    'not-allowed',
    'The whole-term price of this choice is above the limit that the organisation has set for quick records. Raise it to a full decision; nothing is typed again.',
    { pence, limitPence },
    [
      {
        path: '/option',
        message: 'This is above the limit for quick records. Raise the record to a full decision.',
      },
    ],
  );
};

const assertGates = (gates: readonly Gate[]): void => {
  const faults = gates.flatMap((gate, index) => {
    const path = `/gates/${index}`;
    if (gate.answer === 'notMet') {
      return [
        {
          path: `${path}/answer`,
          message: `‘${gate.title}’ is not met, so this cannot be chosen. Choose another, or say by when it will be met and who sees to it.`,
        },
      ];
    }
    if (gate.answer !== 'later') return [];
    return [
      ...(gate.by ? [] : [{ path: `${path}/by`, message: 'Say by when it will be met.' }]),
      ...(gate.owner ? [] : [{ path: `${path}/owner`, message: 'Say who sees to it.' }]),
    ];
  });
  if (faults.length > 0) throw new DomainError('incomplete', 'Some gates stand in the way.', {}, faults);
};

const assertFirstOrReason = ({ option, whyNotFirst }: Input, state: DecisionState): void => {
  const result = resultOfQuick(state);
  if (!result || whyNotFirst) return;
  const first = result.winner === null ? result.tied : [result.winner];
  if (first.length === 0 || first.includes(option)) return;
  throw new DomainError(
    'reason-needed',
    'The marks put another option first. Say why this one is chosen all the same.',
    {},
    [
      {
        path: '/whyNotFirst',
        message: 'The marks put another option first. Say why this one is chosen all the same.',
      },
    ],
  );
};

const wordsOf = (input: Input, option: QuickOption, asked: readonly string[]): readonly SectionDraft[] => [
  ...(option.title ? [section('option-title', 'text', option.title)] : []),
  section('why', 'bid', input.why),
  ...(input.whyNotFirst ? [section('why-not-first', 'bid', input.whyNotFirst)] : []),
  ...(input.shareableWhy ? [section('shareable-why', 'text', input.shareableWhy)] : []),
  ...(input.singleQuoteReason ? [section('single-quote-reason', 'bid', input.singleQuoteReason)] : []),
  ...(input.owedReason ? [section('owed-reason', 'text', input.owedReason)] : []),
  ...asked.flatMap((one) => {
    const answer = Object.hasOwn(input.answers ?? {}, one) ? input.answers?.[one] : undefined;
    return answer ? [section(`answer/${one}`, 'bid', answer)] : [];
  }),
  ...(input.gates ?? []).flatMap((gate) => [
    section(`gate-title/${gate.gate}`, 'text', gate.title),
    section(`gate-evidence/${gate.gate}`, 'bid', gate.evidence),
    ...(gate.owner ? [section(`gate-owner/${gate.gate}`, 'name', gate.owner)] : []),
  ]),
];

const gateOf = (event: DecisionEvent, { gate, answer, by }: Facts['gates'][number]): QuickGate => ({
  id: gate,
  answer,
  by,
  title: textOf(event, `gate-title/${gate}`),
  evidence: textOf(event, `gate-evidence/${gate}`),
  owner: textOf(event, `gate-owner/${gate}`),
});

/** The same shape as any outcome, so replies are released and lists read as for every decision. */
const outcomeOf = (event: DecisionEvent, given: Facts): Outcome => ({
  kind: 'choose',
  option: given.option,
  optionTitle: textOf(event, 'option-title'),
  why: textOf(event, 'why'),
  whyNotFirst: textOf(event, 'why-not-first'),
  shareableWhy: textOf(event, 'shareable-why'),
  summary: null,
  staffSaid: null,
  risks: [],
  paysAfterYearOne: null,
  decideBy: dayOf(event.at),
  reviewOn: given.renewsOn,
  stopRule: null,
  contributionsOwed: given.contributionsOwed,
  owedReason: textOf(event, 'owed-reason'),
  recordedAt: event.at,
  status: 'approved',
  answeredAt: event.at,
  answeredBy: event.actor,
  answerReason: null,
});
