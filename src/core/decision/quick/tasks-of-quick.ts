import type { DecisionState, Person } from '../model/state.ts';
import type { Task, TaskStatus } from '../model/task.ts';
import { contributionsOwed } from '../voice/owed.ts';
import { quickOf } from './quick-of.ts';

type Step = readonly [
  slug: string,
  title: string,
  status: (state: DecisionState) => readonly [TaskStatus, string],
];

/** The steps of a quick record, in the order in which its pages lead through them. */
const STEPS: readonly Step[] = [
  ['need', 'Say what is needed', ({ need }) => (need ? ['done', 'Stated'] : ['to-do', 'Not stated yet'])],
  [
    'heard',
    'Say what users said and what we own',
    (state) => (quickOf(state).foundAt ? ['done', 'Noted'] : ['to-do', 'Not noted yet']),
  ],
  [
    'quotes',
    'List the quotes and doing nothing',
    (state) => {
      const n = quickOf(state).options.length;
      return n > 0 ? ['done', `${n} side by side`] : ['to-do', 'None listed yet'];
    },
  ],
  [
    'weigh',
    'Talk through up to five criteria',
    (state) => {
      const n = quickOf(state).criteria.length;
      if (quickOf(state).options.length === 0) return ['cannot-start', 'List the options first'];
      return n > 0 ? ['done', `${n} discussed`] : ['to-do', 'None discussed yet'];
    },
  ],
  [
    'choose',
    'Choose, and say why',
    (state) => {
      if (state.outcome?.status === 'approved') return ['done', 'Recorded'];
      return quickOf(state).options.length === 0
        ? ['cannot-start', 'List the options first']
        : ['to-do', state.outcome ? 'Being looked at again' : 'Not recorded yet'];
    },
  ],
  [
    'listening',
    'Answer what staff said',
    (state) => {
      const owed = contributionsOwed(state).length;
      return owed === 0 ? ['done', 'Nothing is owed a reply'] : ['to-do', `${owed} owed a reply`];
    },
  ],
];

export const tasksOfQuick = (state: DecisionState, person: Person): readonly Task[] =>
  STEPS.map(([slug, title, statusOf]) => {
    const [status, hint] = statusOf(state);
    const isOver = state.outcome?.status === 'approved' && slug !== 'listening';
    return {
      slug,
      title,
      status,
      hint,
      yours: status === 'to-do' && !isOver && person.roles.includes('lead'),
    };
  });
