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
  const positive = new Float64Array(size);
  const negative = new Float64Array(size);
  const values = benefits(table, shares.length);
  const isUsual = preferences.map((preference) => preference.function === 'usual');
  for (let a = 0; a < size; a += 1) {
    for (let b = a + 1; b < size; b += 1) {
      // Both ways at once: where one of the two leads, the other does not.
      let [aOver, bOver] = [0, 0];
      for (let criterion = 0; criterion < shares.length; criterion += 1) {
        const lead =
          (values[a * shares.length + criterion] as number) -
          (values[b * shares.length + criterion] as number);
        if (lead === 0) continue;
        const share = shares[criterion] as number;
        const preference = preferences[criterion] ?? USUAL;
        const preferred = isUsual[criterion]
          ? share
          : share * preferenceOf(preference, lead < 0 ? -lead : lead);
        if (lead < 0) bOver += preferred;
        else aOver += preferred;
      }
      (positive[a] as number) += aOver;
      (negative[b] as number) += aOver;
      (positive[b] as number) += bOver;
      (negative[a] as number) += bOver;
    }
  }
  return table.rows.map((_row, option) => {
    const [over, under] = [(positive[option] ?? 0) / others, (negative[option] ?? 0) / others];
    return { positive: over, negative: under, net: over - under };
  });
};

const USUAL: Preference = { function: 'usual' };

/** All values in one array, by option, each turned so that more is better. */
const benefits = ({ rows, directions }: PerformanceTable, width: number): Float64Array => {
  const values = new Float64Array(rows.length * width);
  rows.forEach((row, option) => {
    for (let criterion = 0; criterion < width; criterion += 1) {
      const value = row[criterion] ?? Number.NaN;
      values[option * width + criterion] = directions[criterion] === 'cost' ? -value : value;
    }
  });
  return values;
};
