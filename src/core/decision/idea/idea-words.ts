import type { DecisionState } from '../model/state.ts';

/** What the record says of an idea without anybody writing it down: who shares it, and whether its day has passed. */

/** How many different teams said that they have it, too. */
export const countTeams = (state: DecisionState): number =>
  new Set(Object.values(state.contributions).flatMap(({ teamNumber }) => teamNumber ?? [])).size;

/** Asked for by a day that has gone, and no answer. `today` is a calendar day. */
export const isOverdue = ({ idea }: DecisionState, today: string): boolean =>
  idea !== undefined && idea.answer === undefined && idea.answerBy < today;

/** Said with nothing more: the button is enough. */
export const SAME_HERE = 'We have this, too.';
