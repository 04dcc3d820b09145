import type { Fault } from '../errors.ts';
import { rubricMethod } from '../rubric/rubric-method.ts';
import type { ScoreList } from './aggregate.ts';
import { buildScoreLists } from './aggregate.ts';
import type { Case } from './case.ts';
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
  /** The marks of each assessor, as places in the three columns below. */
  readonly marksOf: readonly (readonly number[])[];
  readonly cellOf: Int32Array;
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
  const assessors = new Map<string, number>();
  const marksOf: number[][] = [];
  const assessorOf = createPlaces(assessors, () => marksOf.push([]) - 1);
  given.marks.forEach((mark, index) => {
    const cell = locate.cell(mark, '/marks', index);
    cellOf[index] = cell;
    if (cell < 0) return;
    scoreOf[index] = locate.units(mark.score, cell);
    isFrontline[index] = mark.group === 'frontline' ? 1 : 0;
    marksOf[assessorOf(mark.assessor)]?.push(index);
  });
  const cells = given.options.length * tree.leaves.length;
  faults.push(...checkRepeated(given, marksOf, cellOf, cells));
  const consensus = readConsensus(given, locate, cells, faults);
  const sorted = rubricMethod(given.rubric).aggregate !== 'mean';
  const lists = (frontline: 0 | 1, inOrder: boolean): readonly (ScoreList | undefined)[] =>
    buildScoreLists(cells, inOrder, { cellOf, scoreOf, isWanted: (mark) => isFrontline[mark] === frontline });
  const table: MarksTable = {
    scales,
    panel: lists(0, sorted),
    frontline: lists(1, false),
    consensus,
    assessors: [...assessors.keys()],
    marksOf,
    cellOf,
    scoreOf,
    isFrontline,
  };
  return { table, faults };
};

/**
 * The place of a name, one for each different one. Marks come in runs and cycles, so the name that followed the last one
 * before is tried first: a comparison is quicker than a look into a map.
 */
const createPlaces = (known: Map<string, number>, add: () => number): ((name: string) => number) => {
  const names: string[] = [];
  const following: number[] = [];
  let last = 0;
  return (name) => {
    const guess = following[last] ?? -1;
    let place = names[guess] === name ? guess : known.get(name);
    if (place === undefined) {
      place = add();
      known.set(name, place);
      names[place] = name;
    }
    following[last] = place;
    last = place;
    return place;
  };
};

/** The places of the assessors who gave any mark for the panel, in the order of the case. */
export const listPanel = ({ marksOf, isFrontline }: MarksTable): readonly number[] =>
  marksOf.flatMap((marks, assessor) => (marks.some((mark) => isFrontline[mark] === 0) ? [assessor] : []));

/** One assessor, one cell, one mark: a second one is a fault, whichever group it was given in. */
const checkRepeated = (
  given: Case,
  marksOf: readonly (readonly number[])[],
  cellOf: Int32Array,
  cells: number,
): readonly Fault[] => {
  const lastMarkedBy = new Int32Array(cells).fill(-1);
  const repeated = marksOf.flatMap((marks, assessor) =>
    marks.filter((index) => {
      const cell = cellOf[index] ?? 0;
      const known = lastMarkedBy[cell] === assessor;
      lastMarkedBy[cell] = assessor;
      return known;
    }),
  );
  return repeated
    .sort((a, b) => a - b)
    .map((index) => {
      const mark = given.marks[index];
      return {
        path: `/marks/${index}`,
        message: `'${mark?.assessor}' has marked '${mark?.option}' on '${mark?.criterion}' already; keep one of the two marks.`,
      };
    });
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
