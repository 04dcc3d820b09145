import type { Comparison, RatioMatrix } from './ahp/judgements.ts';
import type { RandomIndexTable } from './ahp/random-index.ts';
import type { RankRule } from './rank-weights.ts';

/**
 * A weight set: what one person or group would give each criterion, beside the weights that were published. It is shown
 * next to the ranking and never decides it. A set speaks of every criterion that carries weight of its own (scored and
 * price), by id, whatever groups they stand in.
 */
type WeightSetCommon = {
  readonly id: string;
  readonly title: string;
  /** Whose weights they are, as in a sentence: 'the frontline'. */
  readonly who?: string;
};

export type ById = Readonly<Record<string, number>>;

export type PointsSet = WeightSetCommon & { readonly method: 'points'; readonly points: ById };

/** The step from worst to best that matters most has 100. */
export type SwingSet = WeightSetCommon & { readonly method: 'swing'; readonly swings: ById };

/** Most important first; criteria that stand level are a list of their own. Rule: roc unless it says otherwise. */
export type OrderSet = WeightSetCommon & {
  readonly method: 'order';
  readonly order: readonly (string | readonly string[])[];
  readonly rule?: RankRule;
};

/** Ready weights in basis points, which sum to 10000. */
export type ReadySet = WeightSetCommon & { readonly method: 'weights'; readonly weightsBp: ById };

/** One person's pairwise judgements: comparisons, or a matrix in the order of the rubric; one of the two. */
export type PersonJudgements = {
  readonly who?: string;
  /** Weight of this person in the group; 1 unless it says otherwise. */
  readonly share?: number;
  readonly comparisons?: readonly Comparison[];
  readonly matrix?: RatioMatrix;
};

export type AhpSet = WeightSetCommon & {
  readonly method: 'ahp';
  readonly judgements: readonly PersonJudgements[];
  /** Default aij. */
  readonly combine?: 'aij' | 'aip';
  /** Default eigenvector. */
  readonly priorities?: 'eigenvector' | 'geometric-mean';
  /** Default saaty-2005. */
  readonly randomIndex?: RandomIndexTable;
};

export type WeightSet = PointsSet | SwingSet | OrderSet | ReadySet | AhpSet;
