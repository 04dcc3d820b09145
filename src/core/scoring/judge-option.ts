import { decimalOf, shownNumber } from '../exact/decimal.ts';
import type { Rational } from '../exact/rational.ts';
import { add, fraction, isBelow, scale, ZERO } from '../exact/rational.ts';
import type { Prepared, PreparedOption } from './prepare-case.ts';
import type { Elimination } from './result.ts';
import { scoreOfUnits } from './scale-units.ts';
import type { Grid } from './score-grid.ts';
import type { Member } from './weigh-tree.ts';

/**
 * One option's quality, and whether it is out. The questions: how good is it without its price, and does it fall below
 * anything the documents said it may not fall below?
 *
 * Quality = sum of weight x value over scored leaves / sum of their weights; a group's value likewise over its own.
 * Out: a gate not met, a score or a group's value below its minimum, quality below the rubric's minimum. Equal passes,
 * decided on exact fractions. Example: weights 5, 60 and 35, values 61, 62 and 85: quality is 70, and 70 passes 70.
 */
export type Judgement = {
  readonly quality: Rational | null;
  /** Sum of weight x value over scored leaves, over the whole's denominator; null while a cell is missing. */
  readonly weighted: Rational | null;
  /** By node of the weight tree; null for the price, and while a cell below it is missing. */
  readonly nodeValues: readonly (Rational | null)[];
  readonly eliminated: readonly Elimination[];
  /** Leaves without a score. */
  readonly missing: readonly number[];
};

export const judgeOption = (
  prepared: Prepared,
  option: PreparedOption,
  grid: Grid,
  without?: number,
): Judgement => {
  const { tree, given } = prepared;
  const first = option.index * tree.leaves.length;
  const counted = tree.leaves.flatMap((leaf, index) =>
    leaf.scored && index !== without ? [{ leaf: index, share: leaf.share }] : [],
  );
  const valueOf = (leaf: number): Rational | null => grid[first + leaf]?.value ?? null;
  const missing = counted.filter(({ leaf }) => !grid[first + leaf]).map(({ leaf }) => leaf);
  const weighted = missing.length > 0 ? null : weightedSum(counted, valueOf);
  const shares = counted.reduce((total, { share }) => total + share, 0n);
  const quality = weighted && shares > 0n ? fraction(weighted.n, weighted.d * shares) : null;
  const nodeValues = tree.nodes.map((node) =>
    node.group ? weightedMean(node.members, valueOf, without) : valueOf(node.members[0]?.leaf ?? -1),
  );
  const eliminated: Elimination[] = option.gates.failed.map((gate) => ({
    rule: 'gate',
    criterion: gate.id,
    detail: `Gate '${gate.title}' is not met.`,
  }));
  tree.nodes.forEach((node, index) => {
    const leaf = node.group ? undefined : node.members[0]?.leaf;
    const scored = leaf === undefined ? undefined : tree.leaves[leaf]?.scored;
    const minimum = node.group?.minimum ?? scored?.minimum;
    if (minimum === undefined || leaf === without) return;
    const reached = node.group ? nodeValues[index] : scoreOf(prepared, grid, first, leaf);
    if (!reached || !isBelow(reached, decimalOf(minimum))) return;
    const what = node.group ? `The group '${node.title}' has the value` : `'${node.title}' has the score`;
    eliminated.push({
      rule: 'minimum',
      criterion: node.id,
      detail: `${what} ${belowWords(reached, minimum)}`,
    });
  });
  if (quality && given.rubric.minimumQuality !== undefined) {
    const minimum = given.rubric.minimumQuality;
    if (isBelow(quality, decimalOf(minimum))) {
      eliminated.push({ rule: 'minimum-quality', detail: `Quality is ${belowWords(quality, minimum)}` });
    }
  }
  return { quality, weighted, nodeValues, eliminated, missing };
};

const scoreOf = (
  prepared: Prepared,
  grid: Grid,
  first: number,
  leaf: number | undefined,
): Rational | null => {
  if (leaf === undefined) return null;
  const cell = grid[first + leaf];
  const units = prepared.table.scales[leaf];
  return cell && units ? scoreOfUnits(units, cell.score) : null;
};

const belowWords = (reached: Rational, minimum: number): string => {
  const shown = shownNumber(reached);
  return shown === minimum ? `just below the minimum of ${minimum}.` : `${shown}; the minimum is ${minimum}.`;
};

export const weightedSum = (
  members: readonly Member[],
  valueOf: (leaf: number) => Rational | null,
): Rational | null => {
  let total = ZERO;
  for (const { leaf, share } of members) {
    const value = valueOf(leaf);
    if (!value) return null;
    total = add(total, scale(value, share));
  }
  return total;
};

/** Null when a value is missing, or when what remains has no weight. */
const weightedMean = (
  members: readonly Member[],
  valueOf: (leaf: number) => Rational | null,
  without: number | undefined,
): Rational | null => {
  const kept = without === undefined ? members : members.filter((member) => member.leaf !== without);
  const shares = kept.reduce((total, { share }) => total + share, 0n);
  const total = shares > 0n ? weightedSum(kept, valueOf) : null;
  return total ? fraction(total.n, total.d * shares) : null;
};
