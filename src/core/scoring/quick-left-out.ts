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
  const asDoubles = (of: Grid): Float64Array =>
    new Float64Array(options.length * width).map((_zero, cell) =>
      cellValue(of, Math.floor(cell / width), cell % width),
    );
  const agreed = asDoubles(grid);
  const priceSetters = listPriceSetters(prepared, standing);
  let without: ReturnType<typeof createWithoutAssessor> | undefined;
  let whole: readonly Best[] | undefined;

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

  /** The ranked options' totals, the three highest first; null where ordinary numbers cannot say. */
  const bestOn = (values: Float64Array, leaf?: number): readonly Best[] | null => {
    if (leaf !== undefined && leaf === tree.price) return null;
    const left = 1 - (leaf === undefined ? 0 : (share[leaf] ?? 0));
    if (left < LEAST_LEFT) return null;
    const best: Best[] = [];
    for (const place of places) {
      const row = place.index * width;
      const out = place.failedGate || stillOut(values, row, leaf);
      if (out !== place.out) return null;
      if (!place.ranked) continue;
      let total = 0;
      for (let at = 0; at < width; at += 1) {
        if (at !== leaf)
          total += (share[at] as number) * (at === tree.price ? place.price : (values[row + at] as number));
      }
      total /= left;
      if (!(total >= -MARGIN)) return null;
      if (best.length < 3 || total > (best[2]?.total ?? 0)) {
        best.push({ index: place.index, id: place.id, total });
        best.sort((one, other) => other.total - one.total);
        best.length = Math.min(best.length, 3);
      }
    }
    return best;
  };
  const firstOf = (best: readonly Best[] | null): string | null => {
    const [first, second] = best ?? [];
    return first && first.total - (second?.total ?? -Infinity) > MARGIN ? first.id : null;
  };

  return (omission) => {
    const { option, leaf, assessor } = omission;
    if (option !== undefined) {
      if (priceSetters.has(option)) return null;
      whole ??= bestOn(agreed) ?? [];
      return firstOf(whole.filter(({ index }) => index !== option));
    }
    if (assessor === undefined) return firstOf(bestOn(agreed, leaf));
    without ??= createWithoutAssessor(prepared, asDoubles(panelOnly()));
    const values = without(assessor);
    return firstOf(values && bestOn(values));
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
            least: group.minimum,
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
 * The panel's values without one person's marks, by subtraction from the sums of marks; null where it takes more than
 * that: another aggregate, a value function, a cell that nobody else marked.
 */
const createWithoutAssessor = (
  { table, method, tree }: Prepared,
  panel: Float64Array,
): ((assessor: number) => Float64Array | null) => {
  const width = tree.leaves.length;
  const plain = method.aggregate === 'mean' && table.scales.every((scale) => !scale?.curve);
  const numbers = (of: (cell: number) => number): Float64Array =>
    Float64Array.from(panel, (_value, cell) => of(cell));
  const sums = numbers((cell) => table.panel[cell]?.sum ?? NaN);
  const counts = numbers((cell) => table.panel[cell]?.scores.length ?? 0);
  const lowest = table.scales.map((scale) => Number(scale?.lowest ?? 0));
  const values = new Float64Array(panel.length);
  const perUnit = table.scales.map((scale) => 100 / Number(scale?.range ?? 1));
  return (assessor) => {
    if (!plain) return null;
    values.set(panel);
    const marks = table.marksOf[assessor] ?? [];
    for (let at = 0; at < marks.length; at += 1) {
      const mark = marks[at] as number;
      if (table.isFrontline[mark] === 1) continue;
      const cell = table.cellOf[mark] as number;
      const leaf = cell % width;
      const mean =
        ((sums[cell] as number) - (table.scoreOf[mark] as number)) / ((counts[cell] as number) - 1);
      // Without the only mark this is not a number, which no total survives.
      values[cell] = (mean - (lowest[leaf] as number)) * (perUnit[leaf] as number);
    }
    return values;
  };
};
