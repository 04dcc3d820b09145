import { decimalOf } from '../exact/decimal.ts';
import { isEqual, toDouble, whole } from '../exact/rational.ts';
import type { Omission, Standing } from './create-scorer.ts';
import type { Prepared } from './prepare-case.ts';
import { buildReference, isRelative } from './price-methods.ts';
import { measuredOptions } from './price-standing.ts';
import { valueOfUnits } from './scale-units.ts';
import type { Grid } from './score-grid.ts';

/**
 * Who is first without one piece, found in ordinary numbers where those cannot be wrong. The question: which of hundreds
 * of smaller cases are plain enough to be answered without exact fractions?
 *
 * Every total is worked out in doubles, whose error here is below 10^-9. Where the first place leads by more than MARGIN
 * and every minimum is passed or missed by more than MARGIN, exact arithmetic would say the same. Anything closer,
 * anything missing, and any change in who passes or in what prices are measured against, gives null: ask the exact
 * way. So it makes a large case quick and cannot change an answer; the spec compares the two on random cases.
 */
export type QuickLeftOut = (omission: Omission) => string | null;

const MARGIN = 1e-6;
/** With less weight than this left, putting the rest over it would make the error too large. */
const LEAST_LEFT = 1e-3;

type Place = {
  readonly index: number;
  readonly id: string;
  readonly ranked: boolean;
  readonly out: boolean;
  readonly failedGate: boolean;
};

type Best = { readonly index: number; readonly id: string; readonly total: number };

/** `grid` with consensus, `panelOnly` without it, asked for when an assessor is left out. */
export const createQuickLeftOut = (
  prepared: Prepared,
  standing: Standing,
  grid: Grid,
  panelOnly: () => Grid,
): QuickLeftOut => {
  const { tree, method, options } = prepared;
  if (method.frontlineShareBp > 0 || standing.missing.length > 0 || tree.leaves.length === 0)
    return () => null;
  const width = tree.leaves.length;
  const share = Float64Array.from(tree.leaves, (leaf) => toDouble({ n: leaf.share, d: tree.whole }));
  const minimums = listMinimums(prepared);
  const places = standing.options.map((one) => ({
    index: one.option.index,
    id: one.option.given.id,
    ranked: one.rank !== null,
    out: one.judgement.eliminated.length > 0,
    failedGate: one.option.gates.failed.length > 0,
    price: one.priceValue ? toDouble(one.priceValue) : 0,
  }));
  /** The values of every option by leaf, its price's among them. */
  const asDoubles = (of: Grid): Float64Array => {
    const values = new Float64Array(options.length * width);
    for (const { index, price } of places) {
      for (let leaf = 0; leaf < width; leaf += 1) values[index * width + leaf] = cellValue(of, index, leaf);
      if (tree.price !== null) values[index * width + tree.price] = price;
    }
    return values;
  };
  const agreed = asDoubles(grid);
  const priceSetters = listPriceSetters(prepared, standing);

  const stillOut = (values: Float64Array, row: number, without: number | undefined): boolean | null => {
    let isOut = false;
    for (const { members, least, ownLeaf } of minimums) {
      if (ownLeaf !== null && ownLeaf === without) continue;
      let [sum, shares] = [0, 0];
      for (const { leaf, weight } of members) {
        if (leaf === without) continue;
        sum += weight * (values[row + leaf] ?? NaN);
        shares += weight;
      }
      if (shares === 0) continue;
      const over = sum / shares - least;
      if (!(Math.abs(over) > MARGIN)) return null;
      if (over < 0) isOut = true;
    }
    return isOut;
  };

  /** Puts an option among the three highest of the ranked; false where ordinary numbers cannot say. */
  const enter = (best: Best[], place: Place, values: Float64Array, row: number, leaf = width): boolean => {
    const out = place.failedGate || (minimums.length > 0 && stillOut(values, row, leaf));
    if (out !== place.out) return false;
    if (!place.ranked) return true;
    let total = 0;
    for (let at = 0; at < leaf; at += 1) total += (share[at] as number) * (values[row + at] as number);
    for (let at = leaf + 1; at < width; at += 1)
      total += (share[at] as number) * (values[row + at] as number);
    total /= leaf < width ? 1 - (share[leaf] as number) : 1;
    if (!(total >= -MARGIN)) return false;
    if (best.length < 3 || total > (best[2]?.total ?? 0)) {
      best.push({ index: place.index, id: place.id, total });
      best.sort((one, other) => other.total - one.total);
      best.length = Math.min(best.length, 3);
    }
    return true;
  };
  const bestOn = (leaf?: number): readonly Best[] | null => {
    if (leaf !== undefined && (leaf === tree.price || 1 - (share[leaf] ?? 0) < LEAST_LEFT)) return null;
    const best: Best[] = [];
    return places.every((place) => enter(best, place, agreed, place.index * width, leaf)) ? best : null;
  };

  /**
   * By assessor, the best without him or her; null where that cannot be said. All at once, option by option, so that
   * each mark is read once.
   */
  const bestWithoutEach = (): readonly (readonly Best[] | null)[] => {
    const panel = panelOnly() === grid ? agreed : asDoubles(panelOnly());
    const people = prepared.table.assessors.length;
    const found = Array.from({ length: people }, (): Best[] | null => []);
    const fillRows = createFillRows(prepared, panel);
    const rows = new Float64Array(people * width);
    for (const place of fillRows ? places : []) {
      fillRows?.(place.index, rows);
      found.forEach((best, assessor) => {
        if (best && !enter(best, place, rows, assessor * width)) found[assessor] = null;
      });
    }
    return fillRows ? found : [];
  };
  const firstOf = (best: readonly Best[] | null | undefined): string | null => {
    const [first, second] = best ?? [];
    return first && first.total - (second?.total ?? -Infinity) > MARGIN ? first.id : null;
  };
  let whole: readonly Best[] | undefined;
  let withoutEach: ReturnType<typeof bestWithoutEach> | undefined;

  return ({ option, leaf, assessor }) => {
    if (option !== undefined) {
      if (priceSetters.has(option)) return null;
      whole ??= bestOn() ?? [];
      return firstOf(whole.filter(({ index }) => index !== option));
    }
    if (assessor === undefined) return firstOf(bestOn(leaf));
    withoutEach ??= bestWithoutEach();
    return firstOf(withoutEach[assessor]);
  };
};

const cellValue = (grid: Grid, option: number, leaf: number): number => {
  const cell = grid[option]?.[leaf];
  return cell ? Number(cell.value.n) / Number(cell.value.d) : NaN;
};

type Minimum = {
  readonly members: readonly { readonly leaf: number; readonly weight: number }[];
  /** On 0-100. */
  readonly least: number;
  /** Set when the minimum belongs to one leaf and goes with it. */
  readonly ownLeaf: number | null;
};

const listMinimums = ({ tree, table, given }: Prepared): readonly Minimum[] => {
  const ofLeaves = tree.leaves.flatMap(({ scored }, leaf): Minimum[] => {
    const scale = table.scales[leaf];
    if (scored?.minimum === undefined || !scale) return [];
    const { n, d } = decimalOf(scored.minimum);
    const least = toDouble(valueOfUnits(scale, { n: n * scale.unit, d }));
    return [{ members: [{ leaf, weight: 1 }], least: scale.curve ? NaN : least, ownLeaf: leaf }];
  });
  const ofGroups = tree.nodes.flatMap(({ group, members }): Minimum[] =>
    group?.minimum === undefined
      ? []
      : [
          {
            members: members.map(({ leaf, share }) => ({ leaf, weight: toDouble(whole(share)) })),
            // A group with the price in it has no value of its own to hold against a minimum: ask the exact way.
            least: members.some(({ leaf }) => leaf === tree.price) ? NaN : group.minimum,
            ownLeaf: null,
          },
        ],
  );
  const scored = tree.leaves.flatMap((leaf, place) =>
    leaf.scored ? [{ leaf: place, weight: toDouble({ n: leaf.share, d: tree.whole }) }] : [],
  );
  const { minimumQuality } = given.rubric;
  return [
    ...ofLeaves,
    ...ofGroups,
    ...(minimumQuality === undefined ? [] : [{ members: scored, least: minimumQuality, ownLeaf: null }]),
  ];
};

/**
 * The options against which other prices are measured: the lowest for the ratios, both ends for min-max, every one for
 * the mean.
 */
const listPriceSetters = ({ method }: Prepared, standing: Standing): ReadonlySet<number> => {
  if (!method.price || !isRelative(method.price.method)) return new Set();
  const passed = standing.options.filter((one) => one.judgement.eliminated.length === 0);
  const measured = measuredOptions(passed.map((one) => one.option));
  const reference = buildReference(measured.flatMap((one) => one.cost ?? []));
  if (!reference) return new Set();
  const isMean = method.price.method === 'mean-based';
  const ends = method.price.method === 'min-max' ? [reference.low, reference.high] : [reference.low];
  const setters = measured.filter(({ cost }) => isMean || ends.some((end) => cost && isEqual(cost, end)));
  return new Set(setters.map(({ index }) => index));
};

/**
 * Writes an option's values without each person's marks, a row a person, by subtraction from the sums of marks; null where
 * it takes more than that: another aggregate, a value function. Without a cell's only mark its value is not a number,
 * which no total survives.
 */
const createFillRows = (
  { table, method, tree }: Prepared,
  panel: Float64Array,
): ((option: number, rows: Float64Array) => void) | null => {
  if (method.aggregate !== 'mean' || table.scales.some((scale) => scale?.curve)) return null;
  const width = tree.leaves.length;
  const { start, assessorOf, scoreOf, sums } = table.panel;
  const lowest = table.scales.map((scale) => Number(scale?.lowest ?? 0));
  const perUnit = table.scales.map((scale) => 100 / Number(scale?.range ?? 1));
  return (option, rows) => {
    const whole = panel.subarray(option * width, (option + 1) * width);
    for (let row = 0; row < rows.length; row += width) rows.set(whole, row);
    for (let leaf = 0; leaf < width; leaf += 1) {
      const cell = option * width + leaf;
      const [from, to] = [start[cell] as number, start[cell + 1] as number];
      const sum = sums[cell] as number;
      for (let mark = from; mark < to; mark += 1) {
        const mean = (sum - (scoreOf[mark] as number)) / (to - from - 1);
        rows[(assessorOf[mark] as number) * width + leaf] =
          (mean - (lowest[leaf] as number)) * (perUnit[leaf] as number);
      }
    }
  };
};
