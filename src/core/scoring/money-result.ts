import type { CostQuestion } from '../money/completeness.ts';

/**
 * What the money says beside the award rule. Nothing here changes a rank. By option id; null with a note where there is
 * no answer. Pence to 6 places, rounded half up for display.
 */
export type PenceByOption = Readonly<Record<string, number | null>>;

export type MoneyResult = {
  /** Cost over quality. */
  readonly pricePerQualityPoint: PenceByOption;
  /** Cost less the worth of its quality; null without a published worth of a point. */
  readonly qualityInMoney: PenceByOption | null;
  /** What one point of quality may cost at the median bid for the total to stay the same. */
  readonly impliedPricePerPointPence: number | null;
  /** The median cost, in pence, of the options that set the price reference: bids, where there are bids. */
  readonly medianBid: number | null;
  /** Level cost of a year of use; null where no option states its life. */
  readonly equivalentAnnual: PenceByOption | null;
  /** Who is lowest on each of the above among options in the ranking; all that share the place. */
  readonly lowest: {
    readonly pricePerQualityPoint: readonly string[];
    readonly qualityInMoney: readonly string[];
    readonly equivalentAnnual: readonly string[];
  };
  readonly paretoSteps: readonly ShownStep[] | null;
  /** By option in the ranking, who costs no more and is no worse, and is better in one of the two. */
  readonly dominatedBy: Readonly<Record<string, readonly string[]>> | null;
  readonly completeness: readonly CostQuestion[];
  readonly optimismBias: OptimismResult | null;
  readonly reversal: ReversalResult | null;
};

export type ShownStep = {
  readonly from: string;
  readonly to: string;
  readonly extraCostPence: number;
  readonly extraQuality: number;
  readonly pencePerQualityPoint: number;
};

export type OptimismResult = {
  readonly capitalBp: number;
  readonly revenueBp: number;
  readonly costPence: PenceByOption;
  readonly ranks: Readonly<Record<string, number>>;
  readonly first: readonly string[];
  readonly winnerChanges: boolean;
};

export type ReversalResult = {
  /** False where the price formula looks at no other bid. */
  readonly applies: boolean;
  readonly sentence: string;
  readonly bidsThatMatter: readonly {
    readonly option: string;
    /** Who shares the first place without it. */
    readonly first: readonly string[];
    readonly winnerChanges: boolean;
    readonly between: readonly string[];
    readonly sentence: string;
  }[];
  /** The price nearest below the present lowest (or mean) at which one more bid changes who is first. */
  readonly extraBidPence: number | null;
  readonly extraBidFirst: readonly string[];
  /** The same above the present highest (or mean). */
  readonly extraBidAbovePence: number | null;
  readonly extraBidAboveFirst: readonly string[];
};
