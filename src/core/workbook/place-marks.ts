import { roundHalfUp } from '../exact/decimal.ts';
import { divide, whole } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import { isOn, mostPlaces } from './build-rubric.ts';
import type { Entry } from './collect-marks.ts';
import { exactOf, placesOf } from './exact-cell.ts';
import type { CellFault } from './fault.ts';
import { faultAt } from './fault.ts';
import type { DataRow } from './list-rows.ts';
import { plainDecimal } from './read-number.ts';
import type { Ends } from './read-scale.ts';

/** A mark that lies on its scale, as a plain decimal. */
export type PlacedMark = { readonly entry: Entry; readonly number: string };

export type PlacedMarks = {
  readonly marks: readonly PlacedMark[];
  readonly faults: readonly CellFault[];
  readonly said: readonly string[];
};

/** Holds every mark to its scale: 7 of 5, '80%' on 0 to 5 and '4/10' on 0 to 5 are refused with the cell. */
export const placeMarks = (entries: readonly Entry[], scaleOf: (data: DataRow) => Ends): PlacedMarks => {
  const faults: CellFault[] = [];
  let rounded = 0;
  const marks = entries.flatMap((entry): readonly PlacedMark[] => {
    const { raw } = entry;
    if (raw.is !== 'mark') return [];
    const ends = scaleOf(entry.data);
    const scale = `from ${ends.lowest} to ${ends.highest}`;
    const refuse = (message: string): readonly PlacedMark[] => {
      faults.push(faultAt(entry.place, message));
      return [];
    };
    if (raw.outOf !== null && raw.outOf !== ends.highest)
      return refuse(
        `holds ${raw.number} of ${raw.outOf}, but the marks here run ${scale}. Write the mark on that scale, or name the scale.`,
      );
    const number = raw.percent ? percentOn(raw.number, ends) : raw.number;
    if (number === null)
      return refuse(
        `holds ${raw.number}%, but the marks here run ${scale}. Write the mark on that scale, or name the scale.`,
      );
    if (!isOn(ends, number))
      return refuse(
        `holds ${number}, which is not on the scale ${scale}. Put the mark right, or name the scale.`,
      );
    if (placesOf(number) <= mostPlaces(ends)) return [{ entry, number }];
    rounded += 1;
    return [{ entry, number: roundedTo(number, mostPlaces(ends)) }];
  });
  const said =
    rounded === 0
      ? []
      : [
          `${rounded === 1 ? 'One mark has' : `${rounded} marks have`} more than 15 digits and ${rounded === 1 ? 'was' : 'were'} rounded to those.`,
        ];
  return { marks, faults, said };
};

/** A percentage is a mark on 0 to 100 as it stands, and on 0 to 1 a hundredth of it. */
const percentOn = (number: string, { lowest, highest }: Ends): string | null => {
  if (lowest !== '0') return null;
  if (highest === '100') return number;
  return highest === '1' ? decimalString(divide(exactOf(number), whole(100))) : null;
};

const decimalString = (value: Rational): string => {
  const places = 15;
  const digits = String(roundHalfUp(value, places)).padStart(places + 1, '0');
  return plainDecimal(`${digits.slice(0, -places)}.${digits.slice(-places)}`);
};

const roundedTo = (number: string, places: number): string => {
  const units = roundHalfUp(exactOf(number), places);
  return decimalString({ n: units, d: 10n ** BigInt(places) });
};
