import { DomainError } from '../../../core/errors.ts';
import { hasRole } from '../../../core/decision/model/guards.ts';
import { tasksFor } from '../../../core/decision/tasks.ts';
import { EDITIONS } from '../../../core/decision/editions.ts';
import { renderSheetHtml, sheetFileName, sheetsOf } from '../../../usecases/render-one-side.ts';
import type { SheetName } from '../../../usecases/render-one-side.ts';
import { actFromForm } from '../../act-form.ts';
import type { DecisionPage } from '../../page.ts';
import { field } from '../../page.ts';

const SHEET_WORDS: Partial<Readonly<Record<SheetName, string>>> = {
  quick: 'The record on one side',
  waiver: 'A note that waives further quotes',
  'carry-over': 'A request to carry money over',
};

/** The whole record on one page: the same words as its PDF, what is still to do, and how to raise it. */
export const quickRecordPage: DecisionPage = {
  slug: 'quick',
  doors: ['quick', 'full'],
  template: 'pages/quick-record',
  title: 'Quick record',
  build: (view, { services, response }) => {
    const { state, viewer } = view;
    const base = `/decisions/${state.id}`;
    if (!state.quick && state.door === 'full') response.redirect(303, base);
    const isLead = hasRole(viewer, 'lead');
    const isQuick = state.door === 'quick';
    const tasks = isQuick ? tasksFor(state, viewer) : [];
    const isChosen = state.outcome?.status === 'approved';
    return {
      base,
      isQuick,
      isChosen,
      raisedAt: state.quick?.raised?.at ?? '',
      body: renderSheetHtml(services, view, 'quick', 'internal'),
      steps: tasks.map(({ title, slug, status, hint }) => ({
        heading: title,
        href: status === 'cannot-start' || (isChosen && slug !== 'listening') ? undefined : `${base}/${slug}`,
        hint,
        status: status === 'done' ? 'Completed' : { tag: { text: 'To do', colour: 'blue' } },
      })),
      next: tasks.find(({ yours }) => yours),
      sheets: sheetsOf(state)
        .filter((name) => SHEET_WORDS[name])
        .map((name) => ({
          words: SHEET_WORDS[name] ?? name,
          files: EDITIONS.map((edition) => ({
            edition,
            href: `${base}/files/${sheetFileName(name, state.id, edition, 'pdf')}`,
          })),
        })),
      mayReopen: isLead && isQuick && isChosen,
      mayRaise: isLead && isQuick && state.need !== undefined,
    };
  },
  submit: {
    'reopen-record': async (form, view, context) => {
      const input = { reason: field(form, 'reason') };
      await actFromForm(
        view,
        context,
        form,
        'reopen-record',
        input,
        'Open again. The choice stays on record.',
      );
      return `/decisions/${view.state.id}/choose`;
    },
    'raise-record': async (form, view, context) => {
      const reason = field(form, 'raiseReason');
      if (reason === '') {
        const message = 'Say why it needs more than one page.';
        throw new DomainError('reason-needed', message, {}, [{ path: '/raiseReason', message }]);
      }
      const input = { purpose: field(form, 'purpose'), reason };
      await actFromForm(
        view,
        context,
        form,
        'raise-record',
        input,
        'Raised. What you typed is where it is needed next.',
      );
      return `/decisions/${view.state.id}`;
    },
  },
};
