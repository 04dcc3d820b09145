import { roundHalfUp } from '../exact/decimal.ts';
import { sameName } from './collect-marks.ts';
import { exactOf } from './exact-cell.ts';
import type { CellFault, Place } from './fault.ts';
import { faultAt, placeIn } from './fault.ts';
import type { DataRow } from './list-rows.ts';
import type { Naming } from './naming.ts';
import { cellText } from './plain-words.ts';
import { readMark, short } from './read-mark.ts';
import { readNumber } from './read-number.ts';

export type ReadPrices = {
  /** Whole pence, by bidder. */
  readonly pence: ReadonlyMap<string, number>;
  readonly faults: readonly CellFault[];
  readonly said: readonly string[];
};

type Seen = { readonly pence: number; readonly place: Place };

/** One price a bidder, from a column of prices or from a row of them under the bidders' names. */
export const readPrices = (
  naming: Naming,
  rows: readonly DataRow[],
  priceRows: readonly DataRow[],
): ReadPrices => {
  const seen = new Map<string, Seen>();
  const faults: CellFault[] = [];
  let foreign = '';
  const take = (place: Place, bidder: string): void => {
    const cell = place.named.sheet.rows[place.row]?.[place.column];
    const text = cellText(cell);
    if (text === '' || readMark(cell).is === 'none' || bidder === '') return;
    const read = readNumber(text, 'price');
    foreign ||= /[€$¥]/u.exec(text)?.[0] ?? '';
    if (read.is !== 'number' || cell?.kind === 'day' || cell?.kind === 'fault') {
      const why =
        read.is === 'unclear' ? `which ${read.why}` : 'which is not a price. Write a number, such as 120000';
      faults.push(faultAt(place, `holds '${short(text)}', ${why}.`));
      return;
    }
    const pence = Number(roundHalfUp(exactOf(read.number), 2));
    const before = seen.get(sameName(bidder));
    if (pence < 0 || !Number.isSafeInteger(pence))
      faults.push(faultAt(place, `holds ${read.number}, which is no price that a bid can have.`));
    else if (!before) seen.set(sameName(bidder), { pence, place });
    else if (before.pence !== pence)
      faults.push(
        faultAt(
          place,
          `gives ${bidder} another price than ${placeIn(before.place, naming.sheets.length > 1)}. Make them agree.`,
        ),
      );
  };
  for (const data of rows) {
    const ofSheet = naming.sheetIs === 'bidder' ? data.named.sheet.name : '';
    for (const [column, { role, bidder }] of data.named.columns)
      if (role === 'price')
        take({ named: data.named, row: data.row, column }, bidder ?? (data.bidder || ofSheet));
  }
  for (const data of priceRows) {
    const ofSheet = naming.sheetIs === 'bidder' ? data.named.sheet.name : '';
    for (const [column, { role, bidder }] of data.named.columns)
      if (role === 'mark')
        take({ named: data.named, row: data.row, column }, bidder ?? (data.bidder || ofSheet));
  }
  const pence = new Map([...seen].map(([bidder, one]) => [bidder, one.pence]));
  return {
    pence,
    faults,
    said: [
      ...(pence.size === 0
        ? []
        : [
            `${pence.size === 1 ? 'One price' : `${pence.size} prices`} read; they stand beside the marks and carry no weight.`,
          ]),
      ...(foreign === '' ? [] : [`The sign ${foreign} is not kept: prices are shown as pounds.`]),
    ],
  };
};
