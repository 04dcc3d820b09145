import type { MaybeHidden } from './maybe-hidden.ts';

export const CONTRIBUTION_KINDS_BEFORE = ['need', 'worry', 'idea', 'matters-most'] as const;
export const CONTRIBUTION_KINDS_AFTER = ['question', 'requirement'] as const;
/** What is added to an idea. */
export const CONTRIBUTION_KINDS_IDEA = ['same-here', 'fact', 'worry'] as const;
export type ContributionKind =
  | (typeof CONTRIBUTION_KINDS_BEFORE)[number]
  | (typeof CONTRIBUTION_KINDS_AFTER)[number]
  | (typeof CONTRIBUTION_KINDS_IDEA)[number];

export const FATES = [
  'changed-rubric',
  'changed-need',
  'contract-requirement',
  'trial-evidence',
  'considered-not-used',
  'out-of-scope',
  'passed-on',
  'set-aside',
] as const;
/** 'with-idea' is recorded by the answer of an idea alone: it answers what was added to it. */
export type Fate = (typeof FATES)[number] | 'with-idea';

export type Contribution = {
  readonly id: string;
  readonly seq: number;
  readonly kind: ContributionKind;
  readonly stage: 'before-lock' | 'after-lock';
  /** 'page': by somebody signed in, on the page of an idea that everybody here may read. */
  readonly via: 'personal' | 'poster' | 'paper' | 'page';
  readonly hasSupplierLink: boolean;
  readonly late: boolean;
  readonly receivedAt: string;
  readonly text: MaybeHidden<string>;
  readonly textErased: boolean;
  readonly name: MaybeHidden<string>;
  readonly role: MaybeHidden<string>;
  readonly team: MaybeHidden<string>;
  readonly wantsCredit: boolean;
  /** Of those who have the problem of an idea, too: which team, as a number that says nothing more. */
  readonly teamNumber?: number;
  /** Who typed a paper slip in. */
  readonly helper: string | null;
  readonly fate?: Fate;
  readonly reply?: MaybeHidden<string>;
  readonly answeredAt?: string;
  /** A set-aside counts as an answer only when a second person agreed. */
  readonly awaitsSecondPerson: boolean;
};

export type Listening = {
  readonly openedAt: string;
  readonly cutOff: string;
  readonly laterOwner: MaybeHidden<string>;
  readonly question: MaybeHidden<string>;
};
