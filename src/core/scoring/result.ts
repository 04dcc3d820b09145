import type { Crossover } from '../robustness/crossovers.ts';
import type { Purpose } from './case.ts';

/** The analysis of a case. Numbers are for display, rounded half up to 6 places; every decision was taken exactly. */
export type Elimination = {
  readonly rule: 'gate' | 'minimum' | 'minimum-quality';
  /** The gate, criterion or group; absent for the overall minimum. */
  readonly criterion?: string;
  readonly detail: string;
};

export type CellResult = {
  readonly score: number | null;
  readonly value: number | null;
  /** The leaf's share of the whole, 0-1. */
  readonly weight: number;
  readonly panelMean: number | null;
  readonly frontlineMean: number | null;
  /** Panel marks on this cell. */
  readonly marks: number;
};

export type OptionResult = {
  readonly id: string;
  readonly rank: number | null;
  readonly comparator: boolean;
  readonly total: number | null;
  readonly quality: number | null;
  readonly priceValue: number | null;
  readonly costPence: number | null;
  readonly eliminated: readonly Elimination[];
  /** Sub-totals: the value, 0-100, of each group. */
  readonly groups: Readonly<Record<string, number | null>>;
  readonly criteria: Readonly<Record<string, CellResult>>;
};

/** The exact part of the robustness analysis; the simulated part is added by its own room. */
export type Robustness = {
  readonly crossovers: readonly Crossover[];
  readonly smallestShift: Readonly<Record<string, number | null>>;
  readonly withoutAssessor: Readonly<Record<string, string | null>>;
  readonly withoutOption: Readonly<Record<string, string | null>>;
  readonly withoutCriterion: Readonly<Record<string, string | null>>;
};

export type Result = {
  readonly format: 'counterweight-result/1';
  readonly purpose: Purpose;
  readonly winner: string | null;
  readonly tied: readonly string[];
  readonly options: readonly OptionResult[];
  readonly effectiveWeights: Readonly<Record<string, number>> | null;
  readonly robustness: Robustness | null;
  readonly pareto: readonly string[] | null;
  /** `path` points into this result, or into the case where it starts with /rubric. */
  readonly notes: readonly { readonly path: string; readonly reason: string }[];
  readonly incomplete: readonly { readonly path: string; readonly what: string }[];
};
