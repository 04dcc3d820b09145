import type { ScoreColumn, ScoreList } from './aggregate.ts';
import type { AssessorColumn, MarkColumns } from './read-marks.ts';

/**
 * The marks of one group, panel or frontline, by cell: those of a cell stand from `start[cell]` up to, not including,
 * `start[cell + 1]`, by assessor. Whoever goes through them cell by cell reads each array from its beginning to its end.
 */
export type CellMarks = {
  readonly start: Int32Array;
  /** By mark: its cell, its assessor as a place in the table's list, and its score in units of the scale. */
  readonly cellOf: Int32Array;
  readonly assessorOf: AssessorColumn;
  readonly scoreOf: ScoreColumn;
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
  const { cellOf, assessorOf, scoreOf } = inCellOrder(columns, group, cells);
  const start = countStarts(cellOf, cells);
  let bySomebody: Sorted | undefined;
  return {
    start,
    cellOf,
    assessorOf,
    scoreOf,
    aggregated: inOrder ? risingByCell(scoreOf, start) : scoreOf,
    sums: sumByCell(scoreOf, start),
    placesOf: (assessor) => {
      bySomebody ??= sortPlaces(everyPlace(assessorOf.length), assessorOf, people);
      return bySomebody.places.subarray(bySomebody.start[assessor], bySomebody.start[assessor + 1]);
    },
  };
};

type Columns = Pick<CellMarks, 'cellOf' | 'assessorOf' | 'scoreOf'>;

/** The columns themselves where they are in order already, as a case that was written option by option is. */
const inCellOrder = (columns: MarkColumns, group: 'panel' | 'frontline', cells: number): Columns => {
  const { cellOf, assessorOf, scoreOf, isFrontline, assessors } = columns;
  if (!isFrontline && group === 'panel' && isInOrder(columns)) return columns;
  const wanted = group === 'panel' ? 0 : 1;
  const count = isFrontline || wanted === 0 ? cellOf.length : 0;
  const chosen = everyPlace(count).filter(
    (mark) => (cellOf[mark] as number) >= 0 && (isFrontline?.[mark] ?? 0) === wanted,
  );
  const byAssessor = sortPlaces(chosen, assessorOf, assessors.length).places;
  const { places } = sortPlaces(byAssessor, cellOf, cells);
  return {
    cellOf: places.map((mark) => cellOf[mark] as number),
    assessorOf: pick(assessorOf, places),
    scoreOf: pick(scoreOf, places),
  };
};

const pick = <T extends ScoreColumn | AssessorColumn>(column: T, places: Int32Array): T => {
  const picked = column.slice(0, places.length) as T;
  for (let at = 0; at < places.length; at += 1) picked[at] = column[places[at] as number] as number;
  return picked;
};

const isInOrder = ({ cellOf, assessorOf }: MarkColumns): boolean => {
  let [cell, assessor] = [0, -1];
  for (let mark = 0; mark < cellOf.length; mark += 1) {
    const [nextCell, nextAssessor] = [cellOf[mark] as number, assessorOf[mark] as number];
    if (nextCell < cell || (nextCell === cell && nextAssessor < assessor)) return false;
    cell = nextCell;
    assessor = nextAssessor;
  }
  return true;
};

type KeyColumn = Int32Array | AssessorColumn;
type Sorted = { readonly start: Int32Array; readonly places: Int32Array };

const everyPlace = (count: number): Int32Array => new Int32Array(count).map((_zero, place) => place);

/** Where the places of each key begin when they stand in the order of their keys. */
const countStarts = (keyOf: KeyColumn, keys: number, places?: Int32Array): Int32Array => {
  const start = new Int32Array(keys + 1);
  const count = (places ?? keyOf).length;
  for (let at = 0; at < count; at += 1)
    (start[(keyOf[places ? (places[at] as number) : at] as number) + 1] as number) += 1;
  for (let key = 0; key < keys; key += 1) (start[key + 1] as number) += start[key] as number;
  return start;
};

/** By rising key; the places of one key keep their order. */
const sortPlaces = (places: Int32Array, keyOf: KeyColumn, keys: number): Sorted => {
  const start = countStarts(keyOf, keys, places);
  const next = start.slice();
  const sorted = new Int32Array(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    const key = keyOf[place] as number;
    const to = next[key] as number;
    sorted[to] = place;
    next[key] = to + 1;
  }
  return { start, places: sorted };
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
