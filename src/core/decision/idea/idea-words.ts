import type { Contribution, DecisionState } from '../model/state.ts';

/** What the record says of an idea without anybody writing it down: who shares it, and whether its day has passed. */

/** Two spellings of one team count once. */
const teamKey = (team: string): string => team.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** How many different teams said that they have it, too. Takes a state in which teams are not hidden. */
export const countTeams = (state: DecisionState): number =>
  new Set(
    Object.values(state.contributions).flatMap(({ kind, team }) =>
      kind === 'same-here' && team !== null ? [teamKey(team)] : [],
    ),
  ).size;

export const additionsOf = (state: DecisionState): readonly Contribution[] =>
  Object.values(state.contributions);

/** Asked for by a day that has gone, and no answer. `today` is a calendar day. */
export const isOverdue = ({ idea }: DecisionState, today: string): boolean =>
  idea !== undefined && idea.answer === undefined && idea.answerBy < today;

/** Said with nothing more: the button is enough. */
export const SAME_HERE = 'We have this, too.';
