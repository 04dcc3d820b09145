import { roundHalfUp, shownNumber, shownOrNull } from '../exact/decimal.ts';
import { fraction } from '../exact/rational.ts';
import { aggregateScores } from './aggregate.ts';
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
): readonly OptionResult[] =>
  standings.map((standing) => showOption(prepared, standing, grid[standing.option.index] ?? []));

const showOption = (prepared: Prepared, standing: OptionStanding, row: Row): OptionResult => {
  const { option, judgement } = standing;
  const { tree } = prepared;
  const nodeValues = nodeValuesOf(prepared, row);
  const groups = tree.nodes.flatMap((node, index): [string, number | null][] =>
    node.group ? [[node.id, shownOrNull(nodeValues[index])]] : [],
  );
  const cells = tree.leaves.flatMap((leaf, index): [string, CellResult][] =>
    leaf.scored ? [[leaf.id, showCell(prepared, option.index * tree.leaves.length + index, row[index])]] : [],
  );
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

const showCell = (prepared: Prepared, cell: number, found: Cell | null | undefined): CellResult => {
  const { table, tree } = prepared;
  const leaf = cell % tree.leaves.length;
  const scale = table.scales[leaf];
  const meanOf = (list: (typeof table.panel)[number]): number | null => {
    const mean = list && scale ? aggregateScores(list, 'mean') : null;
    return mean && scale ? shownNumber(scoreOfUnits(scale, mean)) : null;
  };
  return {
    score: found && scale ? shownNumber(scoreOfUnits(scale, found.score)) : null,
    value: found ? shownNumber(found.value) : null,
    weight: shownNumber(fraction(tree.leaves[leaf]?.share ?? 0n, tree.whole)),
    panelMean: meanOf(table.panel[cell]),
    frontlineMean: meanOf(table.frontline[cell]),
    marks: table.panel[cell]?.scores.length ?? 0,
  };
};
