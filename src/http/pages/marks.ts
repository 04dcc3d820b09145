import {
  hasRole,
  hasSealed,
  isDecided,
  isInterestClear,
  liveOptions,
} from '../../core/decision/model/guards.ts';
import { criteriaToMark } from '../../usecases/criteria-to-mark.ts';
import { loadDraftedCriteria } from '../../usecases/mark-drafts.ts';
import type { DecisionPage } from '../page.ts';

/** My marks: one criterion at a time, across all options, because that is fairer than option by option. */
export const marksPage: DecisionPage = {
  slug: 'marks',
  template: 'pages/marks',
  title: 'Your marks',
  build: async (view, { services }) => {
    const { state, viewer } = view;
    const criteria = criteriaToMark(view);
    const drafted = await loadDraftedCriteria(services, { decision: state.id, participant: viewer.id });
    const isClosed =
      state.markingClosed !== undefined || state.qualitySealedAt !== undefined || isDecided(state);
    const sealed = criteria.filter((one) => hasSealed(state, one.id, viewer.id)).length;
    return {
      marks: hasRole(viewer, 'panel') || hasRole(viewer, 'frontline'),
      isOpen: state.openedAt !== undefined,
      isClear: isInterestClear(viewer),
      isClosed,
      optionCount: liveOptions(state).length,
      sealed,
      total: criteria.length,
      sheetHref: !isClosed && sealed < criteria.length ? `/decisions/${state.id}/marking-sheet` : '',
      items: criteria.map((criterion) => ({
        heading: criterion.title,
        href: `/decisions/${state.id}/marks/${criterion.id}`,
        hint: criterion.question ?? '',
        status: hasSealed(state, criterion.id, viewer.id)
          ? 'Sealed'
          : isClosed
            ? 'Not marked'
            : {
                tag: drafted.includes(criterion.id)
                  ? { text: 'Draft saved', colour: 'aqua-green' }
                  : { text: 'To do', colour: 'blue' },
              },
      })),
    };
  },
};
