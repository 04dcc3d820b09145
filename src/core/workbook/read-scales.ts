import { compare } from '../exact/rational.ts';
import type { Entry } from './collect-marks.ts';
import { criterionKey } from './collect-marks.ts';
import { exactOf, placesOf } from './exact-cell.ts';
import type { CellFault } from './fault.ts';
import { faultAt, placeIn } from './fault.ts';
import type { DataRow } from './list-rows.ts';
import { columnOf } from './list-rows.ts';
import type { Naming } from './naming.ts';
import { cellText } from './plain-words.ts';
import { readScale, scaleIn } from './read-scale.ts';
import type { Ends } from './read-scale.ts';

export type ReadScales = {
  readonly scaleOf: (data: DataRow) => Ends;
  readonly faults: readonly CellFault[];
  /** Where the scale was not in the workbook, how it was come by. */
  readonly said: readonly string[];
};

type Given = { readonly ends: Ends; readonly data: DataRow; readonly column: number };

/** The scale of each criterion: its own cell, else what the person said, else what the headings and the marks say. */
export const readScales = (
  naming: Naming,
  rows: readonly DataRow[],
  entries: readonly Entry[],
): ReadScales => {
  const own = new Map<string, Given>();
  const faults: CellFault[] = [];
  for (const data of rows) {
    const column = columnOf(data.named, 'scale');
    if (column === undefined) continue;
    const ends = readScale(data.named.sheet.rows[data.row]?.[column]);
    const place = { named: data.named, row: data.row, column };
    if (ends === undefined) {
      faults.push(
        faultAt(
          place,
          `holds '${cellText(data.named.sheet.rows[data.row]?.[column])}', which is not a scale. Write its top, such as 5, or both ends, such as 0-5.`,
        ),
      );
    } else if (ends) {
      const key = criterionKey(data);
      const before = own.get(key);
      if (!before) own.set(key, { ends, data, column });
      else if (before.ends.lowest !== ends.lowest || before.ends.highest !== ends.highest)
        faults.push(
          faultAt(
            place,
            `gives '${data.criterion}' the scale ${ends.lowest} to ${ends.highest}; ${placeIn({ named: before.data.named, row: before.data.row, column: before.column }, naming.sheets.length > 1)} gives it ${before.ends.lowest} to ${before.ends.highest}. Make them agree.`,
          ),
        );
    }
  }
  const missing = rows.filter((data) => !own.has(criterionKey(data)));
  const rest =
    missing.length === 0
      ? null
      : commonScale(
          naming,
          entries.filter((one) => !own.has(criterionKey(one.data))),
        );
  const fallback = rest?.ends ?? { lowest: '0', highest: '5' };
  return {
    scaleOf: (data) => own.get(criterionKey(data))?.ends ?? fallback,
    faults,
    said: rest ? [rest.said] : [],
  };
};

/** Tops that scales have; the marks are taken to run up to the smallest that holds them all. */
const USUAL_TOPS = ['5', '10', '20', '100', '1000', '10000'];

const commonScale = (
  naming: Naming,
  entries: readonly Entry[],
): { readonly ends: Ends; readonly said: string } => {
  if (naming.scale)
    return {
      ends: naming.scale,
      said: `Marks run from ${naming.scale.lowest} to ${naming.scale.highest}, as you said.`,
    };
  const marks = entries.flatMap(({ raw }) => (raw.is === 'mark' ? [raw] : []));
  const from = (ends: Ends, said: string) => ({
    ends,
    said: `Marks run from ${ends.lowest} to ${ends.highest}: ${said}`,
  });
  const outOf = new Set(marks.map((raw) => raw.outOf));
  const [only] = outOf;
  if (outOf.size === 1 && only)
    return from({ lowest: '0', highest: only }, `they are written as so many of ${only}.`);
  if (marks.length > 0 && marks.every((raw) => raw.percent))
    return from({ lowest: '0', highest: '100' }, 'they are written as percentages.');
  const heading = headingScale(naming);
  if (heading) return from(heading.ends, `it is written above the marks ('${heading.text}').`);
  const numbers = marks.map((raw) => raw.number);
  const highest = numbers.reduce((most, one) => (compare(exactOf(one), exactOf(most)) > 0 ? one : most), '0');
  const isShare = compare(exactOf(highest), exactOf('1')) <= 0 && numbers.some((one) => placesOf(one) > 0);
  const top = isShare
    ? '1'
    : (USUAL_TOPS.find((one) => compare(exactOf(highest), exactOf(one)) <= 0) ?? highest);
  return from(
    { lowest: '0', highest: top },
    `no scale is named, and the highest mark is ${highest}. Say so if the scale is another.`,
  );
};

const headingScale = ({ sheets }: Naming): { readonly ends: Ends; readonly text: string } | null => {
  for (const { sheet, headingRow, headings, columns } of sheets) {
    const owned = [...columns].filter(([, { role }]) => role === 'mark' || role === 'agreed');
    const beside = owned.map(([at]) => headings[at]?.own ?? '');
    const above = sheet.rows.slice(0, headingRow).flatMap((row) => row.map(cellText));
    for (const text of [...beside, ...above]) {
      const ends = scaleIn(text);
      if (ends && isPlausible(ends)) return { ends, text };
    }
  }
  return null;
};

/** '2025-2026' and '3 to 4 March' above a table are no scales. */
const isPlausible = ({ lowest, highest }: Ends): boolean =>
  ['0', '1'].includes(lowest) && ['3', '4', '5', '6', '7', '8', '10', '20', '50', '100'].includes(highest);
