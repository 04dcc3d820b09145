import { sharesOf } from './performance-table.ts';
import type { Direction, PerformanceTable } from './performance-table.ts';
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
  const positive = new Float64Array(size);
  const negative = new Float64Array(size);
  table.rows.forEach((row, a) => {
    table.rows.forEach((other, b) => {
      if (a === b) return;
      const preference = preferenceOver(row, other, shares, table.directions, preferences);
      positive[a] = (positive[a] ?? 0) + preference;
      negative[b] = (negative[b] ?? 0) + preference;
    });
  });
  return table.rows.map((_row, option) => {
    const [over, under] = [(positive[option] ?? 0) / others, (negative[option] ?? 0) / others];
    return { positive: over, negative: under, net: over - under };
  });
};

const preferenceOver = (
  row: readonly number[],
  other: readonly number[],
  shares: readonly number[],
  directions: readonly Direction[],
  preferences: readonly Preference[],
): number => {
  let total = 0;
  for (let criterion = 0; criterion < shares.length; criterion += 1) {
    const lead = (row[criterion] ?? Number.NaN) - (other[criterion] ?? Number.NaN);
    const better = directions[criterion] === 'cost' ? -lead : lead;
    if (better <= 0) continue;
    const preference = preferences[criterion] ?? { function: 'usual' };
    total += (shares[criterion] ?? 0) * preferenceOf(preference, better);
  }
  return total;
};
