import type { CostLine } from '../../../core/scoring/case.ts';

/** One cost over the years, in pence: the first figure is year 0, the next year 1, and so on. */
export type CostRow = {
  readonly line: string;
  readonly tendered: boolean;
  readonly capital: boolean;
  readonly byYear: readonly number[];
};

/** The same costs as record-costs takes them: one line for each year in which something is paid. */
export const costLines = (rows: readonly CostRow[]): readonly CostLine[] =>
  rows.flatMap(({ line, tendered, capital, byYear }) =>
    byYear.flatMap((pence, year) => (pence === 0 ? [] : [{ line, year, pence, tendered, capital }])),
  );

/** A yearly cost that starts at the end of year 1 and runs for so many years. */
export const everyYear = (pence: number, years: number): readonly number[] => [
  0,
  ...Array.from({ length: years }, () => pence),
];
