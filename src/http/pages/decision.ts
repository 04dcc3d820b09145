import { tasksFor } from '../../core/decision/tasks.ts';
import type { TaskStatus } from '../../core/decision/model/task.ts';
import { statusOf } from '../../usecases/list-decisions.ts';
import { DOORS } from '../../core/decision/model/door.ts';
import type { DecisionPage } from '../page.ts';
import { rolesInWords } from '../words.ts';

const STATUS: Readonly<Record<TaskStatus, { text: string; colour?: string }>> = {
  done: { text: 'Completed' },
  'to-do': { text: 'To do', colour: 'blue' },
  'in-progress': { text: 'In progress', colour: 'aqua-green' },
  waiting: { text: 'Waiting for others', colour: 'grey' },
  'cannot-start': { text: 'Cannot start yet', colour: 'grey' },
};

/** The home of one decision: every step, whose turn it is, and where to read and download. */
export const decisionPage: DecisionPage = {
  slug: '',
  doors: DOORS,
  template: 'pages/decision',
  title: 'Decision',
  build: ({ state, viewer }, { response }) => {
    if (state.door === 'idea') response.redirect(303, `/ideas/${state.id}`);
    if (state.door === 'quick') response.redirect(303, `/decisions/${state.id}/quick`);
    const base = `/decisions/${state.id}`;
    const tasks = tasksFor(state, viewer);
    return {
      title: state.title ?? 'Decision',
      purposeText:
        state.purpose === 'award' ? 'An award: which bid' : 'An appraisal: should we, and what kind of thing',
      statusText: statusOf(state),
      roles: rolesInWords(viewer.roles),
      tasks: tasks.map((task) => ({
        heading: task.title,
        href: task.status === 'cannot-start' ? undefined : `${base}/${task.slug}`,
        hint: task.hint,
        status:
          task.status === 'done'
            ? 'Completed'
            : { tag: task.yours ? { text: 'Your turn', colour: 'yellow' } : STATUS[task.status] },
      })),
      mine: tasks
        .filter((task) => task.yours)
        .map((task) => ({ text: task.title, href: `${base}/${task.slug}` })),
      links: [
        { text: 'The decision as a page', href: `${base}/report` },
        { text: 'Download and verify', href: `${base}/download` },
        ...(state.quick ? [{ text: 'The quick record that it was raised from', href: `${base}/quick` }] : []),
        { text: 'The record, act by act', href: `${base}/record` },
        { text: 'People and roles', href: `${base}/people` },
        { text: 'A different view', href: `${base}/dissent` },
      ],
    };
  },
};
