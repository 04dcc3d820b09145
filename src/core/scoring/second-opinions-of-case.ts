import { shownDouble } from '../exact/decimal.ts';
import type { Rational } from '../exact/rational.ts';
import type { Note } from '../robustness/leave-one-out.ts';
import type { SecondOpinionSettings } from '../robustness/second-opinions/check-settings.ts';
import type { PerformanceTable } from '../robustness/second-opinions/performance-table.ts';
import type { Preference } from '../robustness/second-opinions/preference.ts';
import { prometheeFlows } from '../robustness/second-opinions/promethee.ts';
import { topsisCloseness } from '../robustness/second-opinions/topsis.ts';
import type { TopsisMeasure } from '../robustness/second-opinions/topsis.ts';
import type { Ranked } from './contenders.ts';
import type { Prepared } from './prepare-case.ts';
import { rankTotals } from './rank-options.ts';
import type { Grid } from './score-grid.ts';
import { opinionSentence, TOPSIS_WORDS } from './second-opinion-words.ts';
import { scoreTable, valueTable } from './second-opinion-table.ts';
import type { PrometheeResult, SecondOpinions, TopsisResult } from './second-opinions-result.ts';

/** Pairs grow with the square of the options; beyond this many, nobody compares them by pairs. */
const MOST_COMPARED = 500;

/**
 * How two other methods would rank the options that are in the ranking. It never changes the award: both methods depend
 * on which options stand beside each other, so nobody could know their outcome before bidding.
 */
export const secondOpinionsOf = (
  prepared: Prepared,
  ranked: readonly Ranked[],
  grid: Grid,
  stated: readonly string[],
): { readonly secondOpinions: SecondOpinions | null; readonly notes: readonly Note[] } => {
  const because = (reason: string) => ({
    secondOpinions: null,
    notes: [{ path: '/secondOpinions', reason }],
  });
  if (ranked.length < 2)
    return because('A second opinion compares options, and fewer than two are in the ranking.');
  if (ranked.length > MOST_COMPARED)
    return because(
      `A second opinion compares every pair of options, which is done for at most ${MOST_COMPARED}; ${ranked.length} are in the ranking.`,
    );
  if (prepared.tree.leaves.length === 0) return because('The rubric has nothing that carries weight.');
  const settings = prepared.given.settings?.secondOpinions ?? {};
  const on = settings.on ?? 'values';
  const table = on === 'scores' ? scoreTable(prepared, ranked, grid) : valueTable(prepared, ranked);
  const ids = ranked.map(({ contender }) => contender.id);
  const titles = new Map(prepared.given.options.map(({ id, title }) => [id, title]));
  const sentenceOf = (method: string, first: readonly string[]): string =>
    opinionSentence(method, first, stated, (id) => titles.get(id) ?? id);
  const notes: Note[] = [];
  const topsis = (measure: TopsisMeasure, key: 'vector' | 'minMax'): TopsisResult => {
    const found = showTopsis(ids, topsisCloseness(table, measure));
    if (found.first.length === 0) {
      notes.push({
        path: `/secondOpinions/topsis/${key}`,
        reason: 'The options are alike on everything that carries weight, so none is nearer to the best.',
      });
    }
    return { ...found, sentence: sentenceOf(TOPSIS_WORDS[key], found.first) };
  };
  const flows = showPromethee(prepared, table, ids, settings);
  const secondOpinions: SecondOpinions = {
    awardRule: false,
    sentence:
      'These are second opinions, not an award rule: each depends on which options are compared with each other.',
    on,
    topsis: { awardRule: false, vector: topsis('vector', 'vector'), minMax: topsis('min-max', 'minMax') },
    promethee: { ...flows, sentence: sentenceOf('PROMETHEE II', flows.first) },
  };
  return { secondOpinions, notes };
};

const PLACES_UNIT = 1_000_000n;

/** Ranks of the figures as they are shown, so that the last bit of a double never decides. */
const ranksOf = (figures: readonly number[]): readonly number[] =>
  rankTotals(figures.map((figure): Rational => ({ n: BigInt(Math.round(figure * 1e6)), d: PLACES_UNIT })));

const showTopsis = (
  ids: readonly string[],
  closeness: readonly (number | null)[],
): Omit<TopsisResult, 'sentence'> => {
  const shown = closeness.flatMap((one) => (one === null ? [] : [shownDouble(one)]));
  if (shown.length < ids.length) {
    return { first: [], options: ids.map((id) => ({ id, closeness: null, rank: null })) };
  }
  const ranks = ranksOf(shown);
  return {
    first: ids.filter((_id, index) => ranks[index] === 1),
    options: ids.map((id, index) => ({ id, closeness: shown[index] ?? null, rank: ranks[index] ?? null })),
  };
};

const showPromethee = (
  prepared: Prepared,
  table: PerformanceTable,
  ids: readonly string[],
  settings: SecondOpinionSettings,
): Omit<PrometheeResult, 'sentence'> => {
  const preferences = prepared.tree.leaves.map(
    ({ id }): Preference => settings.preferences?.[id] ?? settings.preference ?? { function: 'usual' },
  );
  const flows = (prometheeFlows(table, preferences) ?? []).map(({ positive, negative, net }) => ({
    positive: shownDouble(positive),
    negative: shownDouble(negative),
    net: shownDouble(net),
  }));
  const ranks = ranksOf(flows.map(({ net }) => net));
  return {
    awardRule: false,
    first: ids.filter((_id, index) => ranks[index] === 1),
    preferences: Object.fromEntries(
      prepared.tree.leaves.map(({ id }, index) => [id, preferences[index] ?? { function: 'usual' }]),
    ),
    options: flows.map((flow, index) => ({ id: ids[index] ?? '', ...flow, rank: ranks[index] ?? 0 })),
  };
};
