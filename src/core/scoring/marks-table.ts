import type { Fault } from '../errors.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { rubricMethod } from '../rubric/rubric-method.ts';
import { listCriteria } from '../rubric/walk-rubric.ts';
import { compareUnits } from './aggregate.ts';
import type { ScoreList } from './aggregate.ts';
import type { Case, Mark } from './case.ts';
import { buildScaleUnits } from './scale-units.ts';
import type { ScaleUnits } from './scale-units.ts';
import type { WeightTree } from './weigh-tree.ts';

/**
 * All marks by cell, each score a whole number of its scale's smallest unit. A cell is one option under one leaf, at
 * option x leaves + leaf. Built in one pass, so that a million marks cost a million steps.
 */
export type OwnMark = { readonly cell: number; readonly score: bigint; readonly frontline: boolean };

export type MarksTable = {
  readonly scales: readonly (ScaleUnits | null)[];
  readonly panel: readonly (ScoreList | undefined)[];
  readonly frontline: readonly (ScoreList | undefined)[];
  readonly consensus: readonly (bigint | undefined)[];
  /** By first appearance in the case. */
  readonly assessors: readonly string[];
  readonly marksOf: readonly (readonly OwnMark[])[];
};

type Gathered = { scores: bigint[]; sum: bigint };
type Finder = { readonly options: ReadonlyMap<string, number>; readonly leaves: ReadonlyMap<string, number> };
type Located = { readonly cell: number; readonly score: bigint };

export const buildMarksTable = (
  given: Case,
  tree: WeightTree,
): { readonly table: MarksTable; readonly faults: readonly Fault[] } => {
  const faults: Fault[] = [];
  const scales = tree.leaves.map((leaf) => (leaf.scored ? buildScaleUnits(given.rubric, leaf.scored) : null));
  const locate = buildLocate(given, tree, scales, faults);
  const cells = given.options.length * tree.leaves.length;
  const panel = new Array<Gathered | undefined>(cells).fill(undefined);
  const frontline = new Array<Gathered | undefined>(cells).fill(undefined);
  const consensus = new Array<bigint | undefined>(cells).fill(undefined);
  const assessors = new Map<string, number>();
  const marksOf: OwnMark[][] = [];
  const seen = new Set<number>();

  given.marks.forEach((mark, index) => {
    const found = locate(mark, `/marks/${index}`);
    if (!found) return;
    const assessor = indexOfAssessor(mark, assessors, marksOf);
    const key = assessor * cells + found.cell;
    if (seen.has(key)) {
      faults.push({
        path: `/marks/${index}`,
        message: `'${mark.assessor}' has marked '${mark.option}' on '${mark.criterion}' already; keep one of the two marks.`,
      });
      return;
    }
    seen.add(key);
    const isFrontline = mark.group === 'frontline';
    gather(isFrontline ? frontline : panel, found);
    marksOf[assessor]?.push({ ...found, frontline: isFrontline });
  });
  given.consensus?.forEach((agreed, index) => {
    const found = locate(agreed, `/consensus/${index}`);
    if (!found) return;
    if (consensus[found.cell] !== undefined) {
      faults.push({
        path: `/consensus/${index}`,
        message: `There is a consensus for '${agreed.option}' on '${agreed.criterion}' already; keep one of the two.`,
      });
      return;
    }
    consensus[found.cell] = found.score;
  });
  if (rubricMethod(given.rubric).aggregate !== 'mean')
    panel.forEach((list) => list?.scores.sort(compareUnits));
  return {
    table: { scales, panel, frontline, consensus, assessors: [...assessors.keys()], marksOf },
    faults,
  };
};

const gather = (lists: (Gathered | undefined)[], { cell, score }: Located): void => {
  const list = lists[cell];
  if (!list) lists[cell] = { scores: [score], sum: score };
  else {
    list.scores.push(score);
    list.sum += score;
  }
};

const indexOfAssessor = (mark: Mark, assessors: Map<string, number>, marksOf: OwnMark[][]): number => {
  const known = assessors.get(mark.assessor);
  if (known !== undefined) return known;
  assessors.set(mark.assessor, marksOf.length);
  return marksOf.push([]) - 1;
};

type Scored = { readonly option: string; readonly criterion: string; readonly score: number };

/** Finds the cell of a mark and its score in units; a fault for whatever it names that is not there. */
const buildLocate = (
  given: Case,
  tree: WeightTree,
  scales: readonly (ScaleUnits | null)[],
  faults: Fault[],
): ((mark: Scored, path: string) => Located | undefined) => {
  const finder: Finder = {
    options: new Map(given.options.map((option, index) => [option.id, index])),
    leaves: new Map(tree.leaves.map((leaf, index) => [leaf.id, index])),
  };
  return (mark, path) => {
    const option = finder.options.get(mark.option);
    const leaf = finder.leaves.get(mark.criterion);
    const scale = leaf === undefined ? null : scales[leaf];
    if (option === undefined) {
      faults.push({ path: `${path}/option`, message: `There is no option '${mark.option}' in this case.` });
    }
    if (leaf === undefined || !scale) {
      faults.push({ path: `${path}/criterion`, message: whyNotScored(given.rubric, mark.criterion) });
      return undefined;
    }
    const score = scale.unitsOf(mark.score);
    if (score === null) {
      faults.push({
        path: `${path}/score`,
        message: `${mark.score} is not on the scale of '${mark.criterion}'; a mark is ${scale.words}.`,
      });
    }
    if (option === undefined || score === null) return undefined;
    return { cell: option * tree.leaves.length + leaf, score };
  };
};

const whyNotScored = (rubric: Rubric, id: string): string => {
  const found = listCriteria(rubric).find((place) => place.criterion.id === id)?.criterion;
  if (!found) return `There is no criterion '${id}' in this rubric.`;
  const kind = found.kind === 'information' ? 'for information' : `a ${found.kind}`;
  return `'${id}' is ${kind} and takes no marks; marks go to scored criteria.`;
};
