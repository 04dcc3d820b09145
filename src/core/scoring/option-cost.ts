import type { Rational } from '../exact/rational.ts';
import type { RubricMethod } from '../rubric/rubric-method.ts';
import type { CaseOption, CostLine } from './case.ts';
import { presentValue, undiscounted } from './present-value.ts';

/**
 * What an option costs on the rubric's basis, exactly; whole pence come later, for display.
 *
 *   whole-life  the present value of every line
 *   tendered    the lines marked tendered (which a line is unless it says otherwise), undiscounted
 *
 * Null when there is nothing to add up: a price that was not given is missing, never nought.
 * A rubric without a price criterion still shows whole-life costs where an option has them.
 */
export const costOf = (option: CaseOption, method: RubricMethod): Rational | null => {
  const basis = method.price?.basis ?? 'whole-life';
  const lines = (option.costs ?? []).filter((line) => basis === 'whole-life' || isTendered(line));
  if (lines.length === 0) return null;
  return basis === 'tendered' ? undiscounted(lines) : presentValue(lines, method.discountRateBp);
};

const isTendered = (line: CostLine): boolean => line.tendered ?? true;
