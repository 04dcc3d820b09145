import type { Rational } from '../exact/rational.ts';
import { toDouble, whole } from '../exact/rational.ts';
import type { Prepared } from './prepare-case.ts';
import { valueOfUnits } from './scale-units.ts';
import type { ScaleUnits } from './scale-units.ts';

/**
 * The panel's marks as values, 0-100, before anything is averaged or agreed. Frontline marks and consensus are not in it.
 *
 * Which options: those that the panel marked, competing or not, eliminated or not, since this is about the marks and not
 * about who wins. An option that nobody on the panel marked (one out at a gate, a baseline that was not scored) has no
 * cells here. Which cells: such an option under every scored criterion, whatever its weight.
 */
export type PanelValues = {
  /** Places in the table's list of assessors, of those who gave a panel mark. */
  readonly assessors: readonly number[];
  /** Options with a panel mark, and leaves that are scored. */
  readonly options: readonly number[];
  readonly leaves: readonly number[];
  /** Panel marks in all. */
  readonly count: number;
  /** By assessor as above: the marks, as places in the columns below. */
  readonly marksOf: readonly Int32Array[];
  /** By mark: which of its leaf's different scores it is. */
  readonly scoreIndexOf: Int32Array;
  /** By leaf: the value of each different score, and the same exactly. */
  readonly valuesOf: readonly Float64Array[];
  readonly exactOf: readonly (readonly Rational[])[];
  /** By cell of the case. */
  readonly leafOf: Int32Array;
  readonly optionOf: Int32Array;
};

export const listPanelValues = ({ table, tree, options }: Prepared): PanelValues => {
  const { cellOf, scoreOf } = table;
  const width = tree.leaves.length;
  const leafOf = new Int32Array(options.length * width).map((_zero, cell) => cell % width);
  const isCellMarked = new Uint8Array(leafOf.length);
  const leaves = table.scales.map((scale) => (scale ? buildLeafScores(scale) : null));
  const scoreIndexOf = new Int32Array(cellOf.length);
  let count = 0;
  for (let mark = 0; mark < cellOf.length; mark += 1) {
    if (table.isFrontline[mark] === 1) continue;
    const cell = cellOf[mark] as number;
    const scores = leaves[leafOf[cell] as number];
    if (!scores) continue;
    const score = scoreOf[mark] as number;
    const index = scores.direct[score - scores.lowest] ?? -1;
    scoreIndexOf[mark] = index < 0 ? scores.indexOf(score) : index;
    isCellMarked[cell] = 1;
    count += 1;
  }
  const byAssessor = table.marksOf.map((marks) => onlyPanel(marks, table.isFrontline));
  const assessors = byAssessor.flatMap((marks, assessor) => (marks.length > 0 ? [assessor] : []));
  return {
    assessors,
    options: options.flatMap(({ index }) =>
      isCellMarked.subarray(index * width, (index + 1) * width).includes(1) ? [index] : [],
    ),
    leaves: leaves.flatMap((scores, leaf) => (scores ? [leaf] : [])),
    count,
    marksOf: assessors.map((assessor) => byAssessor[assessor] ?? new Int32Array()),
    scoreIndexOf,
    valuesOf: leaves.map((scores) => Float64Array.from(scores?.values ?? [])),
    exactOf: leaves.map((scores) => scores?.exact ?? []),
    leafOf,
    optionOf: leafOf.map((leaf, cell) => (cell - leaf) / width),
  };
};

/** The list itself where none of them is a frontline mark. */
const onlyPanel = (marks: Int32Array, isFrontline: Uint8Array): Int32Array => {
  for (let at = 0; at < marks.length; at += 1) {
    if (isFrontline[marks[at] ?? 0] === 1) return marks.filter((mark) => isFrontline[mark] === 0);
  }
  return marks;
};

type LeafScores = {
  /** By whole units above the lowest score: the number below where it is known already, else -1. */
  readonly direct: Int32Array;
  readonly lowest: number;
  /** A number for each different score, in order of appearance. */
  readonly indexOf: (units: number) => number;
  readonly exact: readonly Rational[];
  readonly values: readonly number[];
};

/** Scales up to this long are looked up in an array, longer ones in a map. */
const MOST_DIRECT = 20_000;

const buildLeafScores = (scale: ScaleUnits): LeafScores => {
  const exact: Rational[] = [];
  const values: number[] = [];
  const lowest = Number(scale.lowest);
  const length = Number(scale.range) + 1;
  const direct = new Int32Array(length <= MOST_DIRECT ? length : 0).fill(-1);
  const others = new Map<number, number>();
  const indexOf = (units: number): number => {
    const known = direct[units - lowest] ?? -1;
    const other = known < 0 ? others.get(units) : known;
    if (other !== undefined) return other;
    const value = valueOfUnits(scale, whole(units));
    const index = exact.push(value) - 1;
    // In lowest terms first, so that equal values are equal here too, whatever scales they come from.
    values.push(toDouble(value));
    if (units - lowest < direct.length) direct[units - lowest] = index;
    else others.set(units, index);
    return index;
  };
  return { direct, lowest, indexOf, exact, values };
};
