import { shownDouble, shownNumber } from '../exact/decimal.ts';
import type { Rational } from '../exact/rational.ts';
import { add, compare, fraction, HUNDRED, multiply, subtract, toDouble, whole } from '../exact/rational.ts';
import type { MarkChange } from '../robustness/mark-change.ts';
import { aggregateScores, listScores } from './aggregate.ts';
import { countAt, listAt } from './cell-marks.ts';
import type { Ranked } from './contenders.ts';
import { buildMarkSteps } from './mark-steps.ts';
import type { MarkSteps } from './mark-steps.ts';
import type { Prepared } from './prepare-case.ts';
import { scoreOfUnits, valueOfUnits } from './scale-units.ts';
import type { ScaleUnits } from './scale-units.ts';
import { activeShare, mixed } from './score-grid.ts';

/**
 * Smallest mark change. The question: how far would one person have to change one mark for this rival to draw level?
 *
 * One mark of the winner goes down, or one of the rival up, to another mark of its scale, until the rival's total is no
 * longer below the winner's; of all such changes the one that moves the mark by the least part of its scale, then the
 * earlier criterion, the winner before the rival, the assessor whose id comes first. Where a score was agreed in moderation it is that
 * score that moves. Exact. Null when no single mark can do it.
 *
 * Limits: gates, minimums and price values are held. A value function is taken to rise, or to fall, all the way.
 * Example: weights 50:50 on 0 to 5, one assessor, A 4 and 3, B 3 and 3: B is level when A's first mark drops by one.
 */
export type MarkChangeFinder = (winner: Ranked, rival: Ranked) => MarkChange | null;

type Best = { readonly part: number; readonly change: MarkChange } | null;

type Column = {
  readonly id: string;
  readonly share: bigint;
  readonly scale: ScaleUnits;
  readonly steps: MarkSteps;
};

export const createMarkChangeFinder = (prepared: Prepared): MarkChangeFinder => {
  const { tree, table, given } = prepared;
  const columns = tree.leaves.map(({ id, share, scored }, leaf): Column | null => {
    const scale = table.scales[leaf];
    if (!scored || !scale || share === 0n) return null;
    return { id, share, scale, steps: buildMarkSteps(given.rubric, scored, scale) };
  });
  const cells = createCells(prepared);
  return (winner, rival) => {
    const lead = multiply(subtract(winner.contender.total, rival.contender.total), whole(tree.whole));
    const leadAbout = toDouble(lead);
    let best: Best = null;
    columns.forEach((column, leaf) => {
      if (!column) return;
      const about = leadAbout / Number(column.share);
      const tryOn = (one: Ranked, rises: boolean): void => {
        if (cells.cannotReach(one.standing.option.index, leaf, about, best?.part ?? 1)) return;
        const needed = fraction(lead.n, lead.d * column.share);
        const held = one.contender.leafValues[leaf] ?? whole(0);
        const room = rises ? subtract(HUNDRED, held) : held;
        const cell = compare(needed, room) > 0 ? null : cells.at(one.standing.option.index, leaf);
        if (!cell) return;
        const target = rises ? add(held, needed) : subtract(held, needed);
        best = bestOfCell(cell, column, one.contender.id, target, rises, best);
      };
      tryOn(winner, false);
      tryOn(rival, true);
    });
    return best && (best as NonNullable<Best>).change;
  };
};

/** One cell's marks, and its value when one of them is another. */
type CellMarks = {
  readonly marks: readonly { readonly assessor: string | null; readonly units: number }[];
  readonly valueWith: (place: number, units: number) => Rational | null;
};

type Cells = {
  readonly at: (option: number, leaf: number) => CellMarks | null;
  /** Quick, and never wrong to say so: a mark that moves over `part` of its scale moves a plain mean's value by 100 part / n. */
  readonly cannotReach: (option: number, leaf: number, needed: number, part: number) => boolean;
};

const bestOfCell = (
  cell: CellMarks,
  { id, scale, steps }: Column,
  option: string,
  target: Rational,
  rises: boolean,
  before: Best,
): Best => {
  let best = before;
  const tried = new Set<number>();
  cell.marks.forEach(({ assessor, units }, place) => {
    if (tried.has(units)) return;
    tried.add(units);
    const [now, way] = [steps.stepOf(units), rises ? 1 : -1];
    const reaches = (moved: number): boolean => {
      const value = cell.valueWith(place, steps.unitsAt(now + way * moved));
      return value !== null && compare(value, target) * way >= 0;
    };
    const moved = leastThat(reaches, rises ? steps.count - 1 - now : now);
    if (moved === null) return;
    const to = steps.unitsAt(now + way * moved);
    const part = Math.abs(to - units) / Number(scale.range);
    if (best && part >= best.part) return;
    const shown = (score: number): number => shownNumber(scoreOfUnits(scale, whole(score)));
    const partOfScale = shownDouble(part);
    best = {
      part,
      change: { option, criterion: id, assessor, from: shown(units), to: shown(to), partOfScale },
    };
  });
  return best;
};

/** The least number from 1 to `most` for which it is true, when it stays true from there on; null when it never is. */
const leastThat = (isTrue: (value: number) => boolean, most: number): number | null => {
  if (most < 1 || !isTrue(most)) return null;
  let [no, yes] = [0, most];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (isTrue(middle)) yes = middle;
    else no = middle;
  }
  return yes;
};

const createCells = (prepared: Prepared): Cells => {
  const { table, tree, method } = prepared;
  const active = activeShare(prepared);
  const { panel } = table;
  /** By id, so that the order of marks in a file decides nothing. */
  const panelOf = (cell: number): CellMarks['marks'] =>
    Array.from({ length: countAt(panel, cell) }, (_, place) => {
      const mark = (panel.start[cell] ?? 0) + place;
      return {
        assessor: table.assessors[panel.assessorOf[mark] ?? 0] ?? '',
        units: panel.scoreOf[mark] ?? 0,
      };
    }).sort((a, b) => (a.assessor < b.assessor ? -1 : 1));
  const cannotReach: Cells['cannotReach'] = (option, leaf, needed, part) => {
    const cell = option * tree.leaves.length + leaf;
    const isPlain = method.aggregate === 'mean' && !active[leaf] && !table.scales[leaf]?.curve;
    if (!isPlain || table.consensus[cell] !== undefined) return false;
    return (needed * countAt(panel, cell)) / 100 > part * (1 + 1e-9);
  };
  const at: Cells['at'] = (option, leaf) => {
    const cell = option * tree.leaves.length + leaf;
    const agreed = table.consensus[cell];
    const marks = agreed === undefined ? panelOf(cell) : [{ assessor: null, units: agreed }];
    const scale = table.scales[leaf];
    if (marks.length === 0 || !scale) return null;
    const heard = active[leaf] ? listAt(table.frontline, cell) : undefined;
    const theirs = heard ? aggregateScores(heard, 'mean') : null;
    return {
      marks,
      valueWith: (place, units) => {
        const scores = marks.map((one, index) => (index === place ? units : one.units)).sort((a, b) => a - b);
        const own = aggregateScores(listScores(scores), method.aggregate);
        const score = own && theirs ? mixed(own, theirs, BigInt(method.frontlineShareBp)) : own;
        return score && valueOfUnits(scale, score);
      },
    };
  };
  return { at, cannotReach };
};
