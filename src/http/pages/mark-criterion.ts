import { DomainError } from '../../core/errors.ts';
import {
  hasRole,
  hasSealed,
  isDecided,
  isInterestClear,
  liveOptions,
} from '../../core/decision/model/guards.ts';
import type { ScoredCriterion } from '../../core/rubric/rubric.ts';
import { describeScale, isAnchored, scaleOf } from '../../core/rubric/scale.ts';
import { loadDraft, removeDraft, saveDraft } from '../../usecases/mark-drafts.ts';
import type { CriterionDraft } from '../../usecases/mark-drafts.ts';
import type { DecisionView } from '../../usecases/read-decision.ts';
import { actFromForm } from '../act-form.ts';
import type { DecisionPage, Form, PageContext } from '../page.ts';
import { field } from '../page.ts';
import { hidden } from '../words.ts';
import { criteriaToMark } from '../../usecases/criteria-to-mark.ts';

/** One criterion across all options: the reason first, the number second; then seal. */
export const markCriterionPage: DecisionPage = {
  slug: 'marks/:criterion',
  template: 'pages/mark-criterion',
  title: 'Mark one criterion',
  build: async (view, context) => {
    const { state, viewer } = view;
    const criterion = criterionOf(view, context);
    if (!isInterestClear(viewer))
      throw new DomainError('interests-needed', 'Declare interests before you see what is on offer.');
    if (!state.openedAt)
      throw new DomainError('too-early', 'Marking starts when the lead has opened the options.');
    const rubric = state.rubric?.rubric;
    const scale = rubric ? scaleOf(rubric, criterion) : undefined;
    const draft = await loadDraft(context.services, authorOf(view), criterion.id);
    const sealed = hasSealed(state, criterion.id, viewer.id);
    return {
      title: criterion.title,
      crumbs: [
        { text: state.title ?? 'Decision', href: `/decisions/${state.id}` },
        { text: 'Your marks', href: `/decisions/${state.id}/marks` },
      ],
      criterion: {
        id: criterion.id,
        question: criterion.question ?? '',
        frontlineQuestion: criterion.frontlineQuestion ?? '',
      },
      scaleText: scale ? describeScale(scale) : '',
      levelRows:
        scale && isAnchored(scale)
          ? scale.map((one) => [String(one.score), one.evidence ?? one.label ?? ''])
          : [],
      isTrial: !hasRole(viewer, 'panel'),
      sealed,
      mayMark: !sealed && !state.markingClosed && !state.qualitySealedAt && !isDecided(state),
      mayChange: sealed && !state.qualitySealedAt && !isDecided(state),
      options: liveOptions(state).map((option) => {
        const mark = state.marks[criterion.id]?.[option.id]?.[viewer.id];
        return {
          id: option.id,
          title: hidden(option.title, option.id),
          supplier: option.supplier ?? '',
          summary: hidden(option.summary, ''),
          reason: mark?.reason ?? draft[option.id]?.reason ?? '',
          score: mark?.score ?? draft[option.id]?.score ?? '',
          firstScore: mark?.firstScore ?? '',
          changed: (mark?.changes.length ?? 0) > 0,
          items:
            scale && isAnchored(scale)
              ? scale.map((one) => ({ value: String(one.score), text: `${one.score}` }))
              : [],
        };
      }),
    };
  },
  submit: {
    'save-draft': async (form, view, context) => {
      const criterion = criterionOf(view, context);
      await saveDraft(context.services, authorOf(view), criterion.id, marksOf(form, view));
      context.request.session.flash = 'Draft saved. Only you can see it.';
      return `/decisions/${view.state.id}/marks/${criterion.id}`;
    },
    'seal-marks': async (form, view, context) => {
      const criterion = criterionOf(view, context);
      const marks = marksOf(form, view);
      await saveDraft(context.services, authorOf(view), criterion.id, marks);
      assertWhole(marks, view);
      const input = {
        criterion: criterion.id,
        marks,
        ...(hasRole(view.viewer, 'panel')
          ? {}
          : { triedEveryOption: field(form, 'triedEveryOption') === 'yes' }),
      };
      await actFromForm(view, context, form, 'seal-marks', input, `Sealed: ${criterion.title}.`);
      await removeDraft(context.services, authorOf(view), criterion.id);
      return `/decisions/${view.state.id}/marks`;
    },
    'change-mark': async (form, view, context) => {
      const criterion = criterionOf(view, context);
      const input = {
        criterion: criterion.id,
        option: field(form, 'option'),
        score: field(form, 'score'),
        reason: field(form, 'reason'),
        why: field(form, 'why'),
      };
      if (input.why === '') {
        throw new DomainError('reason-needed', 'Say why the mark changes.', {}, [
          { path: '/why', message: 'Say why the mark changes.' },
        ]);
      }
      await actFromForm(
        view,
        context,
        form,
        'change-mark',
        input,
        'Changed. The first mark stays on record.',
      );
    },
  },
};

const authorOf = ({ state, viewer }: DecisionView) => ({ decision: state.id, participant: viewer.id });

const criterionOf = (view: DecisionView, { request }: PageContext): ScoredCriterion => {
  const found = criteriaToMark(view).find((one) => one.id === request.params['criterion']);
  if (!found) throw new DomainError('not-found', 'There is no such criterion for you to mark.');
  return found;
};

const marksOf = (form: Form, { state }: DecisionView): CriterionDraft =>
  Object.fromEntries(
    liveOptions(state).map((option) => [
      option.id,
      { reason: field(form, `reason-${option.id}`), score: field(form, `score-${option.id}`) },
    ]),
  );

const assertWhole = (marks: CriterionDraft, { state }: DecisionView): void => {
  const faults = Object.entries(marks).flatMap(([option, mark]) => {
    const title = hidden(state.options[option]?.title, option);
    return [
      ...(mark.reason === '' ? [{ path: `/reason-${option}`, message: `Give a reason for ${title}.` }] : []),
      ...(mark.score === '' ? [{ path: `/score-${option}`, message: `Give a mark for ${title}.` }] : []),
    ];
  });
  if (faults.length > 0) {
    throw new DomainError(
      'incomplete',
      'Your draft is saved. To seal, give every option a reason and a mark.',
      {},
      faults,
    );
  }
};
