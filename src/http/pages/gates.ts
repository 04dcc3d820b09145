import { hasRole, isDecided, liveOptions } from '../../core/decision/model/guards.ts';
import { applicableGates } from '../../core/decision/marking/missing-gates.ts';
import { GATE_WORDS } from '../../report/names.ts';
import { actFromForm } from '../act-form.ts';
import type { DecisionPage } from '../page.ts';
import { field, optional } from '../page.ts';
import { hidden } from '../words.ts';

/** A gate is passed or not, with evidence; it is never turned into points. */
export const gatesPage: DecisionPage = {
  slug: 'gates',
  template: 'pages/gates',
  title: 'Gates',
  build: ({ state, viewer }) => {
    const rubric = state.rubric?.rubric;
    const mayAnswer =
      state.openedAt !== undefined &&
      !state.qualitySealedAt &&
      !isDecided(state) &&
      (hasRole(viewer, 'lead') || hasRole(viewer, 'panel'));
    return {
      isOpen: state.openedAt !== undefined,
      mayAnswer,
      options: liveOptions(state).map((option) => ({
        id: option.id,
        title: hidden(option.title, option.id),
        gates: (rubric ? applicableGates(state, rubric, option.id) : []).map((gate) => {
          const given = state.gates[option.id]?.[gate.id];
          return {
            id: gate.id,
            key: `${option.id}-${gate.id}`,
            title: gate.title,
            question: gate.question ?? '',
            passWhen: gate.passWhen ?? '',
            answered: given !== undefined,
            answer: given?.answer ?? '',
            answerText: given ? GATE_WORDS[given.answer] : 'Not answered yet',
            evidence: given ? hidden(given.evidence, 'Not visible to you yet') : '',
            by: given?.by ?? null,
            owner: given?.owner ?? '',
            items: Object.entries(GATE_WORDS)
              .filter(([value]) => value !== 'later' || gate.laterAllowed === true)
              .map(([value, text]) => ({ value, text })),
            laterAllowed: gate.laterAllowed === true,
          };
        }),
      })),
    };
  },
  submit: {
    'answer-gate': async (form, view, context) => {
      const later = field(form, 'answer') === 'later';
      const input = {
        option: field(form, 'option'),
        gate: field(form, 'gate'),
        answer: field(form, 'answer'),
        evidence: field(form, 'evidence'),
        ...(later
          ? { ...optional('by', field(form, 'by')), ...optional('owner', field(form, 'owner')) }
          : {}),
      };
      await actFromForm(view, context, form, 'answer-gate', input, 'Answer saved.');
      return `/decisions/${view.state.id}/gates#${input.option}-${input.gate}`;
    },
  },
};
