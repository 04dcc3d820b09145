import { isDecided } from '../../core/decision/model/guards.ts';
import { namedIn } from '../../core/decision/named-in.ts';
import { buildSharedDecision } from '../../usecases/shared-decision.ts';
import { outcomeWords } from './elsewhere.ts';
import type { DecisionPage } from '../page.ts';

/** What would leave the house, to read before it does, and the file. */
export const sharePage: DecisionPage = {
  slug: 'share',
  doors: ['full', 'quick'],
  template: 'pages/share',
  title: 'Share with other organisations',
  build: (view) => {
    const { state } = view;
    if (!isDecided(state)) return { shared: null };
    const shared = buildSharedDecision(view, { contact: '', why: '' });
    return {
      shared: {
        ...{ title: shared.title, need: shared.need, outcome: outcomeWords(shared), counts: shared.counts },
        why: shared.outcome.why ?? '',
        whyNames: namedIn(state, state.outcome?.shareableWhy ?? '').join(', '),
        verifyCode: shared.verifyCode,
        hasRubric: shared.rubric !== null,
        criteria: shared.criteria,
      },
      fileHref: `/decisions/${state.id}/share/file`,
    };
  },
};
