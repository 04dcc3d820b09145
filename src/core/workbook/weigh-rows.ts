import { compare, fraction, subtract, sum, whole } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import { roundHalfUp } from '../exact/decimal.ts';
import { toBasisPoints } from '../weights/basis-points.ts';
import { criterionKey } from './collect-marks.ts';
import { exactOf, placesOf } from './exact-cell.ts';
import type { CellFault, Place } from './fault.ts';
import { faultAt, placeIn } from './fault.ts';
import type { DataRow } from './list-rows.ts';
import { columnOf } from './list-rows.ts';
import type { Naming } from './naming.ts';
import { cellText } from './plain-words.ts';
import { short } from './read-mark.ts';
import { readNumber } from './read-number.ts';

/**
 * Weights as a sheet has them, made into basis points that sum to exactly 10000.
 *
 * In words: a sheet's weights sum to 1, 100 or 10000. Where each is a whole number of basis points nothing changes.
 * Where they miss the sum by no more than their own rounding explains (33.3 three times), or are finer than a basis
 * point, the largest remainder method shares out the 10000, and what was rounded is said. Any other sum is refused, as
 * nobody can know which weight is wrong. Without a column of weights all count alike, and that is said.
 * Example: 33.3, 33.3 and 33.3 are 3334, 3333 and 3333.
 */
export type Weighed = {
  /** By criterion key. */
  readonly weightBp: ReadonlyMap<string, number>;
  /** As written, for the comparison with the sheet's own totals. */
  readonly written: ReadonlyMap<string, Rational>;
  readonly faults: readonly CellFault[];
  readonly said: readonly string[];
};

type Written = { readonly number: string; readonly place: Place; readonly criterion: string };

export const weighRows = (naming: Naming, rows: readonly DataRow[]): Weighed => {
  const { written, faults } = readWeights(naming, rows);
  const keys = [...new Set(rows.map(criterionKey))];
  if (written.size === 0 && faults.length === 0) return alike(keys, rows);
  const missing = rows.filter((data) => !written.has(criterionKey(data)));
  const absent = [...new Map(missing.map((data) => [criterionKey(data), data])).values()].flatMap((data) => {
    const column = columnOf(data.named, 'weight');
    return column === undefined || faults.length > 0
      ? []
      : [
          faultAt(
            { named: data.named, row: data.row, column },
            `holds no weight for '${data.criterion}'. Write its weight, 0 if it has none.`,
          ),
        ];
  });
  if (faults.length > 0 || absent.length > 0) return nothing([...faults, ...absent]);
  return shareWritten(naming, keys, written);
};

const nothing = (faults: readonly CellFault[]): Weighed => ({
  weightBp: new Map(),
  written: new Map(),
  faults,
  said: [],
});

const alike = (keys: readonly string[], rows: readonly DataRow[]): Weighed => {
  if (keys.length === 0) return nothing([]);
  const shares = toBasisPoints(keys.map(() => whole(1)));
  const hasColumn = rows.some(({ named }) => columnOf(named, 'weight') !== undefined);
  return {
    weightBp: new Map(keys.map((key, index) => [key, shares[index] ?? 0])),
    written: new Map(keys.map((key) => [key, whole(1)])),
    faults: [],
    said: [
      `${hasColumn ? 'The column of weights is empty' : 'No column is named as the weight'}, so all ${keys.length} criteria count alike${10000 % keys.length === 0 ? '.' : ', to the nearest hundredth of a per cent.'}`,
    ],
  };
};

const readWeights = (naming: Naming, rows: readonly DataRow[]) => {
  const written = new Map<string, Written>();
  const faults: CellFault[] = [];
  for (const data of rows) {
    const column = columnOf(data.named, 'weight');
    const cell = column === undefined ? null : (data.named.sheet.rows[data.row]?.[column] ?? null);
    if (column === undefined || cellText(cell) === '') continue;
    const place = { named: data.named, row: data.row, column };
    const read = readNumber(cellText(cell), 'mark');
    if (cell?.kind === 'fault') {
      faults.push(
        faultAt(
          place,
          `shows ${cell.fault}: its formula has failed. Put the formula right, or type the weight.`,
        ),
      );
    } else if (cell?.kind === 'day' || read.is === 'text') {
      faults.push(
        faultAt(
          place,
          `holds '${short(cellText(cell))}', which is not a weight. Write a number, such as 30 or 30%.`,
        ),
      );
    } else if (read.is === 'unclear') {
      faults.push(faultAt(place, `holds '${cellText(cell)}', which ${read.why}.`));
    } else if (read.number.startsWith('-')) {
      faults.push(faultAt(place, `holds ${read.number}; a weight cannot be below 0.`));
    } else {
      const key = criterionKey(data);
      const before = written.get(key);
      if (!before) written.set(key, { number: read.number, place, criterion: data.criterion });
      else if (before.number !== read.number)
        faults.push(
          faultAt(
            place,
            `gives '${data.criterion}' the weight ${read.number}; ${placeIn(before.place, naming.sheets.length > 1)} gives it ${before.number}. Make them agree.`,
          ),
        );
    }
  }
  return { written, faults };
};

const shareWritten = (
  naming: Naming,
  keys: readonly string[],
  written: ReadonlyMap<string, Written>,
): Weighed => {
  const numbers = keys.map((key) => exactOf(written.get(key)?.number ?? '0'));
  const total = sum(numbers);
  const [first] = written.values();
  const target = targetOf(
    total,
    [...written.values()].map(({ number }) => number),
  );
  if (!first || total.n === 0n || (target === null && !naming.weightsAreShares)) {
    const place = first?.place;
    const shown = decimalText(total);
    const message = `The weights of the ${keys.length} criteria sum to ${shown}; they must sum to 100 (or 1, or 10000). Put them right, or say that they are shares of their sum.`;
    return nothing(place ? [faultAt(place, message)] : []);
  }
  const shares = toBasisPoints(numbers);
  const exact = numbers.map(({ n, d }) => fraction(n * total.d * 10000n, d * total.n));
  const moved = keys.flatMap((key, index) =>
    compare(exact[index] ?? whole(0), whole(shares[index] ?? 0)) === 0
      ? []
      : [written.get(key)?.criterion ?? ''],
  );
  return {
    weightBp: new Map(keys.map((key, index) => [key, shares[index] ?? 0])),
    written: new Map(keys.map((key, index) => [key, numbers[index] ?? whole(0)])),
    faults: [],
    said: [
      ...(target === null
        ? [`The weights sum to ${decimalText(total)} and are taken as shares of that.`]
        : []),
      ...(target !== null && compare(total, whole(target)) !== 0
        ? [
            `The weights sum to ${decimalText(total)}, ${target} but for rounding, and are taken as shares of that.`,
          ]
        : []),
      ...(moved.length === 0
        ? []
        : [
            `${moved.length === 1 ? 'One weight was' : `${moved.length} weights were`} rounded to a hundredth of a per cent, so that all sum to exactly 100%: ${moved.slice(0, 5).join(', ')}${moved.length > 5 ? ` and ${moved.length - 5} more` : ''}.`,
          ]),
    ],
  };
};

/** The sum that was meant: missed by what rounding each weight explains, and by no more than half a per cent. */
const targetOf = (total: Rational, numbers: readonly string[]): number | null => {
  const places = Math.max(...numbers.map(placesOf));
  const fromRounding = fraction(BigInt(numbers.length), 2n * 10n ** BigInt(places));
  const isLevel = new Set(numbers).size === 1;
  const found = [100, 1, 10000].find((target) => {
    const off = subtract(total, whole(target));
    const size = off.n < 0n ? { n: -off.n, d: off.d } : off;
    return (
      compare(size, fromRounding) <= 0 &&
      (isLevel
        ? compare(size, fraction(BigInt(target), 100n)) <= 0
        : compare(size, fraction(BigInt(target), 200n)) <= 0)
    );
  });
  return found ?? null;
};

const decimalText = (value: Rational): string => {
  const units = roundHalfUp(value, 4);
  const text = String(units < 0n ? -units : units).padStart(5, '0');
  const part = text.slice(-4).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${text.slice(0, -4)}${part ? `.${part}` : ''}`;
};
