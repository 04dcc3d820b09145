import { hasRole } from '../../../core/decision/model/guards.ts';
import { quickOf } from '../../../core/decision/quick/quick-of.ts';
import { dayWords } from '../../../report/numbers.ts';
import { actFromForm } from '../../act-form.ts';
import { besideNeed } from '../../beside-need.ts';
import { parsePence, poundsTyped } from '../../form-numbers.ts';
import type { DecisionPage, Form } from '../../page.ts';
import { field, optional } from '../../page.ts';
import { inRows, isBlank, readSlots } from '../../slots.ts';
import { laterMonth } from './later-month.ts';

const SAID_ROWS = 2;

/** What users said, what is owned, interests; and where money has an end, whether it would be bought later. */
export const heardPage: DecisionPage = {
  slug: 'heard',
  doors: ['quick'],
  template: 'pages/quick-heard',
  title: 'What users said and what we own',
  build: async ({ state, viewer }, { services, account }) => {
    const quick = quickOf(state);
    const { later } = quick;
    const spendBy = state.money?.offered ? state.money.spendBy : null;
    return {
      ...(account && hasRole(viewer, 'lead') ? await besideNeed(services, account, state) : {}),
      mayAct: hasRole(viewer, 'lead') && state.outcome?.status !== 'approved',
      money: state.money?.offered
        ? {
            spendBy: spendBy ? dayWords(spendBy) : '',
            month: spendBy ? laterMonth(spendBy) : 'later',
            later: later ?? {},
            roughPounds: typeof later?.roughPence === 'number' ? poundsTyped(later.roughPence) : '',
          }
        : null,
      said: Array.from({ length: SAID_ROWS }, (_unused, row) => ({
        number: row + 1,
        wordsName: `said/${row}/words`,
        whoName: `said/${row}/who`,
        words: quick.said[row]?.words ?? '',
        who: quick.said[row]?.who ?? '',
      })),
      owned: quick.owned ?? '',
      needsInterest: viewer.interest === undefined,
      listeningHref: `/decisions/${state.id}/listening`,
    };
  },
  submit: {
    'note-findings': async (form, view, context) => {
      if (view.state.money?.offered) {
        await actFromForm(view, context, form, 'answer-later-question', laterOf(form), '');
      }
      const said = readSlots(SAID_ROWS, (row) => saidOf(form, row));
      const input = { said: said.items, ...optional('owned', field(form, 'owned')) };
      await inRows('said', said.rows, () => actFromForm(view, context, form, 'note-findings', input, ''));
      if (view.viewer.interest === undefined) {
        const interest = {
          hasInterest: field(form, 'hasInterest') !== 'no',
          ...optional('statement', field(form, 'statement')),
        };
        await actFromForm(view, context, form, 'declare-interest', interest, '');
      }
      return `/decisions/${view.state.id}/quotes`;
    },
  },
};

const saidOf = (form: Form, row: number) =>
  isBlank(form, [`said/${row}/words`, `said/${row}/who`])
    ? undefined
    : { words: field(form, `said/${row}/words`), who: field(form, `said/${row}/who`) };

const laterOf = (form: Form): object => ({
  wouldBuyLater: field(form, 'wouldBuyLater'),
  because: field(form, 'because'),
  carryOver: field(form, 'carryOver'),
  ...optional('carryOverNote', field(form, 'carryOverNote')),
  ...(field(form, 'roughPence') === ''
    ? {}
    : { roughPence: parsePence(field(form, 'roughPence'), 'roughPence') }),
});
