import { cellName } from './cell-name.ts';
import type { NamedSheet } from './naming.ts';

/** One bad cell: where it stands, as a person finds it, and what to do. Rows count from 1. */
export type CellFault = {
  readonly sheet: string;
  readonly row: number;
  /** The heading of its column, or the column's letter where it has none. */
  readonly column: string;
  readonly cell: string;
  readonly message: string;
};

export type Place = { readonly named: NamedSheet; readonly row: number; readonly column: number };

export const placeName = ({ row, column }: Place): string => cellName(row, column);

/** Two places of one workbook: the sheet is named where there are several. */
export const placeIn = (place: Place, several: boolean): string =>
  several ? `${place.named.sheet.name}, ${placeName(place)}` : placeName(place);

export const faultAt = ({ named, row, column }: Place, message: string): CellFault => {
  const heading = named.headings[column];
  const words = heading ? [...heading.above, heading.own].filter(Boolean).join(' ') : '';
  return {
    sheet: named.sheet.name,
    row: row + 1,
    column: words || cellName(0, column).replace(/\d+$/, ''),
    cell: cellName(row, column),
    message,
  };
};

/** 'Scores, row 7, column Score (F7)'. */
export const faultPlace = ({ sheet, row, column, cell }: CellFault): string =>
  `${sheet}, row ${row}, column ${column} (${cell})`;
