import type { CostTerms } from '../money/cost-terms.ts';
import type { OptimismBias } from '../money/optimism-bias.ts';
import type { SecondOpinionSettings } from '../robustness/second-opinions/check-settings.ts';
import type { ScoreKind, WeightKind } from '../robustness/plausible-words.ts';
import type { Rubric } from '../rubric/rubric.ts';
import type { WeightSet } from '../weights/weight-set.ts';

/** A case: one decision's options, marks and settings, all that the pure engine needs. Format: counterweight-case/1. */
export type OptionKind = 'bid' | 'business-as-usual' | 'do-minimum' | 'pilot' | 'reuse' | 'build';

export type Purpose = 'appraisal' | 'award';

/** `year` 0 is undiscounted, year t falls at the end of year t. `pence` is whole, negative for income. */
export type CostLine = CostTerms & {
  readonly line: string;
  /** Part of the tendered price; true unless it says otherwise. */
  readonly tendered?: boolean;
  /** Capital rather than revenue; false unless it says otherwise. */
  readonly capital?: boolean;
};

export type GateAnswer = {
  readonly met: boolean | 'later' | 'notApplicable';
  readonly evidence?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly owner?: string;
};

export type CaseOption = {
  readonly id: string;
  readonly title: string;
  readonly kind: OptionKind;
  readonly incumbent?: boolean;
  readonly costs?: readonly CostLine[];
  /** Years of use, for the equivalent annual cost. */
  readonly lifeYears?: number;
  /** What the thing is still worth at the end of its life. */
  readonly residualPence?: number;
  readonly gates?: Readonly<Record<string, GateAnswer>>;
};

export type Mark = {
  readonly assessor: string;
  readonly group?: 'panel' | 'frontline';
  readonly option: string;
  readonly criterion: string;
  readonly score: number;
  readonly reason?: string;
};

export type Consensus = {
  readonly option: string;
  readonly criterion: string;
  readonly score: number;
  readonly reason?: string;
};

export type CaseSettings = {
  readonly purpose?: Purpose;
  readonly seed?: number;
  readonly draws?: number;
  readonly weightUncertainty?: WeightKind;
  /** By criterion, least and most of the whole in basis points, for 'intervals'; one that is not named may have any. */
  readonly weightIntervals?: Readonly<Record<string, readonly [number, number]>>;
  readonly scoreUncertainty?: ScoreKind;
  /** Points of the scale by which a score may lie off either way, for 'margin'. */
  readonly scoreMargin?: number;
  /** By how much costs may turn out higher: one figure, or one for capital and one for revenue. */
  readonly optimismBiasBp?: number | Partial<OptimismBias>;
  /** Used where the rubric's method names none. */
  readonly moneyPerQualityPointPence?: number;
  /** How the second opinions read the options; they never change the ranking. */
  readonly secondOpinions?: SecondOpinionSettings;
};

export type Case = {
  readonly format: 'counterweight-case/1';
  readonly title: string;
  readonly need?: string;
  readonly asOf?: string;
  readonly rubric: Rubric;
  readonly options: readonly CaseOption[];
  readonly marks: readonly Mark[];
  readonly consensus?: readonly Consensus[];
  readonly settings?: CaseSettings;
  /** Other people's weights, shown beside the ranking. */
  readonly weightSets?: readonly WeightSet[];
};
