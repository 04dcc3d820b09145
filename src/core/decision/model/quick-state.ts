import type { OptionKind } from '../../scoring/case.ts';
import type { MaybeHidden } from './maybe-hidden.ts';

export type GateAnswer = 'met' | 'notMet' | 'notApplicable' | 'later';

/** What a quick record holds beside the need, the interests and the choice that it shares with every decision. */
export type QuickOption = {
  readonly id: string;
  readonly kind: OptionKind;
  readonly title: MaybeHidden<string>;
  readonly supplier: MaybeHidden<string>;
  readonly note: MaybeHidden<string>;
  /** Null where the reader may not see it; otherwise what was written down, each part null when it was left out. */
  readonly price: MaybeHidden<QuickPrice>;
};

export type QuickPrice = {
  /** How long the price is for. */
  readonly termMonths: number | null;
  /** All that is paid over the term. */
  readonly wholeTermPence: number | null;
  /** What it costs to leave at the end: data out, running both, training again. */
  readonly leavingPence: number | null;
};

export type QuickCriterion = {
  readonly id: string;
  readonly title: MaybeHidden<string>;
  readonly reason: MaybeHidden<string>;
  /** By option, on the scale of quick records; null where the reader may not see them. */
  readonly marks: MaybeHidden<Readonly<Record<string, number>>>;
};

export type QuickGate = {
  readonly id: string;
  readonly title: MaybeHidden<string>;
  readonly answer: GateAnswer;
  readonly evidence: MaybeHidden<string>;
  readonly by: string | null;
  readonly owner: MaybeHidden<string>;
};

export type LaterAnswer = {
  readonly wouldBuyLater: 'yes' | 'no' | 'unsure';
  readonly because: MaybeHidden<string>;
  readonly carryOver: 'asked' | 'agreed' | 'refused' | 'not-asked';
  readonly carryOverNote: MaybeHidden<string>;
  readonly roughPence: MaybeHidden<number>;
  readonly at: string;
};

export type QuickAsked = { readonly id: string; readonly answer: MaybeHidden<string> };

export type QuickState = {
  readonly said: readonly { readonly words: MaybeHidden<string>; readonly who: MaybeHidden<string> }[];
  readonly owned: MaybeHidden<string>;
  readonly foundAt?: string;
  readonly later?: LaterAnswer;
  readonly options: readonly QuickOption[];
  readonly listedAt?: string;
  readonly criteria: readonly QuickCriterion[];
  readonly discussedAt?: string;
  readonly gates: readonly QuickGate[];
  /** What was asked when the choice was recorded, and what was answered. */
  readonly asked: readonly QuickAsked[];
  readonly singleQuoteReason: MaybeHidden<string>;
  /** The organisation's limit on that day; null when it had set none. */
  readonly limitPence: number | null;
  readonly chosenBy: string | null;
  readonly reopened: readonly { readonly at: string; readonly reason: MaybeHidden<string> }[];
  /** When the record became a full decision. */
  readonly raised?: {
    readonly at: string;
    readonly by: string;
    readonly reason: MaybeHidden<string>;
    readonly choseBefore: string | null;
  };
};

export const emptyQuick: QuickState = {
  said: [],
  owned: null,
  options: [],
  criteria: [],
  gates: [],
  asked: [],
  singleQuoteReason: null,
  limitPence: null,
  chosenBy: null,
  reopened: [],
};
