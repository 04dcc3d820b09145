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
  const over = (a: readonly number[], b: readonly number[]): number =>
    shares.reduce((sum, share, criterion) => {
      const lead = (a[criterion] ?? Number.NaN) - (b[criterion] ?? Number.NaN);
      const better = table.directions[criterion] === 'cost' ? -lead : lead;
      return sum + share * preferenceOf(preferences[criterion] ?? { function: 'usual' }, better);
    }, 0);
  const meanOver = (flow: (other: readonly number[]) => number, own: number): number =>
    table.rows.reduce((sum, other, index) => (index === own ? sum : sum + flow(other)), 0) / others;
  return table.rows.map((row, own) => {
    const positive = meanOver((other) => over(row, other), own);
    const negative = meanOver((other) => over(other, row), own);
    return { positive, negative, net: positive - negative };
  });
};
