import { decimalOf, shownNumber } from '../exact/decimal.ts';
import type { Rational } from '../exact/rational.ts';
import { fraction, isBelow, scale, subtract } from '../exact/rational.ts';
import { weightedMean, weightedSum } from './node-values.ts';
import type { Prepared, PreparedOption } from './prepare-case.ts';
import type { Elimination } from './result.ts';
import { scoreOfUnits } from './scale-units.ts';
import type { Row } from './score-grid.ts';
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
  readonly eliminated: readonly Elimination[];
  /** The part of `eliminated` that single scores caused. */
  readonly belowScore: readonly Elimination[];
  /** Leaves without a score. */
  readonly missing: readonly number[];
};

type RowOf = (option: number) => Row;

export const judgeOptions = (prepared: Prepared, rowOf: RowOf): readonly Judgement[] => {
  const counted = scoredMembers(prepared);
  return prepared.options.map((option) => {
    const row = rowOf(option.index);
    const missing = counted.filter(({ leaf }) => !row[leaf]).map(({ leaf }) => leaf);
    const weighted = missing.length > 0 ? null : weightedSum(counted, row);
    return judge(prepared, option, row, {
      counted,
      weighted,
      missing,
      belowScore: belowScores(prepared, row),
    });
  });
};

/** The same judgements with one leaf taken out: its product is subtracted, its own minimum forgotten. */
export const judgeWithoutLeaf = (
  prepared: Prepared,
  rowOf: RowOf,
  base: readonly Judgement[],
  without: number,
): readonly Judgement[] => {
  const counted = scoredMembers(prepared).filter(({ leaf }) => leaf !== without);
  const { id, share, scored } = prepared.tree.leaves[without] ?? { id: '', share: 0n, scored: undefined };
  return prepared.options.map((option, index) => {
    const whole = base[index];
    const row = rowOf(option.index);
    const missing = (whole?.missing ?? []).filter((leaf) => leaf !== without);
    const value = row[without]?.value;
    const taken = whole?.weighted && value ? subtract(whole.weighted, scale(value, share)) : null;
    const kept = scored ? (taken ?? weightedSum(counted, row)) : (whole?.weighted ?? null);
    const weighted = missing.length > 0 ? null : kept;
    const belowScore = (whole?.belowScore ?? []).filter(({ criterion }) => criterion !== id);
    return judge(prepared, option, row, { counted, weighted, missing, belowScore }, without);
  });
};

const scoredMembers = ({ tree }: Prepared): readonly Member[] =>
  tree.leaves.flatMap((leaf, index) => (leaf.scored ? [{ leaf: index, share: leaf.share }] : []));

type Parts = Pick<Judgement, 'weighted' | 'missing' | 'belowScore'> & { readonly counted: readonly Member[] };

const judge = (
  prepared: Prepared,
  option: PreparedOption,
  row: Row,
  { counted, weighted, missing, belowScore }: Parts,
  without?: number,
): Judgement => {
  const shares = counted.reduce((total, { share }) => total + share, 0n);
  const quality = weighted && shares > 0n ? fraction(weighted.n, weighted.d * shares) : null;
  const eliminated: readonly Elimination[] = [
    ...option.gates.failed.map((gate): Elimination => ({
      rule: 'gate',
      criterion: gate.id,
      detail: `Gate '${gate.title}' is not met.`,
    })),
    ...belowScore,
    ...belowGroups(prepared, row, without),
    ...belowQuality(quality, prepared.given.rubric.minimumQuality),
  ];
  return { quality, weighted, missing, belowScore, eliminated };
};

const belowScores = (prepared: Prepared, row: Row): readonly Elimination[] =>
  prepared.tree.leaves.flatMap(({ id, title, scored }, leaf): Elimination[] => {
    if (scored?.minimum === undefined) return [];
    const [cell, units] = [row[leaf], prepared.table.scales[leaf]];
    if (!cell || !units) return [];
    const score = scoreOfUnits(units, cell.score);
    if (!isBelow(score, decimalOf(scored.minimum))) return [];
    return [
      {
        rule: 'minimum',
        criterion: id,
        detail: `'${title}' has the score ${belowWords(score, scored.minimum)}`,
      },
    ];
  });

const belowGroups = (prepared: Prepared, row: Row, without: number | undefined): readonly Elimination[] =>
  prepared.tree.nodes.flatMap(({ id, title, group, members }): Elimination[] => {
    if (group?.minimum === undefined) return [];
    const kept = without === undefined ? members : members.filter(({ leaf }) => leaf !== without);
    const value = weightedMean(kept, row);
    if (!value || !isBelow(value, decimalOf(group.minimum))) return [];
    const detail = `The group '${title}' has the value ${belowWords(value, group.minimum)}`;
    return [{ rule: 'minimum', criterion: id, detail }];
  });

const belowQuality = (quality: Rational | null, minimum: number | undefined): readonly Elimination[] =>
  quality && minimum !== undefined && isBelow(quality, decimalOf(minimum))
    ? [{ rule: 'minimum-quality', detail: `Quality is ${belowWords(quality, minimum)}` }]
    : [];

const belowWords = (reached: Rational, minimum: number): string => {
  const shown = shownNumber(reached);
  return shown === minimum ? `just below the minimum of ${minimum}.` : `${shown}; the minimum is ${minimum}.`;
};
