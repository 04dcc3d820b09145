import { DomainError } from '../../core/errors.ts';
import { hasRole } from '../../core/decision/model/guards.ts';
import { actOnIdea } from '../idea-act.ts';
import { ideaIn } from '../idea-form.ts';
import type { IdeaPage } from '../idea-page.ts';

/** The form again, for its author, until the idea is answered. What stood before stays on record. */
export const ideaChangePage: IdeaPage = {
  slug: 'change',
  template: 'pages/idea-change',
  title: 'Change the idea',
  build: ({ state, viewer }) => {
    if (!viewer || !hasRole(viewer, 'lead'))
      throw new DomainError('not-allowed', 'Only its author can change an idea. You can add to it instead.');
    const { idea } = state;
    return {
      isAnswered: idea?.answer !== undefined,
      before: {
        ...{ problem: idea?.problem ?? '', whoHasIt: idea?.whoHasIt ?? '', staffSaid: idea?.staffSaid ?? '' },
        ...{ alreadyOwned: idea?.alreadyOwned ?? '', couldBeDone: idea?.couldBeDone ?? '' },
        ...{ smallestStep: idea?.smallestStep ?? '', askedOf: idea?.askedOf ?? '' },
        ...{ askedFor: idea?.askedFor ?? '', answerBy: idea?.answerBy ?? '' },
        open: idea?.open === false ? 'no' : 'yes',
      },
    };
  },
  submit: {
    'state-idea': async (form, view, context) => {
      await actOnIdea(view, context, form, 'state-idea', ideaIn(form), 'Saved.');
      return `/ideas/${view.state.id}`;
    },
  },
};
