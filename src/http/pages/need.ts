import { hasRole, isDecided } from '../../core/decision/model/guards.ts';
import { actFromForm } from '../act-form.ts';
import { besideNeed } from '../beside-need.ts';
import type { DecisionPage } from '../page.ts';
import { field, optional } from '../page.ts';
import { parsePence } from '../form-numbers.ts';

/** The need comes before the money: the amount's field appears only after the need is locked. */
export const needPage: DecisionPage = {
  slug: 'need',
  doors: ['full', 'quick'],
  template: 'pages/need',
  title: 'The need',
  build: async ({ state, viewer }, { services, account }) => ({
    need: state.need ?? null,
    ...(account && hasRole(viewer, 'lead') ? await besideNeed(services, account, state) : {}),
    offered: state.money ?? null,
    mayState: hasRole(viewer, 'lead') && !state.need?.lockedAt,
    isFull: state.door === 'full',
    mayRecordAmount:
      Boolean(state.need?.lockedAt) &&
      !isDecided(state) &&
      (hasRole(viewer, 'lead') || hasRole(viewer, 'commercial')),
    mayOffer: hasRole(viewer, 'lead') && !isDecided(state),
  }),
  submit: {
    'state-need': async (form, view, context) => {
      const input = {
        problem: field(form, 'problem'),
        affected: field(form, 'affected'),
        measure: field(form, 'measure'),
      };
      await actFromForm(
        view,
        context,
        form,
        'state-need',
        input,
        view.state.door === 'full' ? 'Need saved. Lock it when it says what you mean.' : 'Need saved.',
      );
    },
    'lock-need': async (form, view, context) => {
      await actFromForm(view, context, form, 'lock-need', {}, 'Need locked.');
    },
    'offer-money': async (form, view, context) => {
      const input = {
        offered: field(form, 'offered') === 'yes',
        ...optional('spendBy', field(form, 'spendBy')),
      };
      await actFromForm(view, context, form, 'offer-money', input, 'Saved.');
    },
    'record-amount': async (form, view, context) => {
      const input = { amountPence: parsePence(field(form, 'amountPence'), 'amountPence') };
      await actFromForm(view, context, form, 'record-amount', input, 'Amount saved.');
    },
  },
};
