import type { Rational } from '../exact/rational.ts';
import { whole } from '../exact/rational.ts';
import { aggregateScores, smallSum } from './aggregate.ts';
import type { ScoreList } from './aggregate.ts';
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
  const marks = table.panel[cell];
  const panelWithout = without && !without.frontline ? without.score : undefined;
  const heard = active[leaf] ? table.frontline[cell] : undefined;
  if (agreed === undefined && marks && !heard && method.aggregate === 'mean') {
    return meanCell(scale, marks, panelWithout);
  }
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
const meanCell = (scale: ScaleUnits, marks: ScoreList, without: number | undefined): Cell | null => {
  const count = marks.scores.length - (without === undefined ? 0 : 1);
  const sum = count < MOST_REMEMBERED ? smallSum(marks, without) : null;
  const key = sum === null ? NaN : sum * MOST_REMEMBERED + count;
  const known = scale.remembered.get(key);
  if (known) return known;
  const mean = aggregateScores(marks, 'mean', without);
  const cell = mean && toCell(scale, mean);
  if (cell && Number.isSafeInteger(key) && scale.remembered.size < MOST_REMEMBERED)
    scale.remembered.set(key, cell);
  return cell;
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
  const { cellOf, scoreOf, isFrontline, marksOf } = prepared.table;
  const width = prepared.tree.leaves.length;
  const switched = active.map((now, leaf) => now !== before[leaf]);
  const marks = assessor === undefined ? [] : (marksOf[assessor] ?? []);
  if (marks.length === 0 && !switched.includes(true)) return null;
  const ownMark = new Int32Array(prepared.options.length * width).fill(-1);
  for (const mark of marks) ownMark[cellOf[mark] ?? 0] = mark;
  return (option) =>
    (grid[option] ?? []).map((before, leaf) => {
      const cell = option * width + leaf;
      const mark = ownMark[cell] ?? -1;
      if (mark < 0) return switched[leaf] ? scoreCell(prepared, cell, useConsensus, active) : before;
      const without = { score: scoreOf[mark] ?? 0, frontline: isFrontline[mark] === 1 };
      return scoreCell(prepared, cell, useConsensus, active, without);
    });
};
