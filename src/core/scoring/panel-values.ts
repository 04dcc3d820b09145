import type { Rational } from '../exact/rational.ts';
import { toDouble, whole } from '../exact/rational.ts';
import type { CellMarks } from './cell-marks.ts';
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
  /** Every assessor marked every cell. */
  readonly isComplete: boolean;
  /** By leaf; null for one that is not scored. Leaves on one scale share theirs. */
  readonly scores: readonly (LeafScores | null)[];
};

/** The different scores that were given on a scale, numbered in order of appearance. */
export type LeafScores = {
  /** By whole units above the lowest score: the score's number where it has one already, else -1. */
  readonly direct: Int32Array;
  readonly lowest: number;
  /** The score's number, whatever the length of the scale. */
  readonly indexOf: (units: number) => number;
  /** By number: the value, exactly and in ordinary numbers. */
  readonly exact: readonly Rational[];
  readonly values: readonly number[];
};

export const listPanelValues = ({ table, tree, options }: Prepared): PanelValues => {
  const { start } = table.panel;
  const width = tree.leaves.length;
  const known = new Map<ScaleUnits, LeafScores>();
  const scores = table.scales.map((scale): LeafScores | null => {
    const found = scale ? (known.get(scale) ?? buildLeafScores(scale)) : null;
    if (scale && found) known.set(scale, found);
    return found;
  });
  const assessors = table.panelists;
  const marked = options.flatMap(({ index }) =>
    (start[index * width] ?? 0) < (start[(index + 1) * width] ?? 0) ? [index] : [],
  );
  const leaves = scores.flatMap((found, leaf) => (found ? [leaf] : []));
  numberScores(table.panel, scores);
  return {
    assessors,
    options: marked,
    leaves,
    isComplete: table.panel.scoreOf.length === marked.length * leaves.length * assessors.length,
    scores,
  };
};

/** Gives every score that occurs its number, so that whoever reads the values knows all of them. */
const numberScores = ({ start, scoreOf }: CellMarks, scores: readonly (LeafScores | null)[]): void => {
  for (let cell = 0; cell + 1 < start.length; cell += 1) {
    const of = scores[cell % scores.length];
    if (!of) continue;
    const { direct, lowest, indexOf } = of;
    const to = start[cell + 1] as number;
    for (let mark = start[cell] as number; mark < to; mark += 1) {
      const units = scoreOf[mark] as number;
      if (!((direct[units - lowest] ?? -1) >= 0)) indexOf(units);
    }
  }
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
