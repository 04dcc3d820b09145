import type { Fault } from '../errors.ts';
import { rubricMethod } from '../rubric/rubric-method.ts';
import type { ScoreList } from './aggregate.ts';
import { buildScoreLists } from './aggregate.ts';
import type { Case, Mark } from './case.ts';
import { buildLocate } from './locate-mark.ts';
import { buildScaleUnits } from './scale-units.ts';
import type { ScaleUnits } from './scale-units.ts';
import type { WeightTree } from './weigh-tree.ts';

/**
 * All marks by cell, each score a whole number of its scale's smallest unit. A cell is one option under one leaf, at
 * option x leaves + leaf. Built in one pass over flat arrays, so that a million marks cost a million small steps.
 */
export type MarksTable = {
  readonly scales: readonly (ScaleUnits | null)[];
  readonly panel: readonly (ScoreList | undefined)[];
  readonly frontline: readonly (ScoreList | undefined)[];
  /** In units of the scale. */
  readonly consensus: readonly (number | undefined)[];
  /** By first appearance in the case. */
  readonly assessors: readonly string[];
  /** The marks of each assessor, as places in the columns below. */
  readonly marksOf: readonly Int32Array[];
  readonly cellOf: Int32Array;
  /** Places in `assessors`. */
  readonly assessorOf: Int32Array;
  /** In units of the scale. */
  readonly scoreOf: Float64Array;
  readonly isFrontline: Uint8Array;
};

export const buildMarksTable = (
  given: Case,
  tree: WeightTree,
): { readonly table: MarksTable; readonly faults: readonly Fault[] } => {
  const faults: Fault[] = [];
  const scales = tree.leaves.map((leaf) => (leaf.scored ? buildScaleUnits(given.rubric, leaf.scored) : null));
  const locate = buildLocate(given, tree, scales, faults);
  const size = given.marks.length;
  const [cellOf, scoreOf, isFrontline] = [new Int32Array(size), new Float64Array(size), new Uint8Array(size)];
  const assessorOf = new Int32Array(size);
  const assessors = new Map<string, number>();
  const names: string[] = [];
  // Marks come in cycles, so whoever followed the last assessor before is tried before the map.
  const following: number[] = [];
  let assessor = -1;
  for (let index = 0; index < size; index += 1) {
    const mark = given.marks[index] as Mark;
    const cell = locate.cell(mark, '/marks', index);
    cellOf[index] = cell;
    assessorOf[index] = -1;
    if (cell < 0) continue;
    const guess = following[assessor] ?? -1;
    let next = names[guess] === mark.assessor ? guess : assessors.get(mark.assessor);
    if (next === undefined) {
      next = names.push(mark.assessor) - 1;
      assessors.set(mark.assessor, next);
    }
    if (assessor >= 0) following[assessor] = next;
    assessor = next;
    assessorOf[index] = assessor;
    scoreOf[index] = locate.units(mark.score, cell);
    if (mark.group === 'frontline') isFrontline[index] = 1;
  }
  const marksOf = listByAssessor(assessorOf, assessors.size);
  const cells = given.options.length * tree.leaves.length;
  faults.push(...checkRepeated(given, cellOf, assessorOf, cells, names.length));
  const consensus = readConsensus(given, locate, cells, faults);
  const sorted = rubricMethod(given.rubric).aggregate !== 'mean';
  const columns = { cellOf, scoreOf, isFrontline };
  const table: MarksTable = {
    scales,
    panel: buildScoreLists(cells, sorted, columns, 0),
    frontline: buildScoreLists(cells, false, columns, 1),
    consensus,
    assessors: names,
    marksOf,
    cellOf,
    assessorOf,
    scoreOf,
    isFrontline,
  };
  return { table, faults };
};

/** The marks of each assessor, in the order of the case. */
const listByAssessor = (assessorOf: Int32Array, count: number): readonly Int32Array[] => {
  const start = new Int32Array(count + 1);
  for (let mark = 0; mark < assessorOf.length; mark += 1) {
    const assessor = assessorOf[mark] as number;
    if (assessor >= 0) (start[assessor + 1] as number) += 1;
  }
  for (let assessor = 0; assessor < count; assessor += 1)
    (start[assessor + 1] as number) += start[assessor] as number;
  const all = new Int32Array(start[count] ?? 0);
  const next = start.slice();
  for (let mark = 0; mark < assessorOf.length; mark += 1) {
    const assessor = assessorOf[mark] as number;
    if (assessor < 0) continue;
    const place = next[assessor] as number;
    all[place] = mark;
    next[assessor] = place + 1;
  }
  return Array.from({ length: count }, (_, assessor) => all.subarray(start[assessor], start[assessor + 1]));
};

/** The places of the assessors who gave any mark for the panel, in the order of the case. */
export const listPanel = ({ marksOf, isFrontline }: MarksTable): readonly number[] =>
  marksOf.flatMap((marks, assessor) => (marks.some((mark) => isFrontline[mark] === 0) ? [assessor] : []));

/** One assessor, one cell, one mark: a second one is a fault, whichever group it was given in. */
const checkRepeated = (
  given: Case,
  cellOf: Int32Array,
  assessorOf: Int32Array,
  cells: number,
  assessors: number,
): readonly Fault[] => {
  const wasSeen = createSeen(cells * assessors);
  const faults: Fault[] = [];
  for (let index = 0; index < cellOf.length; index += 1) {
    const cell = cellOf[index] as number;
    if (cell < 0 || !wasSeen(cell * assessors + (assessorOf[index] as number))) continue;
    const mark = given.marks[index];
    faults.push({
      path: `/marks/${index}`,
      message: `'${mark?.assessor}' has marked '${mark?.option}' on '${mark?.criterion}' already; keep one of the two marks.`,
    });
  }
  return faults;
};

/** 32 MB of bits; a case with more places than that is thinly marked, and a set of those marked is smaller. */
const MOST_BITS = 2 ** 28;

/** Says whether this number, below `count`, was asked about before. */
const createSeen = (count: number): ((place: number) => boolean) => {
  if (count > MOST_BITS) {
    const seen = new Set<number>();
    return (place) => seen.size === seen.add(place).size;
  }
  const bits = new Uint8Array(Math.ceil(count / 8));
  return (place) => {
    const [byte, bit] = [place >> 3, 1 << (place & 7)];
    const before = bits[byte] as number;
    bits[byte] = before | bit;
    return (before & bit) !== 0;
  };
};

const readConsensus = (
  given: Case,
  locate: ReturnType<typeof buildLocate>,
  cells: number,
  faults: Fault[],
): readonly (number | undefined)[] => {
  const consensus = new Array<number | undefined>(cells).fill(undefined);
  given.consensus?.forEach((agreed, index) => {
    const cell = locate.cell(agreed, '/consensus', index);
    if (cell < 0) return;
    if (consensus[cell] === undefined) consensus[cell] = locate.units(agreed.score, cell);
    else {
      faults.push({
        path: `/consensus/${index}`,
        message: `There is a consensus for '${agreed.option}' on '${agreed.criterion}' already; keep one of the two.`,
      });
    }
  });
  return consensus;
};
