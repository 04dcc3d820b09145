import type { Rational } from '../exact/rational.ts';
import { aggregateScores } from './aggregate.ts';
import type { Prepared } from './prepare-case.ts';
import { valueOfUnits } from './scale-units.ts';

/**
 * The score and value of every cell. The question: what did this option get on this criterion?
 *
 * Score = the consensus where there is one, else the aggregate of the panel's marks. Where frontline people can answer
 * the criterion, the rubric gives them a share s above nought, and enough of them marked it, the score becomes
 * (1 - s) x that + s x the mean of the frontline marks. A cell that no frontline person marked keeps the panel's score.
 * A cell without consensus and without a panel mark is null: missing, never nought.
 * Example: panel 4, frontline mean 2, s = 3000 basis points: 0.7 x 4 + 0.3 x 2 = 3.4.
 */
export type Cell = { /** In units of the scale. */ readonly score: Rational; readonly value: Rational };
export type Grid = readonly (Cell | null)[];

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

type Without = { readonly score: bigint; readonly frontline: boolean };

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
  const own =
    agreed !== undefined
      ? { n: agreed, d: 1n }
      : marks
        ? aggregateScores(marks, method.aggregate, panelWithout)
        : null;
  if (!own) return null;
  const heard = active[leaf] ? table.frontline[cell] : undefined;
  const theirs = heard
    ? aggregateScores(heard, 'mean', without?.frontline ? without.score : undefined)
    : null;
  const score = theirs ? mixed(own, theirs, BigInt(method.frontlineShareBp)) : own;
  return { score, value: valueOfUnits(scale, score) };
};

const mixed = (own: Rational, theirs: Rational, shareBp: bigint): Rational => ({
  n: (ALL_BP - shareBp) * own.n * theirs.d + shareBp * theirs.n * own.d,
  d: ALL_BP * own.d * theirs.d,
});

export const buildGrid = (prepared: Prepared, useConsensus: boolean, active: ActiveShare): Grid =>
  prepared.table.panel.map((_marks, cell) => scoreCell(prepared, cell, useConsensus, active));

/** The grid after a change: columns whose frontline share switched, and the cells that one person marked. */
export const amendGrid = (
  prepared: Prepared,
  base: { readonly grid: Grid; readonly active: ActiveShare; readonly useConsensus: boolean },
  active: ActiveShare,
  assessor?: number,
): Grid => {
  const leaves = prepared.tree.leaves.length;
  const switched = active.map((now, leaf) => now !== base.active[leaf]);
  const marks = assessor === undefined ? [] : (prepared.table.marksOf[assessor] ?? []);
  if (marks.length === 0 && !switched.includes(true)) return base.grid;
  const grid = base.grid.map((cell, index) =>
    switched[index % leaves] ? scoreCell(prepared, index, base.useConsensus, active) : cell,
  );
  for (const mark of marks) {
    grid[mark.cell] = scoreCell(prepared, mark.cell, base.useConsensus, active, mark);
  }
  return grid;
};
