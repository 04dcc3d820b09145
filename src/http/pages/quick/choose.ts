import { hasRole, isInterestClear } from '../../../core/decision/model/guards.ts';
import { QUICK_GATES } from '../../../core/decision/quick/gates.ts';
import { askQuick } from '../../../core/decision/quick/questions.ts';
import { quickOf } from '../../../core/decision/quick/quick-of.ts';
import { resultOfQuick } from '../../../core/decision/quick/result-of-quick.ts';
import type { DecisionState } from '../../../core/decision/model/state.ts';
import { contributionsOwed } from '../../../core/decision/voice/owed.ts';
import { sureWords } from '../../../core/scoring/sure-words.ts';
import { pounds } from '../../../report/numbers.ts';
import { loadOrganisation } from '../../../usecases/organisation.ts';
import { actFromForm } from '../../act-form.ts';
import type { DecisionPage, Form } from '../../page.ts';
import { field, optional } from '../../page.ts';
import { inRows, readSlots } from '../../slots.ts';
import { hidden } from '../../words.ts';

/** The choice: what the marks say, what is asked, the gates that apply, and why. */
export const choosePage: DecisionPage = {
  slug: 'choose',
  doors: ['quick'],
  template: 'pages/quick-choose',
  title: 'Choose, and say why',
  build: async ({ state, viewer }, { services }) => {
    const quick = quickOf(state);
    const { quickLimitPence } = await loadOrganisation(services);
    const asked = askQuick({ state, limitPence: quickLimitPence, choice: null });
    return {
      mayAct: hasRole(viewer, 'lead') && state.outcome?.status !== 'approved' && quick.options.length > 0,
      hasOptions: quick.options.length > 0,
      interestOpen: !isInterestClear(viewer),
      interestsHref: `/decisions/${state.id}/interests`,
      peopleHref: `/decisions/${state.id}/people`,
      raiseHref: `/decisions/${state.id}/quick#raise`,
      owed: contributionsOwed(state).length,
      listeningHref: `/decisions/${state.id}/listening`,
      before: state.outcome ?? {},
      marksSay: marksWords(state),
      optionItems: quick.options.map((option) => {
        const price = option.price?.wholeTermPence ?? null;
        const above = price !== null && quickLimitPence !== null && price > quickLimitPence;
        return {
          value: option.id,
          text: hidden(option.title, option.id),
          hint: [
            option.supplier,
            price === null ? null : pounds(price),
            above ? 'above the limit for quick records' : null,
          ]
            .filter((words) => words !== null)
            .join(', '),
        };
      }),
      asked: asked
        .filter(({ id }) => id !== 'single-quote')
        .map((one) => ({
          ...one,
          name: `answers/${one.id}`,
          answer: quick.asked.find(({ id }) => id === one.id)?.answer ?? '',
        })),
      singleQuote: asked.some(({ id }) => id === 'single-quote'),
      singleQuoteReason: quick.singleQuoteReason ?? '',
      gates: QUICK_GATES.map((gate, row) => {
        const before = quick.gates.find(({ id }) => id === gate.id);
        const name = (key: string): string => `gates/${row}/${key}`;
        return {
          ...gate,
          names: { answer: name('answer'), evidence: name('evidence'), by: name('by'), owner: name('owner') },
          answer: before?.answer ?? '',
          evidence: before?.evidence ?? '',
          by: before?.by ?? '',
          owner: before?.owner ?? '',
        };
      }),
    };
  },
  submit: {
    'record-choice': async (form, view, context) => {
      const gates = readSlots(QUICK_GATES.length, (row) => gateOf(form, row));
      const asked = askQuick({ state: view.state, limitPence: null, choice: null }).map(({ id }) => id);
      const answers = [...asked, 'near-limit', 'renewal-missing'].flatMap((id) => {
        const words = field(form, `answers/${id}`);
        return words === '' ? [] : [[id, words] as const];
      });
      const input = {
        option: field(form, 'option'),
        why: field(form, 'why'),
        ...optional('whyNotFirst', field(form, 'whyNotFirst')),
        ...optional('shareableWhy', field(form, 'shareableWhy')),
        ...optional('renewsOn', field(form, 'renewsOn')),
        ...optional('singleQuoteReason', field(form, 'singleQuoteReason')),
        ...optional('owedReason', field(form, 'owedReason')),
        ...(gates.items.length > 0 ? { gates: gates.items } : {}),
        ...(answers.length > 0 ? { answers: Object.fromEntries(answers) } : {}),
      };
      await inRows('gates', gates.rows, () =>
        actFromForm(view, context, form, 'record-choice', input, 'The choice is recorded.'),
      );
      return `/decisions/${view.state.id}/quick`;
    },
  },
};

const gateOf = (form: Form, row: number) => {
  const said = (key: string): string => field(form, `gates/${row}/${key}`);
  const gate = QUICK_GATES[row];
  if (!gate || said('answer') === '') return undefined;
  return {
    gate: gate.id,
    title: gate.title,
    answer: said('answer'),
    evidence: said('evidence'),
    ...optional('by', said('by')),
    ...optional('owner', said('owner')),
  };
};

/** What the marks given by discussion come to, in one or two sentences; '' where nothing was marked. */
const marksWords = (state: DecisionState): string => {
  const result = resultOfQuick(state);
  if (!result) return '';
  const { options, criteria } = quickOf(state);
  const titles = Object.fromEntries(options.map(({ id, title }) => [id, hidden(title, id)]));
  const criterionTitles = Object.fromEntries(criteria.map(({ id, title }) => [id, hidden(title, id)]));
  return sureWords(result, titles, criterionTitles, 2) ?? '';
};
