/** What may come of an idea. Not now is an answer only with the day on which it is looked at again. */
export const IDEA_FATES = [
  'became-decision',
  'became-option',
  'step-agreed',
  'passed-on',
  'not-now',
  'no',
] as const;
export type IdeaFate = (typeof IDEA_FATES)[number];

/** Null where it is withheld from this reader or erased. */
type Hidden = string | null;

export type IdeaAnswer = {
  readonly fate: IdeaFate;
  readonly reply: Hidden;
  /** The decision it became, or became an option of. */
  readonly target: string | null;
  readonly lookAgainOn: string | null;
  readonly answeredAt: string;
  readonly answeredBy: string;
};

/** A problem or an idea: no rubric, no panel, no money. */
export type IdeaState = {
  readonly problem: Hidden;
  readonly whoHasIt: Hidden;
  /** Null where it was left out, withheld or erased; so are the next two. */
  readonly staffSaid: Hidden;
  readonly alreadyOwned: Hidden;
  readonly couldBeDone: Hidden;
  readonly smallestStep: Hidden;
  readonly askedOf: Hidden;
  readonly askedFor: Hidden;
  /** The last day on which an answer is asked for. */
  readonly answerBy: string;
  /** Everybody who is signed in here may read it; otherwise those on it and those with its link. */
  readonly open: boolean;
  readonly revision: number;
  readonly statedAt: string;
  readonly answer?: IdeaAnswer;
  readonly reopened: readonly { readonly at: string; readonly reason: Hidden }[];
};
