/**
 * A question about a rubric. It says what was observed and the usual good reason for it, and asks; it never changes
 * whether the rubric can be used. `look-again` wants a second look, `explain` a written answer, `info` neither.
 */
export type Lint = {
  readonly id: string;
  readonly level: 'info' | 'look-again' | 'explain';
  /** JSON pointer to the criterion, or to the list, that it is about. */
  readonly path: string;
  readonly observation: string;
  readonly usualReason: string;
  readonly question: string;
  readonly nextStep: string;
};
