import type { SectionType } from './model/act.ts';
import { isInterestClear, isRevealed, scoredCriteria } from './model/guards.ts';
import type { Role } from './model/roles.ts';
import type { DecisionState, Person } from './model/state.ts';

/**
 * Who may see which section, and from when. Every page, API answer, export and PDF is folded from sections that
 * passed this one question, so what is sealed from a reader never reaches code that could print it.
 *
 * `state` is the whole state (nothing hidden), `facts` the facts of the entry the section belongs to.
 */
export type SectionAt = {
  readonly actor: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly type: SectionType;
};

export const canSee = (viewer: Person, state: DecisionState, at: SectionAt): boolean => {
  const has = (...roles: readonly Role[]): boolean => roles.some((role) => viewer.roles.includes(role));
  const owns = at.actor === viewer.id;
  switch (at.type) {
    case 'facts':
    case 'text':
    case 'name':
    case 'rubric':
      return true;
    case 'bid':
      // What is on offer waits until the reader has declared; the lead and auditor handle it before.
      return has('lead', 'auditor') || isInterestClear(viewer);
    case 'mark':
    case 'reason':
      // Of a quick record whoever is on it reads everything; once it is raised, its marks wait like all others.
      return (
        owns ||
        (state.door === 'quick' && !isFrontlineOnly(viewer)) ||
        (mayReadMarks(viewer, state) && isInterestClear(viewer) && isRevealedAt(state, at))
      );
    case 'consensus':
      return mayReadMarks(viewer, state) && isInterestClear(viewer);
    case 'price':
      return (
        has('commercial') ||
        (state.quick !== undefined && owns) ||
        (state.door === 'quick' && !isFrontlineOnly(viewer)) ||
        (state.priceOpenedAt !== undefined &&
          !isFrontlineOnly(viewer) &&
          (has('lead', 'auditor') || isInterestClear(viewer)))
      );
    case 'money':
      return has('lead', 'commercial', 'approver', 'auditor') && !mayStillMark(viewer, state)
        ? true
        : state.priceOpenedAt !== undefined && !isFrontlineOnly(viewer);
    case 'interest':
      return owns || has('lead', 'approver', 'auditor');
    case 'voice':
    case 'contributor':
      return owns || !isFrontlineOnly(viewer);
    case 'dissent':
      // A different view may tell its author's marks, so until all marks are open its words are its author's alone.
      return (
        owns ||
        (has('lead', 'panel', 'approver', 'auditor') &&
          mayReadMarks(viewer, state) &&
          isInterestClear(viewer) &&
          isAllRevealed(state))
      );
    case 'receipt':
      return false;
  }
};

const isFrontlineOnly = (viewer: Person): boolean => viewer.roles.every((role) => role === 'frontline');

const isMarker = (viewer: Person): boolean =>
  viewer.roles.includes('panel') || viewer.roles.includes('frontline');

/** Somebody who marks does not see money before prices are open, whatever else they are. The lead records it. */
const mayStillMark = (viewer: Person, state: DecisionState): boolean =>
  isMarker(viewer) && viewer.id !== state.lead;

/** Criteria are revealed when the panel has sealed. A trial user with a second role may still mark then. */
const mayReadMarks = (viewer: Person, state: DecisionState): boolean =>
  viewer.roles.includes('frontline') ? !isFrontlineOnly(viewer) && isMarkingOver(state) : true;

const isMarkingOver = (state: DecisionState): boolean =>
  state.qualitySealedAt !== undefined || state.markingClosed !== undefined;

const isRevealedAt = (state: DecisionState, at: SectionAt): boolean => {
  const criterion = at.facts['criterion'];
  return typeof criterion === 'string' ? isRevealed(state, criterion) : isAllRevealed(state);
};

const isAllRevealed = (state: DecisionState): boolean => {
  const rubric = state.rubric?.rubric;
  return (
    rubric !== undefined && rubric !== null && scoredCriteria(rubric).every(({ id }) => isRevealed(state, id))
  );
};
