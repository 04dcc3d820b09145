import type { Door } from './door.ts';
import type { Contribution, Listening } from './contribution.ts';
import type { Folding } from './growing.ts';
import type { IdeaState } from './idea-state.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import type { CostLine, OptionKind, Purpose } from '../../scoring/case.ts';
import type { MaybeHidden } from './maybe-hidden.ts';
import type { GateAnswer, QuickState } from './quick-state.ts';
import type { Role } from './roles.ts';

/** When something was said, and why. */
type Noted = { readonly at: string; readonly reason: MaybeHidden<string> };

export type Interest = {
  readonly declaredAt: string;
  readonly hasInterest: boolean;
  readonly statement: MaybeHidden<string>;
  /** Set when somebody else has judged a declared interest. */
  readonly outcome?: 'may-take-part' | 'stands-aside';
  readonly outcomeReason?: MaybeHidden<string>;
};

export type Person = {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly name: MaybeHidden<string>;
  readonly job: MaybeHidden<string>;
  readonly namedAt: string;
  /** Named as commercial at some time: may have seen prices, so never marks. */
  readonly wasCommercial?: true;
  readonly interest?: Interest;
  readonly left?: Noted;
};

export type Need = {
  readonly problem: MaybeHidden<string>;
  readonly affected: MaybeHidden<string>;
  readonly measure: MaybeHidden<string>;
  readonly revision: number;
  readonly statedAt: string;
  readonly lockedAt?: string;
};

export type Money = {
  /** That money is offered, and by when it must be spent, may be said before the need is locked. */
  readonly offered: boolean;
  readonly spendBy: string | null;
  readonly amountPence: MaybeHidden<number>;
  readonly statedAt: string;
};

export type RubricStep = {
  readonly at: string;
  readonly act: 'chosen' | 'locked' | 'replaced';
  readonly hash: string;
  readonly reason: MaybeHidden<string>;
  readonly noticeReference: string | null;
};

export type RubricState = {
  readonly rubric: MaybeHidden<Rubric>;
  readonly hash: string;
  readonly steps: readonly RubricStep[];
  readonly lockedAt?: string;
  /** No tender deadline means: until the options are opened. */
  readonly tenderDeadline: string | null;
};

export type OptionState = {
  readonly id: string;
  readonly kind: OptionKind;
  readonly incumbent: boolean;
  readonly title: MaybeHidden<string>;
  readonly supplier: MaybeHidden<string>;
  readonly summary: MaybeHidden<string>;
  readonly addedAt: string;
  readonly withdrawn?: Noted;
  readonly setAside?: Noted & {
    readonly ground: SetAsideGround;
    readonly supplierAnswer: MaybeHidden<string>;
  };
};

export type SetAsideGround = 'gate' | 'minimum' | 'exclusion' | 'procedure' | 'abnormally-low';

export type GateState = {
  readonly answer: GateAnswer;
  readonly evidence: MaybeHidden<string>;
  readonly by: string | null;
  readonly owner: MaybeHidden<string>;
  readonly at: string;
};

export type MarkState = {
  readonly assessor: string;
  readonly group: 'panel' | 'frontline';
  /** Null while it is sealed from this reader. Decimals as written. */
  readonly score: MaybeHidden<string>;
  readonly reason: MaybeHidden<string>;
  readonly firstScore: MaybeHidden<string>;
  readonly firstReason: MaybeHidden<string>;
  readonly sealedAt: string;
  readonly changes: readonly { readonly at: string; readonly why: MaybeHidden<string> }[];
};

export type ConsensusState = {
  readonly score: MaybeHidden<string>;
  readonly reason: MaybeHidden<string>;
  readonly at: string;
};

export type CostsState = {
  /** Null while prices are sealed from this reader. */
  readonly lines: MaybeHidden<readonly CostLine[]>;
  readonly recordedAt: string;
  readonly revisions: number;
};

export type Outcome = {
  readonly kind: 'award' | 'no-award' | 'choose';
  readonly option: string | null;
  readonly optionTitle: MaybeHidden<string>;
  readonly why: MaybeHidden<string>;
  readonly whyNotFirst: MaybeHidden<string>;
  readonly shareableWhy: MaybeHidden<string>;
  readonly summary: MaybeHidden<string>;
  readonly staffSaid: MaybeHidden<string>;
  readonly risks: readonly { readonly risk: MaybeHidden<string>; readonly owner: MaybeHidden<string> }[];
  readonly paysAfterYearOne: MaybeHidden<string>;
  readonly decideBy: string;
  readonly reviewOn: string | null;
  readonly stopRule: MaybeHidden<string>;
  readonly contributionsOwed: number;
  readonly owedReason: MaybeHidden<string>;
  readonly recordedAt: string;
  readonly status: 'waiting' | 'approved' | 'returned' | 'declined';
  readonly answeredAt: string | null;
  readonly answeredBy: string | null;
  readonly answerReason: MaybeHidden<string>;
};

export type TimelineItem = {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly act: string;
};

export type DecisionState = Folding & {
  readonly id: string;
  readonly seq: number; // 0 before the first entry
  readonly purpose: Purpose;
  readonly door: Door;
  /** The idea that this decision came from, where there is one. */
  readonly fromIdea?: string;
  readonly idea?: IdeaState;
  readonly example: boolean;
  readonly title: MaybeHidden<string>;
  readonly startedAt: string;
  readonly lead: string;
  readonly people: Readonly<Record<string, Person>>;
  readonly need?: Need;
  readonly money?: Money;
  readonly rubric?: RubricState;
  readonly options: Readonly<Record<string, OptionState>>;
  readonly waivers: readonly (Noted & { readonly baseline: string })[];
  readonly openedAt?: string;
  readonly priceKnownTo?: MaybeHidden<string>;
  readonly gates: Readonly<Record<string, Readonly<Record<string, GateState>>>>;
  /** By criterion, then option, then assessor. */
  readonly marks: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, MarkState>>>>>>;
  readonly markingClosed?: Noted & { readonly missing: readonly string[] };
  /** By criterion, then option. */
  readonly consensus: Readonly<Record<string, Readonly<Record<string, ConsensusState>>>>;
  readonly qualitySealedAt?: string;
  readonly priceOpenedAt?: string;
  readonly costs: Readonly<Record<string, CostsState>>;
  readonly dissents: readonly {
    readonly person: string;
    readonly text: MaybeHidden<string>;
    readonly at: string;
  }[];
  readonly outcome?: Outcome;
  readonly notifiedOn?: string;
  readonly listening?: Listening;
  readonly contributions: Readonly<Record<string, Contribution>>;
  /** Of a quick record, and kept as history when it was raised. */
  readonly quick?: QuickState;
  readonly timeline: readonly TimelineItem[];
};

export const emptyState = (decision: string): DecisionState => ({
  id: decision,
  seq: 0,
  purpose: 'appraisal',
  door: 'full',
  example: false,
  title: null,
  startedAt: '',
  lead: '',
  people: {},
  options: {},
  waivers: [],
  gates: {},
  marks: {},
  consensus: {},
  costs: {},
  dissents: [],
  contributions: {},
  timeline: [],
});
