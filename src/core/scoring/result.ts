import type { Agreement } from '../agreement/agreement.ts';
import type { Crossover } from '../robustness/crossovers.ts';
import type { MarkChange } from '../robustness/mark-change.ts';
import type { ScoreKind, WeightKind } from '../robustness/plausible-words.ts';
import type { Purpose } from './case.ts';
import type { MoneyResult } from './money-result.ts';
import type { SecondOpinions } from './second-opinions-result.ts';
import type { WeightSetResult } from './weight-set-result.ts';

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

/** What the draws say, by option id; all null where nothing carries weight, so that there is nothing to draw. */
export type Simulated = {
  /** Which weights and scores counted as plausible. */
  readonly weightUncertainty: WeightKind;
  readonly scoreUncertainty: ScoreKind;
  readonly draws: number | null;
  readonly seed: number | null;
  /** A share is known to within this, 95 times in 100. */
  readonly halfWidth95: number | null;
  /** Shares of draws in which the option came first, second and so on; level options share. */
  readonly rankAcceptability: Readonly<Record<string, readonly number[]>> | null;
  /** Null for an option never first. */
  readonly centralWeights: Readonly<Record<string, Readonly<Record<string, number>> | null>> | null;
  readonly confidence: Readonly<Record<string, number | null>> | null;
  /** Share of draws in which the first option was ahead of the second. */
  readonly pairwise: Readonly<Record<string, Readonly<Record<string, number>>>> | null;
  readonly choiceEntropyBits: number | null;
  /** Null above 8 options, too. */
  readonly rankingEntropyBits: number | null;
};

/** How sure the ranking is. It never changes who is first. */
export type Robustness = Simulated & {
  readonly crossovers: readonly Crossover[];
  readonly smallestShift: Readonly<Record<string, number | null>>;
  /** The least change of one mark that brings each rival level; null where no single mark can. */
  readonly smallestMarkChange: Readonly<Record<string, MarkChange | null>>;
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
  readonly agreement: Agreement;
  /** Kirkwood's rho of each criterion with an exponential value function; null where its curve is a straight line. */
  readonly rho: Readonly<Record<string, number | null>>;
  /** Other people's weights, where the case has some; they never change the ranking. */
  readonly weightSets: readonly WeightSetResult[];
  /** Null below two options in the ranking. */
  readonly secondOpinions: SecondOpinions | null;
  /** Null without a price criterion and costs. */
  readonly money: MoneyResult | null;
  /** Questions that the numbers raise; none are asked by this version, as a note says. */
  readonly checks: readonly never[];
  /** `path` points into this result, or into the case where it starts with /rubric. */
  readonly notes: readonly { readonly path: string; readonly reason: string }[];
  readonly incomplete: readonly { readonly path: string; readonly what: string }[];
};
