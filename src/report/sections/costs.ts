import type { CostLine } from '../../core/scoring/case.ts';
import type { Block } from '../blocks.ts';
import { cell, chart, figure, note, table } from '../blocks.ts';
import { drawYearBars } from '../charts/year-bars.ts';
import { baselineOption, costLinesOf, focusOption, shortYears, sumByYear, yearName } from '../cost-years.ts';
import { hiddenWords, isWithheld } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { optionName } from '../names.ts';
import { count, pounds } from '../numbers.ts';
import { buildMoney } from './money.ts';

/** What each option costs: over its life, by year, and line by line. */
export const buildCosts = (input: ReportInput): readonly Block[] => {
  const recorded = Object.keys(input.state.costs);
  if (recorded.length === 0) return [note('No costs are recorded.')];
  if (isWithheld(input, 'price')) {
    return [note(`Costs of ${count(recorded.length, 'option')} are on record and withheld in this edition.`)];
  }
  const open = recorded.flatMap((id) => {
    const lines = costLinesOf(input, id);
    return lines ? [{ id, lines }] : [];
  });
  if (open.length === 0)
    return [
      note(
        `Costs of ${count(recorded.length, 'option')} are on record: ${hiddenWords(input, 'price').toLowerCase()}.`,
      ),
    ];
  return [
    ...totalBlocks(input, open),
    ...yearBlocks(input),
    ...open.flatMap(({ id, lines }) => lineBlocks(input, id, lines)),
    ...buildMoney(input),
  ];
};

type Costed = { readonly id: string; readonly lines: readonly CostLine[] };

const totalBlocks = (input: ReportInput, open: readonly Costed[]): readonly Block[] =>
  table(
    'Cost of each option',
    ['Option', 'Capital#', 'Revenue#', 'All years as paid#', 'Present value#'],
    open.map(({ id, lines }) => {
      const years = sumByYear(lines);
      const capital = years.reduce((sum, one) => sum + one.capital, 0);
      const revenue = years.reduce((sum, one) => sum + one.revenue, 0);
      const present = input.result?.options.find((one) => one.id === id)?.costPence ?? null;
      return [
        cell(optionName(input, id)),
        figure(pounds(capital)),
        figure(pounds(revenue)),
        figure(pounds(capital + revenue)),
        figure(present === null ? '–' : pounds(present)),
      ];
    }),
  );

const yearBlocks = (input: ReportInput): readonly Block[] => {
  const ids = [focusOption(input), baselineOption(input)].filter(
    (id, index, all) => id !== null && all.indexOf(id) === index,
  );
  const series = ids.flatMap((id) => {
    const lines = id === null ? null : costLinesOf(input, id);
    return id !== null && lines ? [{ name: optionName(input, id), years: shortYears(sumByYear(lines)) }] : [];
  });
  const byYear = series.flatMap((one) => one.years).sort((a, b) => a.cost.year - b.cost.year);
  const names = [...new Set(byYear.map((one) => one.name))];
  if (names.length === 0) return [];
  const rows = series.map(({ name, years }) => ({
    name,
    pence: names.map((year) => {
      const found = years.find((one) => one.name === year)?.cost;
      return found ? found.capital + found.revenue : 0;
    }),
  }));
  const finding = findingWords(rows, names);
  return [
    chart(
      drawYearBars(names, rows, `${finding} One group of bars a year; the table below has every number.`),
      finding,
    ),
    ...table(
      'Cost by year, as paid',
      ['Option', ...names.map((name) => `${name}#`), 'All years#'],
      rows.map((row) => [
        cell(row.name),
        ...row.pence.map((pence) => figure(pounds(pence))),
        figure(pounds(row.pence.reduce((sum, pence) => sum + pence, 0))),
      ]),
    ),
  ];
};

const findingWords = (
  rows: readonly { readonly name: string; readonly pence: readonly number[] }[],
  years: readonly string[],
): string => {
  const total = (pence: readonly number[]): number => pence.reduce((sum, one) => sum + one, 0);
  const [first, second] = rows;
  if (!first) return 'No costs by year.';
  const most = first.pence.indexOf(Math.max(...first.pence));
  const peak = `${first.name} costs ${pounds(total(first.pence))} as paid, most of it in ${(years[most] ?? '').toLowerCase()}`;
  const largest = `${first.name} costs ${pounds(total(first.pence))} as paid; the largest sum falls in ${(years[most] ?? '').toLowerCase()}`;
  const words = (first.pence[most] ?? 0) * 2 > total(first.pence) ? peak : largest;
  return second ? `${words}. ${second.name} costs ${pounds(total(second.pence))}.` : `${words}.`;
};

/** More years than this do not fit beside each other. */
const MOST_YEARS = 8;

const lineBlocks = (input: ReportInput, id: string, lines: readonly CostLine[]): readonly Block[] => {
  const caption = `Cost lines: ${optionName(input, id)}`;
  const years = [...new Set(lines.map((line) => line.year ?? 0))].sort((a, b) => a - b);
  const groups = groupLines(lines);
  if (years.length > MOST_YEARS) return longBlocks(caption, groups);
  return table(
    caption,
    ['Line', ...years.map((year) => `${yearName(year)}#`)],
    groups.map((group) => [
      lineCell(group),
      ...years.map((year) => {
        const own = group.filter((line) => (line.year ?? 0) === year);
        return figure(own.length === 0 ? '–' : pounds(own.reduce((sum, line) => sum + line.pence, 0)));
      }),
    ]),
  );
};

type LineGroup = readonly [CostLine, ...CostLine[]];

/** The same line in several years, in the order in which lines were first written. */
const groupLines = (lines: readonly CostLine[]): readonly LineGroup[] => {
  const groups = new Map<string, [CostLine, ...CostLine[]]>();
  for (const line of lines) {
    const key = JSON.stringify([line.line, line.capital ?? false, line.tendered ?? true]);
    const found = groups.get(key);
    if (found) found.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()];
};

const lineCell = ([line]: LineGroup) =>
  cell(
    line.line,
    `${line.capital ? 'Capital' : 'Revenue'}${(line.tendered ?? true) ? ', in the tendered price' : ''}`,
  );

const longBlocks = (caption: string, groups: readonly LineGroup[]): readonly Block[] =>
  table(
    caption,
    ['Line', 'Year', 'Amount#'],
    groups.flatMap((group) =>
      group.map((line) => [lineCell(group), cell(yearName(line.year ?? 0)), figure(pounds(line.pence))]),
    ),
  );
