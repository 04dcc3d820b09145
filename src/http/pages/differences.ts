import {
  assessorsOf,
  hasRole,
  hasSealed,
  isDecided,
  isRevealed,
  liveOptions,
  scoredCriteria,
} from '../../core/decision/model/guards.ts';
import { missingQuality } from '../../core/decision/marking/seal-quality.ts';
import type { DecisionState } from '../../core/decision/model/state.ts';
import type { ScoredCriterion } from '../../core/rubric/rubric.ts';
import { actFromForm } from '../act-form.ts';
import type { DecisionPage } from '../page.ts';
import { field, optional } from '../page.ts';
import { hidden } from '../words.ts';

/** Where the sealed marks differ, widest first; what the panel agreed; and the door between quality and price. */
export const differencesPage: DecisionPage = {
  slug: 'differences',
  template: 'pages/differences',
  title: 'Differences and consensus',
  build: ({ state, viewer }) => {
    const rubric = state.rubric?.rubric;
    const criteria = rubric ? scoredCriteria(rubric) : [];
    const isLead = hasRole(viewer, 'lead');
    const isOver = isDecided(state);
    const revealed = criteria.filter((one) => isRevealed(state, one.id));
    return {
      maySeal: isLead && state.openedAt !== undefined && !state.qualitySealedAt && !isOver,
      mayRecord: isLead && !state.qualitySealedAt && !isOver,
      sealedAt: state.qualitySealedAt ?? null,
      closed: state.markingClosed
        ? { at: state.markingClosed.at, reason: hidden(state.markingClosed.reason, 'Reason erased') }
        : null,
      mayClose:
        isLead &&
        !isOver &&
        state.openedAt !== undefined &&
        !state.markingClosed &&
        assessorsOf(state).length > 0 &&
        revealed.length < criteria.length,
      waiting: criteria
        .filter((one) => !isRevealed(state, one.id))
        .map((one) => ({
          title: one.title,
          sealed: assessorsOf(state).filter((person) => hasSealed(state, one.id, person.id)).length,
          all: assessorsOf(state).length,
        })),
      criteria: revealed.map((one) => ({ id: one.id, title: one.title, cells: cellsOf(state, one) })),
      missing:
        rubric && state.openedAt && !state.qualitySealedAt && !isOver
          ? missingQuality(state, rubric).map((one) => one.message)
          : [],
    };
  },
  submit: {
    'record-consensus': async (form, view, context) => {
      const input = {
        criterion: field(form, 'criterion'),
        option: field(form, 'option'),
        score: field(form, 'score'),
        ...optional('reason', field(form, 'reason')),
      };
      await actFromForm(
        view,
        context,
        form,
        'record-consensus',
        input,
        'Consensus recorded. The sealed marks stay beside it.',
      );
      return `/decisions/${view.state.id}/differences#${input.criterion}-${input.option}`;
    },
    'close-marking': async (form, view, context) => {
      await actFromForm(
        view,
        context,
        form,
        'close-marking',
        { reason: field(form, 'reason') },
        'Marking is closed.',
      );
    },
    'seal-quality': async (form, view, context) => {
      await actFromForm(view, context, form, 'seal-quality', {}, 'Quality is sealed. Prices can be opened.');
      return `/decisions/${view.state.id}/result`;
    },
  },
};

const cellsOf = (state: DecisionState, criterion: ScoredCriterion): readonly object[] =>
  liveOptions(state)
    .map((option) => {
      const marks = Object.values(state.marks[criterion.id]?.[option.id] ?? {});
      const scores = marks.flatMap((mark) => (mark.score === null ? [] : [Number(mark.score)]));
      const spread = scores.length > 0 ? Math.max(...scores) - Math.min(...scores) : 0;
      const agreed = state.consensus[criterion.id]?.[option.id];
      return {
        option: option.id,
        key: `${criterion.id}-${option.id}`,
        title: hidden(option.title, option.id),
        spread,
        visible: scores.length > 0,
        marks: marks.map((mark) => ({
          who:
            hidden(state.people[mark.assessor]?.name, 'A panel member') +
            (mark.group === 'frontline' ? ' (trial user)' : ''),
          score: mark.score ?? 'Sealed',
          first: mark.changes.length > 0 ? (mark.firstScore ?? '') : '',
          reason: hidden(mark.reason, ''),
        })),
        agreed: agreed ? { score: agreed.score ?? '', reason: agreed.reason ?? '' } : null,
      };
    })
    .sort((a, b) => b.spread - a.spread);
