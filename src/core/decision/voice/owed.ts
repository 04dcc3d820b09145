import type { Contribution } from '../model/contribution.ts';
import type { DecisionState } from '../model/state.ts';

/** Answered means a fate and a reply stand; a set-aside needs its second person. */
export const isAnswered = (contribution: Contribution): boolean =>
  contribution.fate !== undefined && !contribution.awaitsSecondPerson;

/** Contributions received by the stated cut-off that are still owed a fate and a reply. */
export const contributionsOwed = (state: DecisionState): readonly Contribution[] =>
  Object.values(state.contributions).filter((one) => !one.late && !isAnswered(one));

/**
 * From when the contributor can read fate and reply: at once for what was said before the rubric was locked;
 * otherwise when the award is notified (an award) or the decision is final (an appraisal, or an award that was
 * declined, of which bidders are told nothing more here).
 */
export const isReplyReleased = (state: DecisionState, contribution: Contribution): boolean => {
  if (!isAnswered(contribution)) return false;
  if (contribution.stage === 'before-lock') return true;
  if (state.outcome?.status === 'declined') return true;
  return state.purpose === 'award' ? state.notifiedOn !== undefined : state.outcome?.status === 'approved';
};
