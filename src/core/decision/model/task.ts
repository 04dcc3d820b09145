/** One step of a decision as one person sees it. */
export type TaskStatus = 'done' | 'to-do' | 'in-progress' | 'waiting' | 'cannot-start';

export type Task = {
  /** The page under the decision that does it. */
  readonly slug: string;
  readonly title: string;
  readonly status: TaskStatus;
  /** One short sentence: how far, or what comes first. */
  readonly hint: string;
  /** True when it is this person's turn. */
  readonly yours: boolean;
};
