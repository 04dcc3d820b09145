import type { Aggregate, DiscountTiming, PriceBasis, PriceMethod, Rubric, Trial } from './rubric.ts';
import { listPrices } from './walk-rubric.ts';

/** How the marks and prices of a rubric become a ranking, with every default filled in. */
export type RubricMethod = {
  readonly aggregate: Aggregate;
  readonly frontlineShareBp: number;
  readonly frontlineMinimum: number;
  readonly discountRateBp: number;
  readonly discountTiming: DiscountTiming;
  readonly tieRule: string;
  readonly trial: Trial | null;
  /** Null when the rubric has no price criterion. */
  readonly price: PriceRule | null;
};

export type PriceRule = {
  readonly criterion: string;
  readonly basis: PriceBasis;
  readonly method: PriceMethod;
  readonly floorPence: number | null;
  readonly ceilingPence: number | null;
};

export const rubricMethod = (rubric: Rubric): RubricMethod => {
  const method = rubric.method ?? {};
  return {
    aggregate: method.aggregate ?? 'mean',
    frontlineShareBp: method.frontlineShareBp ?? 0,
    frontlineMinimum: method.frontlineMinimum ?? 5,
    discountRateBp: method.discountRateBp ?? 350,
    discountTiming: method.discountTiming ?? 'end-year',
    tieRule: method.tieRule ?? 'report',
    trial: method.trial ?? null,
    price: priceRule(rubric),
  };
};

const priceRule = (rubric: Rubric): PriceRule | null => {
  const price = listPrices(rubric)[0]?.criterion;
  if (!price) return null;
  return {
    criterion: price.id,
    basis: price.basis ?? 'whole-life',
    method: price.method ?? 'benchmark-linear',
    floorPence: price.floorPence ?? null,
    ceilingPence: price.ceilingPence ?? null,
  };
};
