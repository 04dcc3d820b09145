import { hasRole } from '../../core/decision/model/guards.ts';
import { contributionsOwed } from '../../core/decision/voice/owed.ts';
import { actFromForm } from '../act-form.ts';
import type { DecisionPage } from '../page.ts';
import { field } from '../page.ts';
import { hidden } from '../words.ts';

const DONE = {
  'approve-decision': 'Approved. The decision is final.',
  'return-decision': 'Returned to the lead.',
  'decline-decision': 'Declined. The decision has ended.',
} as const;

export const approvalPage: DecisionPage = {
  slug: 'approval',
  template: 'pages/approval',
  title: 'Approve, return or decline',
  build: ({ state, viewer }) => ({
    mayAnswer: hasRole(viewer, 'approver') && state.outcome?.status === 'waiting',
    needsInterests: hasRole(viewer, 'approver') && !viewer.interest,
    owed: contributionsOwed(state).length,
    owedReason: hidden(state.outcome?.owedReason, ''),
    summary: hidden(state.outcome?.summary, ''),
    decideBy: state.outcome?.decideBy ?? null,
    status: state.outcome?.status ?? '',
    reportHref: `/decisions/${state.id}/report`,
    reason: hidden(state.outcome?.answerReason, ''),
  }),
  submit: Object.fromEntries(
    Object.entries(DONE).map(([command, done]) => [
      command,
      async (form, view, context) => {
        const input = { reason: field(form, 'reason'), acceptOwed: field(form, 'acceptOwed') === 'yes' };
        await actFromForm(view, context, form, command, input, done);
      },
    ]),
  ),
};
