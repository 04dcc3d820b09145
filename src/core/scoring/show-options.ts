import { roundHalfUp, shownNumber, shownOrNull } from '../exact/decimal.ts';
import { fraction } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import { aggregateScores } from './aggregate.ts';
import type { ScoreList } from './aggregate.ts';
import { countAt, listAt } from './cell-marks.ts';
import type { OptionStanding } from './create-scorer.ts';
import { nodeValuesOf } from './node-values.ts';
import type { Prepared } from './prepare-case.ts';
import type { CellResult, OptionResult } from './result.ts';
import { scoreOfUnits } from './scale-units.ts';
import type { Cell } from './scale-units.ts';
import type { Grid, Row } from './score-grid.ts';

/** The standing of each option in numbers for display. Nothing is decided here. */
export const showOptions = (
  prepared: Prepared,
  standings: readonly OptionStanding[],
  grid: Grid,
): readonly OptionResult[] => {
  const showCell = createCellDisplay(prepared);
  return standings.map((standing) =>
    showOption(prepared, standing, grid[standing.option.index] ?? [], showCell),
  );
};

type CellDisplay = (cell: number, found: Cell | null | undefined) => CellResult;

const showOption = (
  prepared: Prepared,
  standing: OptionStanding,
  row: Row,
  showCell: CellDisplay,
): OptionResult => {
  const { option, judgement } = standing;
  const { tree } = prepared;
  const nodeValues = nodeValuesOf(prepared, row);
  const groups = tree.nodes.flatMap((node, index): [string, number | null][] =>
    node.group ? [[node.id, shownOrNull(nodeValues[index])]] : [],
  );
  const cells: [string, CellResult][] = [];
  tree.leaves.forEach(({ id, scored }, index) => {
    if (scored) cells.push([id, showCell(option.index * tree.leaves.length + index, row[index])]);
  });
  return {
    id: option.given.id,
    rank: standing.rank,
    comparator: !option.competes,
    total: tree.leaves.length === 0 ? null : shownOrNull(standing.total),
    quality: shownOrNull(judgement.quality),
    priceValue: shownOrNull(standing.priceValue),
    costPence: option.cost && Number(roundHalfUp(option.cost, 0)),
    eliminated: judgement.eliminated,
    groups: Object.fromEntries(groups),
    criteria: Object.fromEntries(cells),
  };
};

/** Few different scores occur on a short scale, and many cells share them: each is put into digits once. */
const createCellDisplay = (prepared: Prepared): CellDisplay => {
  const { table, tree, method } = prepared;
  const weights = tree.leaves.map(({ share }) => shownNumber(fraction(share, tree.whole)));
  const digits = new Map<Rational, number>();
  const shown = (value: Rational, as: (value: Rational) => Rational): number => {
    const known = digits.get(value);
    if (known !== undefined) return known;
    const number = shownNumber(as(value));
    digits.set(value, number);
    return number;
  };
  const asItIs = (value: Rational): Rational => value;
  const onScales = table.scales.map(
    (scale) => (score: Rational) => (scale ? scoreOfUnits(scale, score) : score),
  );
  const meanOf = (list: ScoreList | undefined, leaf: number): number | null => {
    const mean = list && table.scales[leaf] ? aggregateScores(list, 'mean') : null;
    return mean && shownNumber((onScales[leaf] ?? asItIs)(mean));
  };
  return (cell, found) => {
    const leaf = cell % tree.leaves.length;
    const frontline = listAt(table.frontline, cell);
    const marks = countAt(table.panel, cell);
    const score = found && table.scales[leaf] ? shown(found.score, onScales[leaf] ?? asItIs) : null;
    // Without consensus and frontline marks the score is the panel's mean itself.
    const isMean = method.aggregate === 'mean' && table.consensus[cell] === undefined && !frontline;
    return {
      score,
      value: found ? shown(found.value, asItIs) : null,
      weight: weights[leaf] ?? 0,
      panelMean: isMean && marks > 0 ? score : meanOf(listAt(table.panel, cell), leaf),
      frontlineMean: meanOf(frontline, leaf),
      marks,
    };
  };
};
