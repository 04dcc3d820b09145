import { sharesOf } from './performance-table.ts';
import type { PerformanceTable } from './performance-table.ts';
import { checkPreference, preferenceOf } from './preference.ts';
import type { Preference } from './preference.ts';

/**
 * PROMETHEE II. The question: if every option met every other one, criterion by criterion, how much more often would it
 * be preferred than not?
 *
 *   preference of a over b  sum over criteria of weight x preference function of the lead of a over b
 *   positive flow           the mean preference of a over each of the m - 1 others
 *   negative flow           the mean preference of each of the others over a
 *   net flow                positive less negative; the net flows of all options sum to 0
 *
 * Never an award rule: an option's flow depends on who else is there. Source: Brans and Vincke 1985.
 * Limits: m - 1 is the divisor (one published package divides by m, which gives other figures in the same order). With
 * one option there is nobody to meet, and the flows are null.
 * Example: (4,3,2), (3,2,4), (5,1,3) at 0.5, 0.3, 0.2 by the usual function have the net flows 0.1, -0.3 and 0.2.
 */
export type Flows = { readonly positive: number; readonly negative: number; readonly net: number };

export const prometheeFlows = (
  table: PerformanceTable,
  preferences: readonly Preference[],
): readonly Flows[] | null => {
  const shares = sharesOf(table);
  if (preferences.length !== shares.length) {
    throw new RangeError('Each criterion needs one preference function.');
  }
  const fault = preferences.map(checkPreference).find((found) => found !== null);
  if (fault) throw new RangeError(`A preference function cannot be used: ${fault}`);
  const others = table.rows.length - 1;
  if (others === 0) return null;
  const size = table.rows.length;
  const over = new Float64Array(size * size);
  shares.forEach((share, criterion) => {
    const preference = preferences[criterion] ?? { function: 'usual' };
    addPreferences(over, benefitsOf(table, criterion), (lead) => share * preferenceOf(preference, lead));
  });
  const positive = new Float64Array(size);
  const negative = new Float64Array(size);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      (positive[a] as number) += over[a * size + b] as number;
      (negative[b] as number) += over[a * size + b] as number;
    }
  }
  return table.rows.map((_row, option) => {
    const [over, under] = [(positive[option] ?? 0) / others, (negative[option] ?? 0) / others];
    return { positive: over, negative: under, net: over - under };
  });
};

/** The options' values on one criterion, turned so that more is better. */
const benefitsOf = ({ rows, directions }: PerformanceTable, criterion: number): Float64Array =>
  new Float64Array(
    rows.map((row) => {
      const value = row[criterion] ?? Number.NaN;
      return directions[criterion] === 'cost' ? -value : value;
    }),
  );

/** Adds what one criterion says to every pair's preference. Best first, so that each option meets those behind it only. */
const addPreferences = (
  over: Float64Array,
  values: Float64Array,
  preferred: (lead: number) => number,
): void => {
  const size = values.length;
  const order = Array.from(values, (_value, option) => option).sort(
    (a, b) => (values[b] as number) - (values[a] as number),
  );
  for (let ahead = 0; ahead < size; ahead += 1) {
    const a = order[ahead] as number;
    for (let behind = ahead + 1; behind < size; behind += 1) {
      const b = order[behind] as number;
      const lead = (values[a] as number) - (values[b] as number);
      if (lead > 0) (over[a * size + b] as number) += preferred(lead);
    }
  }
};
