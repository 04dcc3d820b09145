import type { ScoreColumn } from './aggregate.ts';
import type { Mark } from './case.ts';
import type { Locate } from './locate-mark.ts';
import type { ScaleUnits } from './scale-units.ts';

/** Places of assessors, of two bytes each while there are few enough of them. */
export type AssessorColumn = Uint16Array | Int32Array;

/** The marks in the order of the case, one array for each thing that is known of them. */
export type MarkColumns = {
  /** -1 for a mark that names something that is not there; it has no assessor or score either. */
  readonly cellOf: Int32Array;
  /** Places in `assessors`. */
  readonly assessorOf: AssessorColumn;
  /** In units of the scale. */
  readonly scoreOf: ScoreColumn;
  /** 1 for a frontline mark; null where there is none. */
  readonly isFrontline: Uint8Array | null;
  /** By first appearance. */
  readonly assessors: readonly string[];
  readonly isAllLocated: boolean;
};

export const readMarks = (
  marks: readonly Mark[],
  scales: readonly (ScaleUnits | null)[],
  locate: Locate,
): MarkColumns => {
  const size = marks.length;
  const [cellOf, scoreOf] = [new Int32Array(size), createScores(scales, size)];
  let assessorOf: AssessorColumn = new Uint16Array(size);
  let isFrontline: Uint8Array | null = null;
  let isAllLocated = true;
  const placeOf = new Map<string, number>();
  const assessors: string[] = [];
  // Marks come in cycles, so whoever followed the last assessor before is tried before the map.
  const following: number[] = [];
  let assessor = -1;
  for (let index = 0; index < size; index += 1) {
    const mark = marks[index] as Mark;
    const cell = locate.cell(mark, '/marks', index);
    cellOf[index] = cell;
    if (cell < 0) {
      isAllLocated = false;
      continue;
    }
    const guess = following[assessor] ?? -1;
    let next = assessors[guess] === mark.assessor ? guess : placeOf.get(mark.assessor);
    if (next === undefined) {
      next = assessors.push(mark.assessor) - 1;
      placeOf.set(mark.assessor, next);
      if (next === MOST_SHORT_PLACES) assessorOf = Int32Array.from(assessorOf);
    }
    if (assessor >= 0) following[assessor] = next;
    assessor = next;
    assessorOf[index] = assessor;
    scoreOf[index] = locate.units();
    if (mark.group === 'frontline') {
      isFrontline ??= new Uint8Array(size);
      isFrontline[index] = 1;
    }
  }
  return { cellOf, assessorOf, scoreOf, isFrontline, assessors, isAllLocated };
};

/** Two bytes a score where the scales allow it: a million marks then pass through the processor's cache far sooner. */
const createScores = (scales: readonly (ScaleUnits | null)[], size: number): ScoreColumn => {
  const isShort = scales.every(
    (scale) => !scale || (scale.lowest >= -MOST_SHORT && scale.lowest + scale.range <= MOST_SHORT),
  );
  return isShort ? new Int16Array(size) : new Float64Array(size);
};

const MOST_SHORT = 32_767n;
const MOST_SHORT_PLACES = 2 ** 16;
