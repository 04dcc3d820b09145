import { allCriteria, hasPrice, hasRole, isDecided } from '../../core/decision/model/guards.ts';
import { SET_ASIDE_GROUNDS } from '../../core/decision/outcome/set-bid-aside.ts';
import type { DecisionState } from '../../core/decision/model/state.ts';
import type { Result } from '../../core/scoring/result.ts';
import { sureWords } from '../../core/scoring/sure-words.ts';
import { listGroups } from '../../core/rubric/walk-rubric.ts';
import { GROUND_WORDS } from '../../report/names.ts';
import { findResult } from '../../usecases/decision-result.ts';
import { actFromForm } from '../act-form.ts';
import type { DecisionPage } from '../page.ts';
import { field, optional } from '../page.ts';
import { hidden } from '../words.ts';

/** Prices open last; then the ranking, what decided it, and setting a bid aside on a named ground. */
export const resultPage: DecisionPage = {
  slug: 'result',
  template: 'pages/result',
  title: 'Result',
  build: async ({ state, viewer }, { services }) => {
    const rubric = state.rubric?.rubric;
    const mayOpen = hasRole(viewer, 'lead') || hasRole(viewer, 'commercial');
    const priced = rubric ? hasPrice(rubric) : false;
    const found = await findResult(services.simulate, state);
    return {
      wide: true,
      qualitySealed: state.qualitySealedAt !== undefined,
      priced,
      priceOpen: state.priceOpenedAt !== undefined,
      mayOpen:
        mayOpen && priced && state.qualitySealedAt !== undefined && !state.priceOpenedAt && !isDecided(state),
      uncosted: Object.values(state.options)
        .filter((option) => !option.withdrawn && !state.costs[option.id])
        .map((option) => hidden(option.title, option.id)),
      why: found.reason,
      result: found.result && buildResult(state, found.result),
      maySetAside:
        hasRole(viewer, 'lead') &&
        state.purpose === 'award' &&
        state.qualitySealedAt !== undefined &&
        !isOver(state),
      bids: Object.values(state.options)
        .filter((option) => option.kind === 'bid' && !option.withdrawn && !option.setAside)
        .map((option) => ({ value: option.id, text: hidden(option.title, option.id) })),
      grounds: SET_ASIDE_GROUNDS.map((ground) => ({ value: ground, text: GROUND_WORDS[ground] })),
      aside: Object.values(state.options)
        .filter((option) => option.setAside)
        .map((option) => ({
          title: hidden(option.title, option.id),
          ground: option.setAside ? GROUND_WORDS[option.setAside.ground] : '',
          reason: hidden(option.setAside?.reason, 'Reason not visible here'),
        })),
    };
  },
  submit: {
    'open-prices': async (form, view, context) => {
      await actFromForm(view, context, form, 'open-prices', {}, 'Prices are open.');
    },
    'set-bid-aside': async (form, view, context) => {
      const input = {
        option: field(form, 'option'),
        ground: field(form, 'ground'),
        reason: field(form, 'reason'),
        ...optional('supplierAnswer', field(form, 'supplierAnswer')),
      };
      await actFromForm(view, context, form, 'set-bid-aside', input, 'Set aside. The ranking was run again.');
    },
  },
};

const isOver = (state: DecisionState): boolean =>
  state.outcome !== undefined && state.outcome.status !== 'returned';

const criterionTitle = (state: DecisionState, id: string): string => {
  const rubric = state.rubric?.rubric;
  return (rubric && allCriteria(rubric).find((one) => one.id === id)?.title) ?? id;
};

const two = (value: number | null): string => (value === null ? '–' : value.toFixed(2));

/** In how many of 100 plausible weightings it comes first; '' for what is not in the ranking. */
const firstIn100 = ({ robustness }: Result, id: string): string => {
  const share = robustness?.rankAcceptability?.[id]?.[0];
  return share === undefined ? '' : (share * 100).toFixed(0);
};

const buildResult = (state: DecisionState, result: Result): object => {
  const title = (id: string): string => hidden(state.options[id]?.title, id);
  const rubric = state.rubric?.rubric;
  const groups = rubric ? listGroups(rubric) : [];
  const ranked = [...result.options].sort((a, b) => (a.rank ?? 999) - (b.rank ?? 999));
  return {
    winner: result.winner ? title(result.winner) : '',
    tied: result.tied.map(title).join(', '),
    sure: sureWords(
      result,
      Object.fromEntries(result.options.map(({ id }) => [id, title(id)])),
      Object.fromEntries(rubric ? allCriteria(rubric).map((one) => [one.id, one.title]) : []),
    ),
    rows: ranked.map((one) => ({
      place: one.comparator ? 'Comparison:' : one.rank === null ? 'Out:' : `${one.rank}.`,
      title: title(one.id),
      total: two(one.total),
      totalValue: one.total ?? 0,
      hasTotal: one.total !== null,
      quality: two(one.quality),
      priceValue: two(one.priceValue),
      costPence: one.costPence,
      firstIn100: firstIn100(result, one.id),
      out: one.eliminated.map((reason) => reason.detail).join('; '),
    })),
    groupHead: ['Option', ...groups.map(({ criterion }) => ({ text: criterion.title, format: 'numeric' }))],
    groupRows: ranked
      .filter(() => groups.length > 0)
      .map((one) => [
        title(one.id),
        ...groups.map(({ criterion }) => ({
          text: two(one.groups[criterion.id] ?? null),
          format: 'numeric',
        })),
      ]),
    crossoverRows: (result.robustness?.crossovers ?? []).map((one) => [
      criterionTitle(state, one.criterion),
      two(one.weightNow * 100),
      two(one.weightAt * 100),
      title(one.newWinner),
    ]),
  };
};
