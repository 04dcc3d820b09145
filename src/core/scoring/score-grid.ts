import type { Rational } from '../exact/rational.ts';
import { whole } from '../exact/rational.ts';
import { aggregateScores } from './aggregate.ts';
import { countAt, listAt } from './cell-marks.ts';
import type { CellMarks } from './cell-marks.ts';
import type { Prepared } from './prepare-case.ts';
import { valueOfUnits } from './scale-units.ts';
import type { Cell, ScaleUnits } from './scale-units.ts';

/**
 * The score and value of every cell. The question: what did this option get on this criterion?
 *
 * Score = the consensus where there is one, else the aggregate of the panel's marks. Where frontline people can answer
 * the criterion, the rubric gives them a share s above nought, and enough of them marked it, the score becomes
 * (1 - s) x that + s x the mean of the frontline marks. A cell that no frontline person marked keeps the panel's score.
 * A cell without consensus and without a panel mark is null: missing, never nought.
 * Example: panel 4, frontline mean 2, s = 3000 basis points: 0.7 x 4 + 0.3 x 2 = 3.4.
 */
/** The cells of one option, by leaf. */
export type Row = readonly (Cell | null)[];
/** The rows of all options. */
export type Grid = readonly Row[];

const ALL_BP = 10000n;

/** Leaves on which the frontline share counts, by leaf. */
export type ActiveShare = readonly boolean[];

export const activeShare = (
  prepared: Prepared,
  without: { readonly assessor?: number; readonly option?: number } = {},
): ActiveShare => {
  const { frontlineShareBp, frontlineMinimum } = prepared.method;
  return prepared.tree.leaves.map(
    (leaf, index) =>
      frontlineShareBp > 0 &&
      leaf.scored?.frontlineCanAnswer === true &&
      prepared.markers.count(index, without) >= frontlineMinimum,
  );
};

type Without = { readonly score: number; readonly frontline: boolean };

const scoreCell = (
  prepared: Prepared,
  cell: number,
  useConsensus: boolean,
  active: ActiveShare,
  without?: Without,
): Cell | null => {
  const { table, method, tree } = prepared;
  const leaf = cell % tree.leaves.length;
  const scale = table.scales[leaf];
  if (!scale) return null;
  const agreed = useConsensus ? table.consensus[cell] : undefined;
  const panelWithout = without && !without.frontline ? without.score : undefined;
  const heard = active[leaf] ? listAt(table.frontline, cell) : undefined;
  if (agreed === undefined && !heard && method.aggregate === 'mean') {
    return meanCell(scale, table.panel, cell, panelWithout);
  }
  const marks = listAt(table.panel, cell);
  const panel = marks ? aggregateScores(marks, method.aggregate, panelWithout) : null;
  const own = agreed === undefined ? panel : whole(agreed);
  if (!own) return null;
  const theirs = heard
    ? aggregateScores(heard, 'mean', without?.frontline ? without.score : undefined)
    : null;
  const score = theirs ? mixed(own, theirs, BigInt(method.frontlineShareBp)) : own;
  return toCell(scale, score);
};

const toCell = (scale: ScaleUnits, score: Rational): Cell => ({ score, value: valueOfUnits(scale, score) });

const MOST_REMEMBERED = 4096;

/** The plain mean is by far the most frequent cell, and on a short scale few different ones occur: remember them. */
const meanCell = (
  scale: ScaleUnits,
  panel: CellMarks,
  cell: number,
  without: number | undefined,
): Cell | null => {
  const count = countAt(panel, cell) - (without === undefined ? 0 : 1);
  if (count <= 0) return null;
  const sum = (panel.sums[cell] as number) - (without ?? 0);
  const key = count < MOST_REMEMBERED && Number.isSafeInteger(sum) ? sum * MOST_REMEMBERED + count : NaN;
  const known = scale.remembered.get(key);
  if (known) return known;
  const marks = listAt(panel, cell);
  const mean = marks ? aggregateScores(marks, 'mean', without) : null;
  const found = mean && toCell(scale, mean);
  if (found && Number.isSafeInteger(key) && scale.remembered.size < MOST_REMEMBERED)
    scale.remembered.set(key, found);
  return found;
};

export const mixed = (own: Rational, theirs: Rational, shareBp: bigint): Rational => ({
  n: (ALL_BP - shareBp) * own.n * theirs.d + shareBp * theirs.n * own.d,
  d: ALL_BP * own.d * theirs.d,
});

export const buildGrid = (prepared: Prepared, useConsensus: boolean, active: ActiveShare): Grid => {
  const { leaves } = prepared.tree;
  return prepared.options.map(({ index }) =>
    leaves.map((_leaf, leaf) => scoreCell(prepared, index * leaves.length + leaf, useConsensus, active)),
  );
};

type Base = { readonly grid: Grid; readonly active: ActiveShare; readonly useConsensus: boolean };

/**
 * The rows after a change: columns whose frontline share switched, and the cells that one person marked. Null when the
 * change touches no cell. A row is made when it is asked for, so that only one of them is held at a time.
 */
export const amendRows = (
  prepared: Prepared,
  { grid, active: before, useConsensus }: Base,
  active: ActiveShare,
  assessor?: number,
): ((option: number) => Row) | null => {
  const width = prepared.tree.leaves.length;
  const switched = active.map((now, leaf) => now !== before[leaf]);
  const own = assessor === undefined ? new Map<number, Without>() : ownMarks(prepared, assessor);
  if (own.size === 0 && !switched.includes(true)) return null;
  return (option) =>
    (grid[option] ?? []).map((before, leaf) => {
      const cell = option * width + leaf;
      const without = own.get(cell);
      return without || switched[leaf] ? scoreCell(prepared, cell, useConsensus, active, without) : before;
    });
};

/** By cell. */
const ownMarks = ({ table }: Prepared, assessor: number): ReadonlyMap<number, Without> => {
  const found = new Map<number, Without>();
  for (const group of ['panel', 'frontline'] as const) {
    const { cellOf, scoreOf, placesOf } = table[group];
    for (const mark of placesOf(assessor))
      found.set(cellOf()[mark] ?? 0, { score: scoreOf[mark] ?? 0, frontline: group === 'frontline' });
  }
  return found;
};
