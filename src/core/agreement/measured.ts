import { rowAt } from './rows.ts';
import type { Rows } from './rows.ts';

/** A statistic, or why there is none. Undefined is an answer: it is null with a reason in words, never NaN. */
export type Measured =
  { readonly value: number; readonly reason: null } | { readonly value: null; readonly reason: string };

export const measured = (value: number): Measured => ({ value, reason: null });

export const undefinedBecause = (reason: string): Measured => ({ value: null, reason });

/** Throws a RangeError that names the thing when a table of numbers is ragged or holds what is not a finite number. */
export const assertTable = (rows: Rows, name: string): void => {
  const width = rows.at(0)?.length ?? 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rowAt(rows, at);
    if (row.length !== width)
      throw new RangeError(`Row ${at} of ${name} has ${row.length} values where the first has ${width}.`);
    for (let index = 0; index < width; index += 1) {
      if (!Number.isFinite(row[index]))
        throw new RangeError(
          `Row ${at} of ${name} holds ${String(row[index])}, which is not a finite number.`,
        );
    }
  }
};
