import { columnLetters } from './cell-name.ts';
import type { Entry } from './collect-marks.ts';
import { sameName } from './collect-marks.ts';
import type { ListedRows } from './list-rows.ts';
import type { Naming } from './naming.ts';
import { cellText } from './plain-words.ts';
import type { Role } from './role-words.ts';
import type { Sheet } from './sheet.ts';
import { counted, fewOf } from './understood.ts';

const WHAT: Readonly<Partial<Record<Role, string>>> = {
  criterion: 'question',
  group: 'section',
  bidder: 'bidder',
  assessor: 'assessor',
};

/** What was done with the sheet beyond reading its cells: nothing is left out, filled in or joined in silence. */
export const describeReading = (
  sheets: readonly Sheet[],
  naming: Naming,
  listed: readonly ListedRows[],
  entries: readonly Entry[],
): readonly string[] => [
  ...describeSheets(sheets, naming),
  ...describeFilled(listed),
  ...describeRows(listed),
  ...describeColumns(naming),
  ...describeEmpty(entries),
  ...describeSpellings(entries),
];

const describeSheets = (sheets: readonly Sheet[], naming: Naming): readonly string[] => {
  const used = naming.sheets.map(({ sheet }) => sheet.name);
  const rest = sheets.filter(({ name, rows }) => !used.includes(name) && rows.length > 0);
  const each =
    naming.sheetIs === null
      ? ''
      : `, each named after ${naming.sheetIs === 'bidder' ? 'a bidder' : 'an assessor'}`;
  return [
    ...(used.length > 1 ? [`Read from ${counted(used.length, 'sheet')}${each}: ${fewOf(used)}.`] : []),
    ...(rest.length > 0
      ? [
          `${rest.length === 1 ? 'One sheet was' : `${rest.length} sheets were`} left out: ${fewOf(rest.map(({ name }) => name))}.`,
        ]
      : []),
  ];
};

const describeFilled = (listed: readonly ListedRows[]): readonly string[] =>
  (['criterion', 'group', 'bidder', 'assessor'] as const).flatMap((role) => {
    const count = listed.reduce((sum, { filled }) => sum + (filled[role] ?? 0), 0);
    return count === 0
      ? []
      : [
          `${counted(count, `empty ${WHAT[role]} cell was`, `empty ${WHAT[role]} cells were`)} read as the one above, as in merged cells.`,
        ];
  });

const describeRows = (listed: readonly ListedRows[]): readonly string[] => {
  const dropped = listed.flatMap(({ leftOut }) => leftOut);
  const named = (why: string): readonly string[] =>
    dropped.filter((one) => one.why === why).map(({ row, text }) => `row ${row + 1} (${text.slice(0, 40)})`);
  const totals = named('total');
  const others = named('no mark');
  return [
    ...(totals.length > 0
      ? [
          `Left out as ${totals.length === 1 ? 'a total or average' : 'totals or averages'}: ${fewOf(totals)}.`,
        ]
      : []),
    ...(others.length > 0
      ? [`Without a mark or a weight, so read as headings or notes: ${fewOf(others)}.`]
      : []),
  ];
};

const describeColumns = ({ sheets }: Naming): readonly string[] => {
  const [first] = sheets;
  if (!first) return [];
  const rest = first.headings.flatMap(({ own }, at) => {
    const filled = first.sheet.rows.some(
      (row, index) => index > first.headingRow && cellText(row[at]) !== '',
    );
    return filled && !first.columns.has(at)
      ? [`${columnLetters(at)}${own === '' ? '' : ` (${own.slice(0, 40)})`}`]
      : [];
  });
  return rest.length === 0
    ? []
    : [`${rest.length === 1 ? 'One column was' : `${rest.length} columns were`} left out: ${fewOf(rest)}.`];
};

const describeEmpty = (entries: readonly Entry[]): readonly string[] => {
  const count = (meaning: string): number =>
    entries.filter(({ raw }) => raw.is === 'none' && raw.meaning === meaning).length;
  const applicable = count('not applicable');
  const marked = count('not marked');
  const blank = count('blank');
  return [
    ...(applicable > 0
      ? [`${counted(applicable, 'cell says', 'cells say')} 'not applicable': no mark, and never 0.`]
      : []),
    ...(marked > 0
      ? [`${counted(marked, 'cell says', 'cells say')} that there is no mark: read as empty, and never as 0.`]
      : []),
    ...(blank > 0
      ? [`${counted(blank, 'cell of marks is', 'cells of marks are')} empty: no mark, and never 0.`]
      : []),
  ];
};

const describeSpellings = (entries: readonly Entry[]): readonly string[] => {
  const spellings = new Map<string, Set<string>>();
  for (const { bidder, assessor } of entries)
    for (const name of [bidder, assessor ?? '']) {
      if (name === '') continue;
      spellings.set(sameName(name), (spellings.get(sameName(name)) ?? new Set()).add(name.trim()));
    }
  const several = [...spellings.values()].filter((set) => set.size > 1).map((set) => [...set].join(' = '));
  return several.length === 0
    ? []
    : [`Names that differ only in spaces or capitals are read as one: ${fewOf(several)}.`];
};
