import type { Rational } from '../exact/rational.ts';
import { whole } from '../exact/rational.ts';
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
  readonly marksOf: readonly (readonly number[])[];
  /** By mark: its value, and which of its leaf's different scores it is. */
  readonly valueOf: Float64Array;
  readonly scoreIndexOf: Int32Array;
  /** By leaf: the exact value of each different score. */
  readonly exactOf: readonly (readonly Rational[])[];
};

export const listPanelValues = ({ table, tree, options }: Prepared): PanelValues => {
  const { cellOf, scoreOf, isFrontline } = table;
  const width = tree.leaves.length;
  const leaves = table.scales.map((scale) => (scale ? buildLeafScores(scale) : null));
  const valueOf = new Float64Array(cellOf.length);
  const scoreIndexOf = new Int32Array(cellOf.length);
  const isMarked = new Uint8Array(options.length);
  let count = 0;
  const byAssessor = table.marksOf.map((marks) => marks.filter((mark) => isFrontline[mark] === 0));
  for (const marks of byAssessor) {
    for (const mark of marks) {
      const cell = cellOf[mark] ?? 0;
      const scores = leaves[cell % width];
      if (!scores) continue;
      const index = scores.indexOf(scoreOf[mark] ?? 0);
      scoreIndexOf[mark] = index;
      valueOf[mark] = scores.values[index] ?? 0;
      isMarked[Math.floor(cell / width)] = 1;
      count += 1;
    }
  }
  const assessors = byAssessor.flatMap((marks, assessor) => (marks.length > 0 ? [assessor] : []));
  return {
    assessors,
    options: options.flatMap(({ index }) => (isMarked[index] === 1 ? [index] : [])),
    leaves: leaves.flatMap((scores, leaf) => (scores ? [leaf] : [])),
    count,
    marksOf: assessors.map((assessor) => byAssessor[assessor] ?? []),
    valueOf,
    scoreIndexOf,
    exactOf: leaves.map((scores) => scores?.exact ?? []),
  };
};

type LeafScores = {
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
    const known = direct[units - lowest] ?? others.get(units) ?? -1;
    if (known >= 0) return known;
    const value = valueOfUnits(scale, whole(units));
    const index = exact.push(value) - 1;
    // Two whole numbers that a double holds divide to the nearest double, so equal values are equal here too.
    values.push(Number(value.n) / Number(value.d));
    if (units - lowest < direct.length) direct[units - lowest] = index;
    else others.set(units, index);
    return index;
  };
  return { indexOf, exact, values };
};
