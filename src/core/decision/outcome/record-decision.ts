import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import type { DecisionEvent, SectionDraft, SectionType } from '../model/act.ts';
import { assertInterestsClear, assertUndecided, participantOf } from '../model/guards.ts';
import { day, id, list, object, oneOf, text } from '../model/schema.ts';
import type { DecisionState, Outcome } from '../model/state.ts';
import { contributionsOwed } from '../voice/owed.ts';
import { assertChoiceAllowed } from './choice-allowed.ts';

type Input = {
  outcome: Outcome['kind'];
  option?: string;
  why: string;
  whyNotFirst?: string;
  shareableWhy?: string;
  summary: string;
  staffSaid: string;
  risks: readonly { risk: string; owner: string }[];
  paysAfterYearOne: string;
  decideBy: string;
  reviewOn?: string;
  stopRule?: string;
  owedReason?: string;
};

type Facts = {
  kind: Outcome['kind'];
  option: string | null;
  risks: number;
  decideBy: string;
  reviewOn: string | null;
  contributionsOwed: number;
};

const RISK = object({ risk: text('The risk', 500), owner: text('Who owns it', 200) });

export const recordDecision = defineAct<Input>({
  command: 'record-decision',
  act: 'decision-recorded',
  summary: 'Record what the team recommends and send it to the approver.',
  by: ['lead'],
  input: object(
    {
      outcome: oneOf(
        ['award', 'no-award', 'choose'],
        'award or no-award for an award, choose for an appraisal',
      ),
      why: text('Why this, in words a board member understands'),
      summary: text('What the approver is asked to approve, in one or two sentences', 600),
      staffSaid: text('What staff said and what it changed', 1000),
      risks: list(RISK, 1, 10),
      paysAfterYearOne: text('Who pays after year 1', 500),
      decideBy: day('By when the approver is asked to decide'),
    },
    {
      option: id('The chosen option; none for no award'),
      shareableWhy: text('Why this, in words that may leave the room: no prices, no other bidder', 2000),
      whyNotFirst: text('Appraisal only: why another than the first-ranked option'),
      reviewOn: day('When the choice is looked at again'),
      stopRule: text('What would make us stop', 1000),
      owedReason: text('The legal date that forces a decision while contributions are still owed a reply'),
    },
  ),
  decide: (input, state, context) => {
    assertUndecided(state);
    assertInterestsClear(participantOf(state, context));
    if (state.outcome?.status === 'waiting') {
      throw new DomainError('already-done', 'A recommendation is already with the approver.');
    }
    assertChoiceAllowed(input, state);
    const owed = contributionsOwed(state).length;
    if (owed > 0 && !input.owedReason) {
      throw new DomainError(
        'unanswered-contributions',
        `${owed} ${owed === 1 ? 'contribution is' : 'contributions are'} still owed a fate and a reply. Answer them, or name the legal date that forces a decision now.`,
        { owed },
      );
    }
    return [
      facts({
        kind: input.outcome,
        option: input.option ?? null,
        risks: input.risks.length,
        decideBy: input.decideBy,
        reviewOn: input.reviewOn ?? null,
        contributionsOwed: owed,
      }),
      ...textSections(input, state),
    ];
  },
  evolve: (state, event) => ({ ...state, outcome: outcomeOf(event) }),
});

const textSections = (input: Input, state: DecisionState): readonly SectionDraft[] => {
  const title = input.option ? state.options[input.option]?.title : undefined;
  const given: readonly (readonly [string, string | null | undefined])[] = [
    ['option-title', title],
    ['why', input.why],
    ['shareable-why', input.shareableWhy],
    ['why-not-first', input.whyNotFirst],
    ['summary', input.summary],
    ['staff-said', input.staffSaid],
    ['pays-after-year-one', input.paysAfterYearOne],
    ['stop-rule', input.stopRule],
    ['owed-reason', input.owedReason],
    ...input.risks.flatMap((one, index) => [
      [`risk/${index}`, one.risk] as const,
      [`risk-owner/${index}`, one.owner] as const,
    ]),
  ];
  return given.flatMap(([name, value]) => (value ? [section(name, classOf(name), value)] : []));
};

/** Words about bids and prices stay with the bids; what may leave the room is said apart. */
const SHAREABLE = ['option-title', 'shareable-why', 'staff-said', 'pays-after-year-one', 'owed-reason'];

const classOf = (name: string): SectionType => {
  if (name.startsWith('risk-owner/')) return 'name';
  return SHAREABLE.includes(name) ? 'text' : 'bid';
};

const outcomeOf = (event: DecisionEvent): Outcome => {
  const given = factsOf<Facts>(event);
  return {
    kind: given.kind,
    option: given.option,
    optionTitle: textOf(event, 'option-title'),
    why: textOf(event, 'why'),
    whyNotFirst: textOf(event, 'why-not-first'),
    shareableWhy: textOf(event, 'shareable-why'),
    summary: textOf(event, 'summary'),
    staffSaid: textOf(event, 'staff-said'),
    risks: Array.from({ length: given.risks }, (_unused, index) => ({
      risk: textOf(event, `risk/${index}`),
      owner: textOf(event, `risk-owner/${index}`),
    })),
    paysAfterYearOne: textOf(event, 'pays-after-year-one'),
    decideBy: given.decideBy,
    reviewOn: given.reviewOn,
    stopRule: textOf(event, 'stop-rule'),
    contributionsOwed: given.contributionsOwed,
    owedReason: textOf(event, 'owed-reason'),
    recordedAt: event.at,
    status: 'waiting',
    answeredAt: null,
    answeredBy: null,
    answerReason: null,
  };
};
