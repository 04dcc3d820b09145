import {
  hasRole,
  hasSealed,
  isDecided,
  isInterestClear,
  liveOptions,
  scoredCriteria,
} from '../../core/decision/model/guards.ts';
import type { ScoredCriterion } from '../../core/rubric/rubric.ts';
import { loadDraftedCriteria } from '../../usecases/mark-drafts.ts';
import type { DecisionView } from '../../usecases/read-decision.ts';
import type { DecisionPage } from '../page.ts';

/** The criteria this person marks: a trial user only those the trial can answer. */
export const criteriaToMark = ({ state, viewer }: DecisionView): readonly ScoredCriterion[] => {
  const rubric = state.rubric?.rubric;
  const all = rubric ? scoredCriteria(rubric) : [];
  return hasRole(viewer, 'panel')
    ? all
    : hasRole(viewer, 'frontline')
      ? all.filter((one) => one.frontlineCanAnswer)
      : [];
};

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
