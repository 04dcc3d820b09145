import { missingGates } from './marking/missing-gates.ts';
import { missingQuality } from './marking/seal-quality.ts';
import {
  assessorsOf,
  hasPrice,
  hasSealed,
  isInterestClear,
  isRevealed,
  liveOptions,
  optionsWord,
  scoredCriteria,
} from './model/guards.ts';
import type { Rubric } from '../rubric/rubric.ts';
import type { Role } from './model/roles.ts';
import { tasksOfQuick } from './quick/tasks-of-quick.ts';
import type { DecisionState, Person } from './model/state.ts';
import type { Task, TaskStatus } from './model/task.ts';
import { contributionsOwed, isAnswered } from './voice/owed.ts';

/**
 * The steps of a decision as one person sees them: what is done, what waits for them, what cannot start yet and
 * why. The decision page and the home page read this list; it allows and forbids nothing (decide does).
 */
type Step = {
  readonly slug: string;
  readonly title: (state: DecisionState) => string;
  readonly roles: readonly Role[];
  readonly status: (state: DecisionState, person: Person) => readonly [TaskStatus, string];
};

const progress = (done: number, all: number, word: string): readonly [TaskStatus, string] => [
  done === all ? 'done' : done === 0 ? 'to-do' : 'in-progress',
  `${done} of ${all} ${word}`,
];

const isMarker = (person: Person): boolean =>
  person.roles.includes('panel') || person.roles.includes('frontline');

/** For somebody who does not mark: how many of the panel have sealed everything. */
const panelProgress = (state: DecisionState, rubric: Rubric): readonly [TaskStatus, string] => {
  const assessors = assessorsOf(state);
  const criteria = scoredCriteria(rubric);
  const ready = assessors.filter((one) =>
    criteria.every((criterion) => hasSealed(state, criterion.id, one.id)),
  );
  const isOver =
    ready.length === assessors.length ||
    state.markingClosed !== undefined ||
    state.qualitySealedAt !== undefined;
  return [isOver ? 'done' : 'waiting', `${ready.length} of ${assessors.length} have sealed everything`];
};

const STEPS: readonly Step[] = [
  {
    slug: 'need',
    title: () => 'State and lock the need',
    roles: ['lead'],
    status: ({ need }) =>
      need?.lockedAt
        ? ['done', 'Locked']
        : need
          ? ['in-progress', 'Stated, not locked yet']
          : ['to-do', 'Not stated yet'],
  },
  {
    slug: 'listening',
    title: () => 'Hear frontline staff',
    roles: ['lead'],
    status: (state) => {
      const all = Object.values(state.contributions);
      if (!state.listening) return ['to-do', 'Not listening yet'];
      if (all.length === 0) return ['in-progress', 'Listening; nothing received yet'];
      const owed = contributionsOwed(state).length;
      return [
        owed === 0 ? 'done' : 'in-progress',
        `${all.filter(isAnswered).length} of ${all.length} answered`,
      ];
    },
  },
  {
    slug: 'interests',
    title: () => 'Declare interests',
    roles: ['lead', 'commercial', 'panel', 'frontline', 'approver', 'auditor'],
    status: (state, person) => {
      if (person.interest)
        return [
          isInterestClear(person) ? 'done' : 'waiting',
          isInterestClear(person) ? 'Declared' : 'Declared; somebody else decides how it is managed',
        ];
      return person.id === state.lead || state.people[state.lead]?.interest
        ? ['to-do', 'Not declared yet']
        : ['cannot-start', 'The lead declares first'];
    },
  },
  {
    slug: 'rubric',
    title: () => 'Choose and lock the rubric',
    roles: ['lead'],
    status: ({ need, rubric }) => {
      if (rubric?.lockedAt) return ['done', `Locked, hash ${rubric.hash.slice(0, 12)}`];
      if (!need?.lockedAt) return ['cannot-start', 'Lock the need first'];
      return rubric ? ['in-progress', 'Chosen, not locked yet'] : ['to-do', 'Not chosen yet'];
    },
  },
  {
    slug: 'people',
    title: () => 'Name the panel and the other roles',
    roles: ['lead'],
    status: (state) => {
      const active = Object.values(state.people).filter((person) => !person.left);
      const missing = (['panel', 'commercial', 'approver'] as const).filter(
        (role) => !active.some((person) => person.roles.includes(role)),
      );
      if (missing.length === 0) return ['done', `${active.length} people named`];
      return [active.length > 1 ? 'in-progress' : 'to-do', `Still to name: ${missing.join(', ')}`];
    },
  },
  {
    slug: 'options',
    title: (state) =>
      state.purpose === 'award' ? 'Add the bids and open them' : 'Add the options and close the list',
    roles: ['lead'],
    status: (state) => {
      const count = liveOptions(state).length;
      if (state.openedAt) return ['done', `${count} ${optionsWord(state)} and comparisons, opened`];
      if (!state.need?.lockedAt) return ['cannot-start', 'Lock the need first'];
      return count > 0 ? ['in-progress', `${count} added, not opened yet`] : ['to-do', 'None added yet'];
    },
  },
  {
    slug: 'costs',
    title: () => 'Enter the costs',
    roles: ['commercial'],
    status: (state) => {
      const options = liveOptions(state);
      if (options.length === 0) return ['cannot-start', 'The lead adds options first'];
      return progress(
        options.filter((option) => state.costs[option.id]).length,
        options.length,
        'options costed',
      );
    },
  },
  {
    slug: 'gates',
    title: () => 'Answer the gates',
    roles: ['lead', 'panel'],
    status: (state) => {
      const rubric = state.rubric?.rubric;
      if (!state.openedAt || !rubric) return ['cannot-start', `When the ${optionsWord(state)} are opened`];
      const missing = missingGates(state, rubric).length;
      return missing === 0 ? ['done', 'All answered'] : ['in-progress', `${missing} still to answer`];
    },
  },
  {
    slug: 'marks',
    title: () => 'Mark, and seal your marks',
    roles: ['panel', 'frontline'],
    status: (state, person) => {
      const rubric = state.rubric?.rubric;
      if (!state.openedAt || !rubric) return ['cannot-start', `When the ${optionsWord(state)} are opened`];
      if (!isMarker(person)) return panelProgress(state, rubric);
      if (!isInterestClear(person)) return ['cannot-start', 'Declare interests first'];
      const criteria = scoredCriteria(rubric).filter(
        (criterion) => person.roles.includes('panel') || criterion.frontlineCanAnswer === true,
      );
      const sealed = criteria.filter((criterion) => hasSealed(state, criterion.id, person.id)).length;
      if (sealed < criteria.length && (state.markingClosed || state.qualitySealedAt))
        return ['done', `${sealed} of ${criteria.length} sealed; marking is closed`];
      return progress(sealed, criteria.length, 'criteria sealed');
    },
  },
  {
    slug: 'differences',
    title: () => 'See differences, agree, and seal quality',
    roles: ['lead'],
    status: (state) => {
      const rubric = state.rubric?.rubric;
      if (state.qualitySealedAt) return ['done', 'Quality sealed'];
      if (!state.openedAt || !rubric) return ['cannot-start', 'After marking'];
      const criteria = scoredCriteria(rubric);
      const revealed = criteria.filter((criterion) => isRevealed(state, criterion.id)).length;
      if (revealed < criteria.length)
        return [
          'waiting',
          `${revealed} of ${criteria.length} criteria sealed by all ${assessorsOf(state).length}`,
        ];
      const missing = missingQuality(state, rubric).length;
      return missing === 0 ? ['to-do', 'Ready to seal'] : ['in-progress', `${missing} things missing`];
    },
  },
  {
    slug: 'result',
    title: () => 'Open prices and see the result',
    roles: ['lead', 'commercial'],
    status: (state) => {
      if (!state.qualitySealedAt) return ['cannot-start', 'After quality is sealed'];
      if (state.priceOpenedAt || (state.rubric?.rubric && !hasPrice(state.rubric.rubric)))
        return ['done', 'Result is there'];
      return ['to-do', 'Prices are still sealed'];
    },
  },
  {
    slug: 'outcome',
    title: () => 'Record the recommendation',
    roles: ['lead'],
    status: (state) => {
      const rubric = state.rubric?.rubric;
      const { outcome } = state;
      if (outcome && outcome.status !== 'returned')
        return ['done', outcome.status === 'waiting' ? 'With the approver' : `Decision ${outcome.status}`];
      if (!state.qualitySealedAt || (rubric && hasPrice(rubric) && !state.priceOpenedAt))
        return ['cannot-start', 'After the result'];
      return outcome ? ['to-do', 'Returned by the approver'] : ['to-do', 'Not recorded yet'];
    },
  },
  {
    slug: 'approval',
    title: () => 'Approve, return or decline',
    roles: ['approver'],
    status: ({ outcome }) => {
      if (!outcome || outcome.status === 'returned')
        return ['cannot-start', 'When the lead has recorded a recommendation'];
      return outcome.status === 'waiting'
        ? ['to-do', `Asked for by ${outcome.decideBy}`]
        : ['done', `Decision ${outcome.status}`];
    },
  },
];

export const tasksFor = (state: DecisionState, person: Person): readonly Task[] => {
  if (state.door === 'quick') return tasksOfQuick(state, person);
  // An idea has no steps: it has a day and an answer.
  if (state.door === 'idea') return [];
  return STEPS.map((step) => {
    const [status, hint] = step.status(state, person);
    const involved = step.roles.some((role) => person.roles.includes(role));
    const yours = involved && (status === 'to-do' || status === 'in-progress');
    return { slug: step.slug, title: step.title(state), status, hint, yours };
  });
};
