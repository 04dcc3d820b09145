import type { Fault } from '../errors.ts';
import { checkAppliesWhen, checkIds, checkPrice } from './check-criteria.ts';
import { checkMethod } from './check-method.ts';
import { checkScales } from './check-scales.ts';
import { checkValueFunctions } from './check-value-functions.ts';
import { checkWeights } from './check-weights.ts';
import type { Rubric } from './rubric.ts';

/**
 * What a schema cannot say about a rubric. Every fault, with its JSON pointer; empty means the rubric can be used.
 * The rubric has the shape of rubrics/rubric.schema.json already.
 */
export const checkRubric = (rubric: Rubric): readonly Fault[] => [
  ...checkIds(rubric),
  ...checkMethod(rubric),
  ...checkWeights(rubric),
  ...checkPrice(rubric),
  ...checkScales(rubric),
  ...checkValueFunctions(rubric),
  ...checkAppliesWhen(rubric),
];
