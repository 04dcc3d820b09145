import { DomainError } from '../../core/errors.ts';
import { hasRole } from '../../core/decision/model/guards.ts';
import type { Rubric } from '../../core/rubric/rubric.ts';
import { loadWorkbookStart } from '../../usecases/start-from-workbook.ts';
import type { DecisionView } from '../../usecases/read-decision.ts';
import { actFromForm } from '../act-form.ts';
import type { DecisionPage, Form, PageContext } from '../page.ts';
import { field, optional } from '../page.ts';
import { addGates, applyRubricForm } from '../rubric-form.ts';
import { buildRubricModel } from './rubric-model.ts';

export const rubricPage: DecisionPage = {
  slug: 'rubric',
  template: 'pages/rubric',
  title: 'Rubric and method',
  build: async ({ state, viewer }, { services }) => {
    const isLead = hasRole(viewer, 'lead');
    const files = await services.rubricFiles.list();
    const { rubric } = state;
    const deadline = rubric?.tenderDeadline ?? null;
    const isFrozen = deadline !== null && services.clock.nowIso().slice(0, 10) > deadline;
    return {
      wide: true,
      fromSpreadsheet: isLead && !rubric?.rubric ? await loadWorkbookStart(services, state.id) : undefined,
      isAward: state.purpose === 'award',
      needLocked: state.need?.lockedAt !== undefined,
      mayChoose: isLead && !rubric?.lockedAt,
      mayReplace: isLead && rubric?.lockedAt !== undefined && !state.openedAt && !isFrozen,
      lockedAt: rubric?.lockedAt ?? null,
      deadline,
      hash: rubric?.hash ?? '',
      fileItems: files.map((one) => ({ value: one.id, text: one.title, hint: one.purpose })),
      steps: (rubric?.steps ?? []).map((step) => ({
        text: { chosen: 'Chosen or changed', locked: 'Locked', replaced: 'Replaced' }[step.act],
        at: step.at,
        hash: step.hash.slice(0, 12),
        reason: step.reason ?? '',
        noticeReference: step.noticeReference ?? '',
      })),
      rubric: rubric?.rubric ? buildRubricModel(rubric.rubric) : null,
      json: rubric?.rubric ? JSON.stringify(rubric.rubric, null, 2) : '',
    };
  },
  submit: {
    'use-spreadsheet': async (form, view, context) => {
      const start = await loadWorkbookStart(context.services, view.state.id);
      if (!start?.rubric || !hasRole(view.viewer, 'lead'))
        throw new DomainError('not-found', 'There are no questions of a spreadsheet for this decision.');
      await choose(form, view, context, start.rubric, 'The questions of your spreadsheet are the rubric.');
    },
    'choose-file': async (form, view, context) => {
      const rubric = await loadFile(context, field(form, 'file'));
      await choose(form, view, context, rubric, 'Rubric chosen. Change what does not fit, then lock it.');
    },
    'add-gates': async (form, view, context) => {
      const other = await loadFile(context, field(form, 'file'));
      await choose(form, view, context, addGates(currentRubric(view), other), 'Gates added.');
    },
    'change-rubric': async (form, view, context) => {
      await choose(form, view, context, applyRubricForm(currentRubric(view), form), 'Rubric saved.');
    },
    'paste-rubric': async (form, view, context) => {
      await choose(form, view, context, parseJson(form), 'Rubric saved.');
    },
    'lock-rubric': async (form, view, context) => {
      const input = { ...optional('tenderDeadline', field(form, 'tenderDeadline')) };
      await actFromForm(
        view,
        context,
        form,
        'lock-rubric',
        input,
        'Rubric locked. Its hash is printed on the decision.',
      );
    },
    'replace-rubric': async (form, view, context) => {
      const input = {
        rubric: parseJson(form),
        reason: field(form, 'reason'),
        noticeReference: field(form, 'noticeReference'),
      };
      await actFromForm(view, context, form, 'replace-rubric', input, 'Rubric replaced.');
    },
  },
};

const choose = async (
  form: Form,
  view: DecisionView,
  context: PageContext,
  rubric: Rubric,
  done: string,
): Promise<void> => {
  await actFromForm(view, context, form, 'choose-rubric', { rubric, reason: field(form, 'reason') }, done);
};

const currentRubric = (view: DecisionView): Rubric => {
  const rubric = view.state.rubric?.rubric;
  if (!rubric) throw new DomainError('too-early', 'Choose a rubric first.');
  return rubric;
};

const loadFile = async ({ services }: PageContext, id: string): Promise<Rubric> => {
  const found = await services.rubricFiles.load(id);
  if (!found) {
    throw new DomainError('invalid-input', 'Choose one of the rubrics.', {}, [
      { path: '/file', message: 'Choose one of the rubrics.' },
    ]);
  }
  return found as Rubric;
};

const parseJson = (form: Form): Rubric => {
  try {
    return JSON.parse(field(form, 'json')) as Rubric;
  } catch (error) {
    const message = `This is not well-formed JSON: ${(error as Error).message}`;
    throw new DomainError('invalid-input', message, {}, [{ path: '/json', message }]);
  }
};
