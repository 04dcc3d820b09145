import type { CostLine } from '../core/scoring/case.ts';
import type { ReportInput } from './input.ts';

/** Cost lines added up by year: whole pence, not discounted. */
export type YearCost = { readonly year: number; readonly capital: number; readonly revenue: number };

export const sumByYear = (lines: readonly CostLine[]): readonly YearCost[] => {
  const years = [...new Set(lines.map((line) => line.year ?? 0))].sort((a, b) => a - b);
  return years.map((year) => {
    const own = lines.filter((line) => (line.year ?? 0) === year);
    const add = (capital: boolean): number =>
      own.filter((line) => (line.capital ?? false) === capital).reduce((sum, line) => sum + line.pence, 0);
    return { year, capital: add(true), revenue: add(false) };
  });
};

/** The same with everything from the sixth year on in one sum, so that it fits a page. */
export const shortYears = (
  years: readonly YearCost[],
): readonly { readonly name: string; readonly cost: YearCost }[] => {
  const near = years.filter((one) => one.year <= 5);
  const far = years.filter((one) => one.year > 5);
  const last = far.at(-1);
  const sum = (pick: (one: YearCost) => number): number => far.reduce((total, one) => total + pick(one), 0);
  return [
    ...near.map((cost) => ({ name: yearName(cost.year), cost })),
    ...(last
      ? [
          {
            name: `Years 6 to ${last.year}`,
            cost: { year: 6, capital: sum((one) => one.capital), revenue: sum((one) => one.revenue) },
          },
        ]
      : []),
  ];
};

export const yearName = (year: number): string => `Year ${year}`;

export const costLinesOf = (input: ReportInput, option: string): readonly CostLine[] | null =>
  input.state.costs[option]?.lines ?? null;

/** The option that the report is about: the chosen one, else the first in the ranking. */
export const focusOption = (input: ReportInput): string | null =>
  input.state.outcome ? input.state.outcome.option : (input.result?.winner ?? null);

/** Business as usual, where it is among the options. */
export const baselineOption = (input: ReportInput): string | null =>
  Object.values(input.state.options).find((one) => one.kind === 'business-as-usual' && !one.withdrawn)?.id ??
  null;
