import type { ScoreColumn } from './aggregate.ts';
import type { Mark } from './case.ts';
import type { Locate } from './locate-mark.ts';
import type { ScaleUnits } from './scale-units.ts';

/** Places of assessors, of two bytes each while there are few enough of them. */
export type AssessorColumn = Uint16Array | Int32Array;

/** The marks in the order of the case, one array for each thing that is known of them. */
export type MarkColumns = {
  /**
   * Null where the marks stand by cell and within it by assessor, all of them the panel's, as a case has them that was
   * written option by option. -1 for a mark that names something that is not there; it has no assessor or score either.
   */
  readonly cellOf: Int32Array | null;
  /** How many marks each cell has, where there is no `cellOf`. */
  readonly counts: Int32Array;
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
  cells: number,
): MarkColumns => {
  const size = marks.length;
  const scoreOf = createScores(scales, size);
  const counts = new Int32Array(cells);
  let cellOf: Int32Array | null = null;
  let assessorOf: AssessorColumn = new Uint16Array(size);
  let isFrontline: Uint8Array | null = null;
  let isAllLocated = true;
  const placeOf = new Map<string, number>();
  const assessors: string[] = [];
  // Marks come in cycles, so whoever followed the last assessor before is tried before the map.
  const following: number[] = [];
  let [lastCell, assessor] = [0, -1];
  for (let index = 0; index < size; index += 1) {
    const mark = marks[index] as Mark;
    const cell = locate.cell(mark, '/marks', index);
    if (cell < 0) {
      cellOf ??= spellOut(counts, size);
      cellOf[index] = -1;
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
    const isNext = cell > lastCell || (cell === lastCell && next >= assessor);
    if (!cellOf && (!isNext || mark.group === 'frontline')) cellOf = spellOut(counts, size);
    if (cellOf) cellOf[index] = cell;
    else (counts[cell] as number) += 1;
    lastCell = cell;
    assessor = next;
    assessorOf[index] = assessor;
    scoreOf[index] = locate.units();
    if (mark.group === 'frontline') {
      isFrontline ??= new Uint8Array(size);
      isFrontline[index] = 1;
    }
  }
  return { cellOf, counts, assessorOf, scoreOf, isFrontline, assessors, isAllLocated };
};

/** The cell of each mark when the marks stand by cell; nought for those, up to `size`, that are not counted. */
export const spellOut = (counts: Int32Array, size: number): Int32Array => {
  const cellOf = new Int32Array(size);
  let mark = 0;
  counts.forEach((count, cell) => cellOf.fill(cell, mark, (mark += count)));
  return cellOf;
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
