import { shownDouble, shownNumber } from '../exact/decimal.ts';
import type { Rational } from '../exact/rational.ts';
import { compare, fraction, HUNDRED, multiply, subtract, toDouble, whole } from '../exact/rational.ts';
import type { MarkChange } from '../robustness/mark-change.ts';
import { aggregateScores, listScores } from './aggregate.ts';
import type { Ranked } from './contenders.ts';
import { buildMarkSteps } from './mark-steps.ts';
import type { MarkSteps } from './mark-steps.ts';
import { listPanel } from './marks-table.ts';
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
    let best: Best = null;
    columns.forEach((column, leaf) => {
      if (!column) return;
      const needed = fraction(lead.n, lead.d * column.share);
      for (const [one, rises] of [
        [winner, false],
        [rival, true],
      ] as const) {
        const held = one.contender.leafValues[leaf] ?? whole(0);
        const room = rises ? subtract(HUNDRED, held) : held;
        if (compare(needed, room) > 0) continue;
        const target = rises ? subtract(held, multiply(needed, whole(-1))) : subtract(held, needed);
        const cell = cells(one.standing.option.index, leaf);
        if (!cell || cannotReach(cell, column.scale, needed, best?.part ?? 1)) continue;
        best = bestOfCell(cell, column, one.contender.id, target, rises, best);
      }
    });
    return best && (best as NonNullable<Best>).change;
  };
};

/** One cell's marks, and its value when one of them is another. */
type CellMarks = {
  readonly marks: readonly { readonly assessor: string | null; readonly units: number }[];
  readonly valueWith: (place: number, units: number) => Rational | null;
  /** Every mark counts the same and the value follows their mean: how far one can move it is known at once. */
  readonly plainMean: boolean;
};

/** Quick, and never wrong to say no: a mark's whole scale moves a plain mean's value by 100 / n. */
const cannotReach = (cell: CellMarks, scale: ScaleUnits, needed: Rational, part: number): boolean =>
  cell.plainMean && !scale.curve && (toDouble(needed) * cell.marks.length) / 100 > part * (1 + 1e-9);

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

type PanelMark = CellMarks['marks'][number];

/** So that the order of marks in a file decides nothing. */
const byId = (a: PanelMark, b: PanelMark): number => ((a.assessor ?? '') < (b.assessor ?? '') ? -1 : 1);

const createCells = (prepared: Prepared): ((option: number, leaf: number) => CellMarks | null) => {
  const { table, tree, method } = prepared;
  const active = activeShare(prepared);
  const byCell = new Map<number, PanelMark[]>();
  for (const assessor of listPanel(table)) {
    for (const mark of table.marksOf[assessor] ?? []) {
      if (table.isFrontline[mark] === 1) continue;
      const cell = table.cellOf[mark] ?? -1;
      const entry = { assessor: table.assessors[assessor] ?? null, units: table.scoreOf[mark] ?? 0 };
      const list = byCell.get(cell);
      if (list) list.push(entry);
      else byCell.set(cell, [entry]);
    }
  }
  return (option, leaf) => {
    const cell = option * tree.leaves.length + leaf;
    const agreed = table.consensus[cell];
    const marks =
      agreed === undefined ? (byCell.get(cell) ?? []).sort(byId) : [{ assessor: null, units: agreed }];
    const scale = table.scales[leaf];
    if (marks.length === 0 || !scale) return null;
    const heard = active[leaf] ? table.frontline[cell] : undefined;
    const theirs = heard ? aggregateScores(heard, 'mean') : null;
    return {
      marks,
      plainMean: !theirs && (marks.length === 1 || method.aggregate === 'mean'),
      valueWith: (place, units) => {
        const scores = marks.map((one, index) => (index === place ? units : one.units)).sort((a, b) => a - b);
        const own = aggregateScores(listScores(scores), method.aggregate);
        const score = own && theirs ? mixed(own, theirs, BigInt(method.frontlineShareBp)) : own;
        return score && valueOfUnits(scale, score);
      },
    };
  };
};
