import type { Block, Section } from './blocks.ts';
import type { ReportInput } from './input.ts';
import { dayWords } from './numbers.ts';
import { buildAgreed } from './sections/agreed.ts';
import { buildAgreement } from './sections/agreement.ts';
import { buildBegan } from './sections/began.ts';
import { buildCosts } from './sections/costs.ts';
import { buildDissent } from './sections/dissent.ts';
import { buildFront } from './sections/front.ts';
import { buildGates } from './sections/gates.ts';
import { buildInterests } from './sections/interests.ts';
import { buildNeed } from './sections/need.ts';
import { buildOptions } from './sections/options.ts';
import { buildOutcome } from './sections/outcome.ts';
import { buildPeople } from './sections/people.ts';
import { buildRobustness } from './sections/robustness.ts';
import { buildRubric } from './sections/rubric.ts';
import { buildScores } from './sections/scores.ts';
import { buildSecondOpinions } from './sections/second-opinions.ts';
import { buildUnknown } from './sections/unknown.ts';
import { buildVerify } from './sections/verify.ts';
import { buildVoice } from './sections/voice.ts';
import { statusOf } from './status.ts';

type Item = {
  readonly id: string;
  readonly title: string;
  /** Sections about acts of people, which a case file does not hold. */
  readonly needsLedger: boolean;
  /** Left out where it is false; always there when absent. */
  readonly isThere?: (input: ReportInput) => boolean;
  readonly build: (input: ReportInput) => readonly Block[];
};

/** The order in which the report is read. A new section is one file and one line here. */
export const OUTLINE: readonly Item[] = [
  { id: 'outcome', title: 'The recommendation in full', needsLedger: true, build: buildOutcome },
  { id: 'need', title: 'The need', needsLedger: false, build: buildNeed },
  {
    id: 'began',
    title: 'The quick record it was raised from',
    needsLedger: true,
    isThere: ({ state }) => state.quick?.raised !== undefined,
    build: buildBegan,
  },
  { id: 'options', title: 'The options', needsLedger: false, build: buildOptions },
  { id: 'rubric', title: 'The rubric and the method', needsLedger: false, build: buildRubric },
  { id: 'gates', title: 'Gates', needsLedger: false, build: buildGates },
  { id: 'scores', title: 'Scores and reasons', needsLedger: false, build: buildScores },
  { id: 'agreed', title: 'Marks agreed or changed', needsLedger: true, build: buildAgreed },
  { id: 'costs', title: 'Costs', needsLedger: false, build: buildCosts },
  {
    id: 'robustness',
    title: 'How far the ranking depends on one thing',
    needsLedger: false,
    build: buildRobustness,
  },
  {
    id: 'second-opinions',
    title: 'Other weights and second opinions',
    needsLedger: false,
    build: buildSecondOpinions,
  },
  { id: 'agreement', title: 'How far the assessors agree', needsLedger: false, build: buildAgreement },
  { id: 'voice', title: 'What staff said and what came of it', needsLedger: true, build: buildVoice },
  { id: 'dissent', title: 'Different views', needsLedger: true, build: buildDissent },
  { id: 'interests', title: 'Interests', needsLedger: true, build: buildInterests },
  { id: 'people', title: 'Who took part, and when', needsLedger: true, build: buildPeople },
  { id: 'unknown', title: 'What this document does not know', needsLedger: false, build: buildUnknown },
  { id: 'verify', title: 'How to check this document', needsLedger: false, build: buildVerify },
];

export type Report = {
  readonly title: string;
  /** 'Award decision, internal edition'. */
  readonly kicker: string;
  readonly status: string;
  /** What stands on every page: DRAFT until the decision is approved, and that it is an example. */
  readonly marks: readonly string[];
  readonly asOf: string;
  readonly front: readonly Block[];
  readonly sections: readonly Section[];
};

export const buildReport = (input: ReportInput): Report => {
  const { state } = input;
  const { mark, words } = statusOf(input);
  const items = OUTLINE.filter(
    (item) => (input.ledger !== null || !item.needsLedger) && (item.isThere?.(input) ?? true),
  );
  return {
    title: state.title ?? 'A decision without a title',
    kicker: kickerOf(input),
    status: words,
    marks: [...(mark === '' ? [] : [mark]), ...(state.example ? ['Example data'] : [])],
    asOf: input.asOf ? `As of ${dayWords(input.asOf)}` : '',
    front: buildFront(input),
    sections: items.map(({ id, title, build }, index) => ({
      id,
      title: `${index + 1}. ${title}`,
      blocks: build(input),
    })),
  };
};

const PURPOSES = { award: 'Award', appraisal: 'Appraisal' } as const;

const kickerOf = (input: ReportInput): string =>
  input.ledger
    ? `${PURPOSES[input.state.purpose]} decision, ${input.edition} edition`
    : `${PURPOSES[input.state.purpose]}, case report`;
