/**
 * The door somebody came in by. One ledger, one set of acts; a door says how much of it is asked for.
 *
 * full: rubric, panel, sealed marks, approval. quick: a small purchase on one page by one or two people.
 * idea: a problem or an idea, with no rubric, panel or money. A quick record can be raised to a full decision.
 */
export const DOORS = ['full', 'quick', 'idea'] as const;
export type Door = (typeof DOORS)[number];
