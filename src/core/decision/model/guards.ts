import { DomainError } from '../../errors.ts';
import type { Rubric, ScoredCriterion, Criterion } from '../../rubric/rubric.ts';
import type { ActContext } from './act.ts';
import type { Role } from './roles.ts';
import type { DecisionState, OptionState, Person } from './state.ts';

/** Conditions that several acts share. Each throws the refusal a person can act on. */

/** What a map of the state holds under an id that somebody sent. Own keys only: an id may read 'constructor'. */
export const held = <T>(map: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(map, id) ? map[id] : undefined;

export const participantOf = (state: DecisionState, context: ActContext): Person => {
  const { actor } = context;
  const person = actor.kind === 'participant' ? held(state.people, actor.participant) : undefined;
  if (!person || person.left) {
    throw new DomainError('not-allowed', 'Only somebody named on this decision can do this.');
  }
  return person;
};

export const hasRole = (person: Person, role: Role): boolean => person.roles.includes(role);

export const assertNeedLocked = (state: DecisionState, what: string): void => {
  if (!state.need?.lockedAt) {
    throw new DomainError(
      'need-not-locked',
      `${what} comes after the need. State the problem, who is affected and the measure of success, then lock the need.`,
    );
  }
};

export const assertRubricLocked = (state: DecisionState, what: string): Rubric => {
  if (!state.rubric?.lockedAt || !state.rubric.rubric) {
    throw new DomainError(
      'rubric-not-locked',
      `${what} comes after the rubric is locked. Lock the rubric first.`,
    );
  }
  return state.rubric.rubric;
};

export const assertOpened = (state: DecisionState, what: string): void => {
  if (!state.openedAt) {
    throw new DomainError(
      'too-early',
      `${what} can start when the lead has opened the ${optionsWord(state)}.`,
    );
  }
};

export const assertNotOpened = (state: DecisionState, what: string): void => {
  if (state.openedAt) {
    throw new DomainError(
      'rubric-frozen',
      `${what} cannot change: the ${optionsWord(state)} were opened on ${dayOf(state.openedAt)}.`,
    );
  }
};

export const assertQualityOpen = (state: DecisionState, what: string): void => {
  if (state.qualitySealedAt) {
    throw new DomainError(
      'too-late',
      `${what} cannot change: quality was sealed on ${dayOf(state.qualitySealedAt)}, before prices were opened.`,
    );
  }
};

export const isDecided = (state: DecisionState): boolean =>
  state.outcome?.status === 'approved' ||
  state.outcome?.status === 'declined' ||
  state.idea?.answer !== undefined;

export const assertUndecided = (state: DecisionState): void => {
  const answer = state.idea?.answer;
  if (answer) {
    throw new DomainError(
      'too-late',
      `This idea was answered on ${dayOf(answer.answeredAt)}. Take it up again first, with a reason.`,
    );
  }
  if (isDecided(state)) {
    throw new DomainError(
      'too-late',
      `This decision was ${state.outcome?.status} on ${dayOf(state.outcome?.answeredAt ?? '')}. It can no longer change.`,
    );
  }
};

export const liveOption = (state: DecisionState, id: string): OptionState => {
  const option = held(state.options, id);
  if (!option || option.withdrawn) {
    throw new DomainError('not-found', `There is no option '${id}' on this decision.`, { option: id });
  }
  return option;
};

/** Interests come first: the lead's before anybody's, and a declared one is judged before its owner goes on. */
export const assertInterestsClear = (person: Person): void => {
  if (!person.interest) {
    throw new DomainError(
      'interests-needed',
      'Say first whether you, or someone close to you, have a link with a supplier.',
    );
  }
  if (person.interest.hasInterest && person.interest.outcome !== 'may-take-part') {
    throw new DomainError(
      'interests-needed',
      person.interest.outcome === 'stands-aside'
        ? 'You stand aside from this decision because of the interest you declared.'
        : 'You declared an interest. Somebody else has to record how it is managed before you go on.',
    );
  }
};

export const isInterestClear = (person: Person): boolean =>
  person.interest !== undefined &&
  (!person.interest.hasInterest || person.interest.outcome === 'may-take-part');

export const activePeople = (state: DecisionState, role: Role): readonly Person[] =>
  Object.values(state.people).filter((person) => !person.left && person.roles.includes(role));

/** Those who are to mark: panel members still on the panel who do not stand aside. */
export const assessorsOf = (state: DecisionState): readonly Person[] =>
  activePeople(state, 'panel').filter((person) => person.interest?.outcome !== 'stands-aside');

export const liveOptions = (state: DecisionState): readonly OptionState[] =>
  Object.values(state.options).filter((option) => !option.withdrawn);

const walk = (criteria: readonly Criterion[]): readonly Criterion[] =>
  criteria.flatMap((criterion) =>
    criterion.kind === 'group' ? [criterion, ...walk(criterion.children)] : [criterion],
  );

export const allCriteria = (rubric: Rubric): readonly Criterion[] => walk(rubric.criteria);

export const scoredCriteria = (rubric: Rubric): readonly ScoredCriterion[] =>
  allCriteria(rubric).filter((criterion) => criterion.kind === 'scored');

export const hasPrice = (rubric: Rubric): boolean =>
  rubric.criteria.some((criterion) => criterion.kind === 'price');

/**
 * True when every assessor of the criterion has sealed, or the lead closed marking with a reason. What was revealed
 * when quality was sealed stays so, whoever's interest is judged anew.
 */
export const isRevealed = (state: DecisionState, criterion: string): boolean => {
  if (state.markingClosed || state.qualitySealedAt) return true;
  const assessors = assessorsOf(state);
  return assessors.length > 0 && assessors.every((person) => hasSealed(state, criterion, person.id));
};

export const hasSealed = (state: DecisionState, criterion: string, assessor: string): boolean =>
  Object.values(state.marks[criterion] ?? {}).some((byAssessor) => assessor in byAssessor);

export const optionsWord = (state: DecisionState): string => (state.purpose === 'award' ? 'bids' : 'options');

/** The calendar day of an instant, in UTC. */
export const dayOf = (iso: string): string => iso.slice(0, 10);
