import { hasRole } from '../../core/decision/model/guards.ts';
import { actFromForm } from '../act-form.ts';
import type { DecisionPage } from '../page.ts';
import { field } from '../page.ts';
import { hidden } from '../words.ts';

export const dissentPage: DecisionPage = {
  slug: 'dissent',
  template: 'pages/dissent',
  title: 'A different view',
  build: ({ state, viewer }) => ({
    mayFile:
      hasRole(viewer, 'panel') &&
      state.openedAt !== undefined &&
      state.outcome?.status !== 'approved' &&
      state.outcome?.status !== 'declined',
    notes: state.dissents.map((one) => ({
      who: hidden(state.people[one.person]?.name, 'A panel member'),
      body: hidden(one.text, 'Its words are shown when all marks are open.'),
      at: one.at,
    })),
  }),
  submit: {
    'file-dissent': async (form, view, context) => {
      await actFromForm(
        view,
        context,
        form,
        'file-dissent',
        { text: field(form, 'text') },
        'On record. It is printed as you wrote it.',
      );
    },
  },
};
