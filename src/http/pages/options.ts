import { DomainError } from '../../core/errors.ts';
import { hasRole, isDecided, optionsWord } from '../../core/decision/model/guards.ts';
import { OPTION_KINDS } from '../../core/decision/options/add-option.ts';
import type { OptionKind } from '../../core/scoring/case.ts';
import { KIND_WORDS } from '../../report/names.ts';
import { addBidders, biddersToAdd, loadWorkbookStart } from '../../usecases/start-from-workbook.ts';
import { actFromForm, requestKeyOf } from '../act-form.ts';
import type { DecisionPage } from '../page.ts';
import { field, optional } from '../page.ts';
import { hidden } from '../words.ts';

export const optionsPage: DecisionPage = {
  slug: 'options',
  template: 'pages/options',
  title: 'Options',
  build: async ({ state, viewer }, { services }) => {
    const isLead = hasRole(viewer, 'lead');
    const isAward = state.purpose === 'award';
    const kinds = isAward ? ['bid', 'business-as-usual', 'do-minimum', 'pilot'] : OPTION_KINDS;
    const mayChange = isLead && !state.openedAt && state.need?.lockedAt !== undefined;
    return {
      spreadsheetBidders: mayChange ? biddersToAdd(await loadWorkbookStart(services, state.id), state) : [],
      isAward,
      word: optionsWord(state),
      openedAt: state.openedAt ?? null,
      needLocked: state.need?.lockedAt !== undefined,
      mayChange,
      mayWithdraw: isLead && !state.qualitySealedAt && !isDecided(state),
      options: Object.values(state.options).map((option) => ({
        id: option.id,
        title: hidden(option.title, 'Not visible to you yet'),
        kindText: KIND_WORDS[option.kind],
        supplier: option.supplier ?? '',
        summary: hidden(option.summary, ''),
        incumbent: option.incumbent,
        withdrawn: option.withdrawn ? hidden(option.withdrawn.reason, 'Reason erased') : '',
        setAside: option.setAside ? hidden(option.setAside.reason, 'Reason not visible here') : '',
      })),
      waivers: state.waivers.map((one) => ({
        baseline: one.baseline === 'small-step' ? 'No do-minimum or pilot' : 'No business as usual',
        reason: hidden(one.reason, 'Reason erased'),
      })),
      kindItems: kinds.map((kind) => ({ value: kind, text: KIND_WORDS[kind as OptionKind] })),
      deadline: state.rubric?.tenderDeadline ?? null,
      rubricLocked: state.rubric?.lockedAt !== undefined,
    };
  },
  submit: {
    'add-option': async (form, view, context) => {
      const input = {
        kind: field(form, 'kind'),
        title: field(form, 'title'),
        summary: field(form, 'summary'),
        ...optional('supplier', field(form, 'supplier')),
        incumbent: field(form, 'incumbent') === 'yes',
      };
      await actFromForm(view, context, form, 'add-option', input, 'Added.');
    },
    'add-spreadsheet-bidders': async (form, view, context) => {
      const start = await loadWorkbookStart(context.services, view.state.id);
      if (!start || !hasRole(view.viewer, 'lead'))
        throw new DomainError('not-found', 'There are no bidders of a spreadsheet for this decision.');
      const added = await addBidders(context.services, view, start, requestKeyOf(form, context));
      context.request.session.flash = added === 1 ? 'One bidder added.' : `${added} bidders added.`;
    },
    'withdraw-option': async (form, view, context) => {
      const input = { option: field(form, 'option'), reason: field(form, 'reason') };
      await actFromForm(view, context, form, 'withdraw-option', input, 'Taken off the list.');
    },
    'waive-baseline': async (form, view, context) => {
      const input = { baseline: field(form, 'baseline'), reason: field(form, 'waiverReason') };
      await actFromForm(
        view,
        context,
        form,
        'waive-baseline',
        input,
        'Recorded. The reason is printed on the decision.',
      );
    },
    'open-options': async (form, view, context) => {
      const input = { ...optional('priceKnownTo', field(form, 'priceKnownTo')) };
      await actFromForm(view, context, form, 'open-options', input, 'Opened. Marking can start.');
    },
  },
};
