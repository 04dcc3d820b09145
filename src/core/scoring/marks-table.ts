import type { Fault } from '../errors.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { rubricMethod } from '../rubric/rubric-method.ts';
import { scaleOf } from '../rubric/scale.ts';
import type { Case } from './case.ts';
import { sortByCell } from './cell-marks.ts';
import type { CellMarks } from './cell-marks.ts';
import { buildLocate } from './locate-mark.ts';
import type { Locate } from './locate-mark.ts';
import { readMarks, spellOut } from './read-marks.ts';
import type { MarkColumns } from './read-marks.ts';
import { buildScaleUnits } from './scale-units.ts';
import type { ScaleUnits } from './scale-units.ts';
import type { WeightTree } from './weigh-tree.ts';

/**
 * All marks by cell, each score a whole number of its scale's smallest unit. A cell is one option under one leaf, at
 * option x leaves + leaf. Kept in flat arrays, so that a million marks cost a million small steps and few bytes each.
 */
export type MarksTable = {
  readonly scales: readonly (ScaleUnits | null)[];
  readonly panel: CellMarks;
  readonly frontline: CellMarks;
  /** In units of the scale. */
  readonly consensus: readonly (number | undefined)[];
  /** By first appearance in the case. */
  readonly assessors: readonly string[];
  /** The places among them of those who gave any mark for the panel. */
  readonly panelists: readonly number[];
};

export const buildMarksTable = (
  given: Case,
  tree: WeightTree,
): { readonly table: MarksTable; readonly faults: readonly Fault[] } => {
  const faults: Fault[] = [];
  const scales = buildScales(given.rubric, tree);
  const locate = buildLocate(given, tree, scales, faults);
  const cells = given.options.length * tree.leaves.length;
  const columns = readMarks(given.marks, scales, locate, cells);
  const isOrdered = rubricMethod(given.rubric).aggregate !== 'mean';
  const panel = sortByCell(columns, 'panel', cells, isOrdered);
  const frontline = sortByCell(columns, 'frontline', cells, false);
  const { assessors } = columns;
  if (!columns.isAllLocated || isAnyRepeated([panel, frontline], cells, assessors.length))
    faults.push(...listRepeated(given, columns));
  const consensus = readConsensus(given, locate, cells, faults);
  const panelists = listPanel(panel, assessors);
  return { table: { scales, panel, frontline, consensus, assessors, panelists }, faults };
};

/** Criteria on one scale share its units, and with them every cell that was worked out before. */
const buildScales = (rubric: Rubric, { leaves }: WeightTree): readonly (ScaleUnits | null)[] => {
  const known = new Map<unknown, ScaleUnits | null>();
  return leaves.map(({ scored }) => {
    if (!scored) return null;
    const scale = scaleOf(rubric, scored);
    const found = scored.valueFunction ? undefined : known.get(scale);
    if (found !== undefined) return found;
    const units = buildScaleUnits(rubric, scored);
    if (!scored.valueFunction) known.set(scale, units);
    return units;
  });
};

const listPanel = ({ assessorOf }: CellMarks, assessors: readonly string[]): readonly number[] => {
  const hasMarked = new Uint8Array(assessors.length);
  for (let mark = 0; mark < assessorOf.length; mark += 1) hasMarked[assessorOf[mark] as number] = 1;
  return assessors.flatMap((_name, assessor) => (hasMarked[assessor] === 1 ? [assessor] : []));
};

/** One assessor, one cell, one mark: a second one is a fault, whichever group it was given in. */
const isAnyRepeated = (groups: readonly CellMarks[], cells: number, assessors: number): boolean => {
  const lastCell = new Int32Array(assessors).fill(-1);
  for (let cell = 0; cell < cells; cell += 1) {
    for (const { start, assessorOf } of groups) {
      const to = start[cell + 1] as number;
      for (let mark = start[cell] as number; mark < to; mark += 1) {
        const assessor = assessorOf[mark] as number;
        if (lastCell[assessor] === cell) return true;
        lastCell[assessor] = cell;
      }
    }
  }
  return false;
};

const listRepeated = (given: Case, columns: MarkColumns): readonly Fault[] => {
  const { assessorOf, assessors } = columns;
  const cellOf = columns.cellOf ?? spellOut(columns.counts, given.marks.length);
  const seen = new Set<number>();
  const faults: Fault[] = [];
  for (let index = 0; index < cellOf.length; index += 1) {
    const cell = cellOf[index] as number;
    if (cell < 0 || seen.size < seen.add(cell * assessors.length + (assessorOf[index] as number)).size)
      continue;
    const mark = given.marks[index];
    faults.push({
      path: `/marks/${index}`,
      message: `'${mark?.assessor}' has marked '${mark?.option}' on '${mark?.criterion}' already; keep one of the two marks.`,
    });
  }
  return faults;
};

const readConsensus = (
  given: Case,
  locate: Locate,
  cells: number,
  faults: Fault[],
): readonly (number | undefined)[] => {
  const consensus = new Array<number | undefined>(cells).fill(undefined);
  given.consensus?.forEach((agreed, index) => {
    const cell = locate.cell(agreed, '/consensus', index);
    if (cell < 0) return;
    if (consensus[cell] === undefined) consensus[cell] = locate.units();
    else {
      faults.push({
        path: `/consensus/${index}`,
        message: `There is a consensus for '${agreed.option}' on '${agreed.criterion}' already; keep one of the two.`,
      });
    }
  });
  return consensus;
};
