import type { ScoreColumn, ScoreList } from './aggregate.ts';
import { spellOut } from './read-marks.ts';
import type { AssessorColumn, MarkColumns } from './read-marks.ts';

/**
 * The marks of one group, panel or frontline, by cell: those of a cell stand from `start[cell]` up to, not including,
 * `start[cell + 1]`, by assessor. Whoever goes through them cell by cell reads each array from its beginning to its end.
 */
export type CellMarks = {
  readonly start: Int32Array;
  /** By mark: its assessor as a place in the table's list, and its score in units of the scale. */
  readonly assessorOf: AssessorColumn;
  readonly scoreOf: ScoreColumn;
  /** By mark: its cell, spelled out when it is first asked for. */
  readonly cellOf: () => Int32Array;
  /** The scores again, those of a cell in rising order where the aggregate needs it. */
  readonly aggregated: ScoreColumn;
  /** By cell; not a number where it is beyond the whole numbers that a double holds exactly. */
  readonly sums: Float64Array;
  /** Where one assessor's marks stand. */
  readonly placesOf: (assessor: number) => Int32Array;
};

export const countAt = ({ start }: CellMarks, cell: number): number =>
  (start[cell + 1] as number) - (start[cell] as number);

/** Undefined where nobody marked the cell. */
export const listAt = (marks: CellMarks, cell: number): ScoreList | undefined => {
  if (countAt(marks, cell) === 0) return undefined;
  const sum = marks.sums[cell] as number;
  const scores = marks.aggregated.subarray(marks.start[cell], marks.start[cell + 1]);
  return { scores, sum: Number.isNaN(sum) ? null : sum };
};

/** A mark without a cell is left out. `inOrder`: the aggregate needs each cell's scores in rising order. */
export const sortByCell = (
  columns: MarkColumns,
  group: 'panel' | 'frontline',
  cells: number,
  inOrder: boolean,
): CellMarks => {
  const people = columns.assessors.length;
  const { counts, assessorOf, scoreOf } = inCellOrder(columns, group, cells);
  const start = startsOf(counts);
  let cellOf: Int32Array | undefined;
  let byAssessor: Sorted | undefined;
  return {
    start,
    cellOf: () => (cellOf ??= spellOut(counts, scoreOf.length)),
    assessorOf,
    scoreOf,
    aggregated: inOrder ? risingByCell(scoreOf, start) : scoreOf,
    sums: sumByCell(scoreOf, start),
    placesOf: (assessor) => {
      byAssessor ??= sortPlaces(everyPlace(assessorOf.length), assessorOf, people);
      return byAssessor.places.subarray(byAssessor.start[assessor], byAssessor.start[assessor + 1]);
    },
  };
};

type InCellOrder = Pick<MarkColumns, 'counts' | 'assessorOf' | 'scoreOf'>;

/** The columns themselves where they are in order already. */
const inCellOrder = (columns: MarkColumns, group: 'panel' | 'frontline', cells: number): InCellOrder => {
  const { cellOf, assessorOf, scoreOf, isFrontline, assessors } = columns;
  if (!cellOf && group === 'panel') return columns;
  const wanted = group === 'panel' ? 0 : 1;
  const isWanted = (mark: number): boolean =>
    cellOf !== null && (cellOf[mark] as number) >= 0 && (isFrontline?.[mark] ?? 0) === wanted;
  const isAny = cellOf !== null && (group === 'panel' || isFrontline !== null);
  const chosen = everyPlace(isAny ? cellOf.length : 0).filter(isWanted);
  const byAssessor = sortPlaces(chosen, assessorOf, assessors.length).places;
  const { places, counts } = sortPlaces(byAssessor, cellOf ?? new Int32Array(), cells);
  return { counts, assessorOf: pick(assessorOf, places), scoreOf: pick(scoreOf, places) };
};

const pick = <T extends ScoreColumn | AssessorColumn>(column: T, places: Int32Array): T => {
  const picked = column.slice(0, places.length) as T;
  for (let at = 0; at < places.length; at += 1) picked[at] = column[places[at] as number] as number;
  return picked;
};

type KeyColumn = Int32Array | AssessorColumn;
/** By rising key: the places, and where those of each key begin. */
type Sorted = { readonly counts: Int32Array; readonly start: Int32Array; readonly places: Int32Array };

const everyPlace = (count: number): Int32Array => new Int32Array(count).map((_zero, place) => place);

const startsOf = (counts: Int32Array): Int32Array => {
  const start = new Int32Array(counts.length + 1);
  counts.forEach((count, key) => (start[key + 1] = (start[key] as number) + count));
  return start;
};

/** The places of one key keep their order. */
const sortPlaces = (places: Int32Array, keyOf: KeyColumn, keys: number): Sorted => {
  const counts = new Int32Array(keys);
  for (let at = 0; at < places.length; at += 1)
    (counts[keyOf[places[at] as number] as number] as number) += 1;
  const start = startsOf(counts);
  const next = start.slice();
  const sorted = new Int32Array(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    const key = keyOf[place] as number;
    const to = next[key] as number;
    sorted[to] = place;
    next[key] = to + 1;
  }
  return { counts, start, places: sorted };
};

const risingByCell = (scoreOf: ScoreColumn, start: Int32Array): ScoreColumn => {
  const rising = scoreOf.slice();
  for (let cell = 0; cell + 1 < start.length; cell += 1) rising.subarray(start[cell], start[cell + 1]).sort();
  return rising;
};

const sumByCell = (scoreOf: ScoreColumn, start: Int32Array): Float64Array => {
  const sums = new Float64Array(start.length - 1);
  for (let cell = 0; cell < sums.length; cell += 1) {
    const to = start[cell + 1] as number;
    let sum = 0;
    for (let place = start[cell] as number; place < to; place += 1) {
      sum += scoreOf[place] as number;
      // Once beyond, never again a number: what follows could bring it back without its last digits.
      if (!Number.isSafeInteger(sum)) sum = NaN;
    }
    sums[cell] = sum;
  }
  return sums;
};
