import type { DecisionState } from '../model/state.ts';

/** Two spellings of one team are one. */
const teamKey = (team: string): string => team.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();

/**
 * A number for the team of somebody who has the problem of an idea, too: the one this team has already, or the next.
 * A number is no name, so how many teams have it can be counted where their names are withheld or erased.
 */
export const teamNumberFor = (state: DecisionState, team: string): number => {
  const before = Object.values(state.contributions).filter((one) => one.teamNumber !== undefined);
  const known = before.find((one) => one.team !== null && teamKey(one.team) === teamKey(team));
  return known?.teamNumber ?? Math.max(0, ...before.map((one) => one.teamNumber ?? 0)) + 1;
};
