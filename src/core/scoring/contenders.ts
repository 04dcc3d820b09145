import type { Rational } from '../exact/rational.ts';
import { reduced } from '../exact/rational.ts';
import type { Contender } from '../robustness/contender.ts';
import type { OptionStanding, Standing } from './create-scorer.ts';
import { nodeValuesOf } from './node-values.ts';
import type { Prepared } from './prepare-case.ts';
import type { Grid } from './score-grid.ts';

/** An option that is in the ranking, with what its total was made of. */
export type Ranked = { readonly standing: OptionStanding; readonly contender: Contender };

/** The options in the ranking, in the order of the case: what every analysis of how sure the ranking is runs on. */
export const listContenders = (prepared: Prepared, standing: Standing, grid: Grid): readonly Ranked[] =>
  standing.options.flatMap((one): Ranked[] => {
    if (one.rank === null || !one.total) return [];
    const nodeValues = valuesOf(prepared, one, grid);
    const leafValues = nodeValues.filter((_value, index) => !prepared.tree.nodes[index]?.group);
    const contender = { id: one.option.given.id, total: reduced(one.total), leafValues, nodeValues };
    return [{ standing: one, contender }];
  });

const valuesOf = (prepared: Prepared, one: OptionStanding, grid: Grid): readonly Rational[] => {
  const known = nodeValuesOf(prepared, grid[one.option.index] ?? []);
  const { nodes, price } = prepared.tree;
  const values: Rational[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const isPrice = price !== null && nodes[index]?.members[0]?.leaf === price;
    const value = isPrice ? one.priceValue : known[index];
    if (value) values.push(value);
  }
  return values;
};
