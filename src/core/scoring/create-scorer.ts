import type { Fault } from '../errors.ts';
import type { Rational } from '../exact/rational.ts';
import { add, fraction, scale } from '../exact/rational.ts';
import { judgeOptions, judgeWithoutLeaf } from './judge-option.ts';
import type { Judgement } from './judge-option.ts';
import { listMissing } from './list-missing.ts';
import type { Missing } from './list-missing.ts';
import type { Prepared, PreparedOption } from './prepare-case.ts';
import { priceOptions } from './price-standing.ts';
import { rankTotals } from './rank-options.ts';
import { activeShare, amendRows, buildGrid } from './score-grid.ts';
import type { Grid, Row } from './score-grid.ts';

/** What to leave out: one option, one leaf of the weight tree, or one assessor (and then consensus is set aside). */
export type Omission = { readonly option?: number; readonly leaf?: number; readonly assessor?: number };

export type OptionStanding = {
  readonly option: PreparedOption;
  readonly judgement: Judgement;
  readonly priceValue: Rational | null;
  readonly total: Rational | null;
  readonly rank: number | null;
};

export type Standing = {
  readonly options: readonly OptionStanding[];
  readonly missing: readonly Missing[];
  readonly faults: readonly Fault[];
};

export type Scorer = {
  readonly stand: (omission?: Omission) => Standing;
  /** The scores of the case as it is. */
  readonly grid: Grid;
  /** The scores with consensus set aside. */
  readonly panelOnly: () => Grid;
};

/**
 * Total = sum of leaf weight x value, price included, over what remains when something is left out. The scorer answers
 * "where does every option stand?" for the case as it is and for the case without one piece of it; each answer is what
 * a full evaluation of that smaller case would give. What the piece cannot have touched is not worked out again.
 */
export const createScorer = (prepared: Prepared): Scorer => {
  const active = activeShare(prepared);
  const agreed = buildGrid(prepared, true, active);
  const rowOf = (option: number): Row => agreed[option] ?? [];
  const judgements = judgeOptions(prepared, rowOf);
  const hasConsensus = prepared.table.consensus.some((score) => score !== undefined);
  let panelOnly: Grid | undefined;
  const gridOf = (useConsensus: boolean): Grid => {
    if (useConsensus || !hasConsensus) return agreed;
    return (panelOnly ??= buildGrid(prepared, false, active));
  };

  const stand = (omission: Omission = {}): Standing => {
    const useConsensus = omission.assessor === undefined;
    const base = { grid: gridOf(useConsensus), active, useConsensus };
    const amended = amendRows(prepared, base, activeShare(prepared, omission), omission.assessor);
    const judged = amended ? judgeOptions(prepared, amended) : judgements;
    const { leaf } = omission;
    const left = leaf === undefined ? judged : judgeWithoutLeaf(prepared, amended ?? rowOf, judged, leaf);
    return standOptions(prepared, left, omission);
  };
  return { stand, grid: agreed, panelOnly: () => gridOf(false) };
};

const standOptions = (prepared: Prepared, judgements: readonly Judgement[], omission: Omission): Standing => {
  const { tree, method } = prepared;
  const judged = prepared.options.flatMap((option) => {
    const judgement = judgements[option.index];
    return judgement && option.index !== omission.option ? [{ option, judgement }] : [];
  });
  const passed = judged.filter(({ judgement }) => judgement.eliminated.length === 0);
  const rule = omission.leaf === tree.price ? null : method.price;
  const priced = rule
    ? priceOptions(
        rule,
        passed.map(({ option }) => option),
      )
    : null;
  const leftOut = omission.leaf === undefined ? 0n : (tree.leaves[omission.leaf]?.share ?? 0n);
  const priceShare = tree.price === null ? 0n : (tree.leaves[tree.price]?.share ?? 0n);
  const totalled = judged.map(({ option, judgement }) => {
    const isOut = judgement.eliminated.length > 0;
    const priceValue = isOut || !priced ? null : priced.valueOf(option);
    const answered = !option.competes || option.gates.missing.length === 0;
    const known = !isOut && answered && (!priced || priceValue);
    const weighted = known ? judgement.weighted : null;
    const sum = weighted && priceValue ? add(weighted, scale(priceValue, priceShare)) : weighted;
    const total = sum && tree.whole > leftOut ? fraction(sum.n, sum.d * (tree.whole - leftOut)) : null;
    return { option, judgement, priceValue, total };
  });
  const ranked = totalled.flatMap(({ option, total }) =>
    option.competes && total ? [{ option, total }] : [],
  );
  const ranks = rankTotals(ranked.map(({ total }) => total));
  const rankOf = new Map(ranked.map(({ option }, place) => [option, ranks[place] ?? null]));
  return {
    options: totalled.map((standing) => ({ ...standing, rank: rankOf.get(standing.option) ?? null })),
    missing: passed.flatMap(({ option, judgement }) =>
      option.competes ? listMissing(prepared, option, judgement, rule !== null) : [],
    ),
    faults: priced?.faults ?? [],
  };
};

/** The ids that share the first rank, in the order of the case. */
export const firstOf = (standing: Standing): readonly string[] =>
  standing.options.filter(({ rank }) => rank === 1).map(({ option }) => option.given.id);
