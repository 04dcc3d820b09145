import type { ValueFunction } from '../values/value-function.ts';

/**
 * A rubric: the published questions, weights and method by which options are weighed.
 *
 * Weights are basis points (10000 = all of the parent); siblings that carry weight sum to exactly 10000 and a
 * leaf's weight is the product along its path. Scores are decimals on the rubric's scale; values are 0-100.
 * The method is part of the rubric: it is locked and hashed with it. Format: rubrics/rubric.schema.json.
 */
export type RubricSource = {
  readonly title: string;
  readonly address?: string;
  readonly verifiedOn?: string;
  readonly standing: 'law' | 'guidance' | 'research' | 'ours';
};

/** One point of an anchored scale: what must be seen for this mark. */
export type Level = { readonly score: number; readonly label: string; readonly evidence?: string };

/** Any number from lowest to highest with at most `decimals` places. */
export type NumericScale = { readonly lowest: number; readonly highest: number; readonly decimals: number };

export type Scale = readonly Level[] | NumericScale;

export type Aggregate = 'mean' | 'median' | 'trimmed-mean';

/** A trial whose marks count: its script, who marks, and from when. Locked with the method. */
export type Trial = { readonly script: string; readonly people: string };

export type DiscountTiming = 'end-year' | 'mid-year';

export type Method = {
  readonly aggregate?: Aggregate;
  /** Share of a frontline criterion's score that comes from frontline markers; 0-10000, default 0. */
  readonly frontlineShareBp?: number;
  /** Fewest frontline markers on a criterion for their share to count; default 5. */
  readonly frontlineMinimum?: number;
  /** 350 means the Green Book schedule with its step-down; any other value is one flat rate. Default 350. */
  readonly discountRateBp?: number;
  /** When in a year its costs fall; default end-year. */
  readonly discountTiming?: DiscountTiming;
  /** What one point of quality (0-100) is worth, for quality in money: shown beside the award rule. */
  readonly moneyPerQualityPointPence?: number;
  /** Quality up to this (0-100) is worth nothing more in money; default the minimum quality, else 0. */
  readonly moneyQualityFloor?: number;
  readonly tieRule?: string;
  readonly trial?: Trial;
};

export type PriceMethod =
  | 'benchmark-linear'
  | 'lowest-over-price'
  | 'squared-ratio'
  | 'min-max'
  | 'proportional-excess'
  | 'mean-based';

export type PriceBasis = 'whole-life' | 'tendered';

/** Asked only when the named gate's answer is one of these; otherwise it does not apply (skip logic). */
export type AppliesWhen = {
  readonly gate: string;
  readonly answer: readonly ('met' | 'notMet' | 'notApplicable' | 'later')[];
};

type CriterionCommon = {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  /** Which part of the need this serves. */
  readonly linkToNeed?: string;
  readonly tags?: readonly string[];
  readonly source?: RubricSource;
};

export type GroupCriterion = CriterionCommon & {
  readonly kind: 'group';
  readonly weightBp: number;
  readonly children: readonly Criterion[];
  /** A value on 0-100. */
  readonly minimum?: number;
};

export type ScoredCriterion = CriterionCommon & {
  readonly kind: 'scored';
  readonly weightBp: number;
  readonly question?: string;
  /** A score on the criterion's scale. */
  readonly minimum?: number;
  readonly frontlineCanAnswer?: boolean;
  readonly frontlineQuestion?: string;
  /** True when only the incumbent could do well on it. */
  readonly incumbentOnly?: boolean;
  /** Overrides the rubric's scale for this criterion. */
  readonly levels?: Scale;
  /** What a score is worth; a straight line from the lowest score to the highest unless it says otherwise. */
  readonly valueFunction?: ValueFunction;
};

export type PriceCriterion = CriterionCommon & {
  readonly kind: 'price';
  readonly weightBp: number;
  readonly basis?: PriceBasis;
  readonly method?: PriceMethod;
  readonly floorPence?: number;
  readonly ceilingPence?: number;
};

export type GateCriterion = CriterionCommon & {
  readonly kind: 'gate';
  readonly question?: string;
  readonly passWhen?: string;
  /** Where the documents let a gate be met later, as a condition of award. */
  readonly laterAllowed?: boolean;
  readonly appliesWhen?: AppliesWhen;
  readonly evidenceValidityMonths?: number;
};

/** Asked and recorded, carries no weight and passes or fails nothing. */
export type InformationCriterion = CriterionCommon & {
  readonly kind: 'information';
  readonly question?: string;
};

export type Criterion =
  GroupCriterion | ScoredCriterion | PriceCriterion | GateCriterion | InformationCriterion;

export type Rubric = {
  readonly format: 'counterweight-rubric/1';
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly purpose?: string;
  readonly sources?: readonly RubricSource[];
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  /** `scale` and `levels` at the top mean the same; a file has one of them. */
  readonly scale?: Scale;
  readonly levels?: Scale;
  readonly method?: Method;
  readonly criteria: readonly Criterion[];
  /** On 0-100. */
  readonly minimumQuality?: number;
};
