import type { Fault } from '../errors.ts';
import type { Rubric } from './rubric.ts';

/** Are the numbers of the method numbers that it can work with? A schema says so of a file; this says so of any rubric. */
export const checkMethod = ({ method = {} }: Rubric): readonly Fault[] => [
  ...checkWhole('frontlineShareBp', method.frontlineShareBp, 0, ALL_BP),
  ...checkWhole('frontlineMinimum', method.frontlineMinimum, 1, 1_000_000),
  ...checkWhole('discountRateBp', method.discountRateBp, 0, ALL_BP),
  ...checkWhole('moneyPerQualityPointPence', method.moneyPerQualityPointPence, 1, Number.MAX_SAFE_INTEGER),
];

const ALL_BP = 10_000;

const checkWhole = (key: string, value: number | undefined, least: number, most: number): readonly Fault[] =>
  value === undefined || (Number.isSafeInteger(value) && value >= least && value <= most)
    ? []
    : [{ path: `/method/${key}`, message: `${value} is not a whole number from ${least} to ${most}.` }];
