import type { Rubric } from '../rubric/rubric.ts';
import type { Case } from '../scoring/case.ts';
import { buildCase, distinctNames, listPeople } from './build-case.ts';
import { buildRubric, draftCriteria } from './build-rubric.ts';
import type { CriterionDraft } from './build-rubric.ts';
import { collectMarks, criterionKey, sameName } from './collect-marks.ts';
import type { Entry } from './collect-marks.ts';
import { describeReading } from './describe-reading.ts';
import type { CellFault } from './fault.ts';
import { faultAt, placeName } from './fault.ts';
import { guessNaming } from './guess-naming.ts';
import { listRows } from './list-rows.ts';
import type { DataRow, ListedRows } from './list-rows.ts';
import type { Naming, NamingChoice } from './naming.ts';
import { placeMarks } from './place-marks.ts';
import type { PlacedMark } from './place-marks.ts';
import { readGates, splitGates } from './read-gates.ts';
import { readPrices } from './read-prices.ts';
import { readScales } from './read-scales.ts';
import type { Sheet } from './sheet.ts';
import { fewOf, summaryOf } from './understood.ts';
import type { Counts, Understood } from './understood.ts';
import { assertSize } from './workbook-size.ts';
import { biddersBeside, titleOf } from './workbook-names.ts';
import { weighRows } from './weigh-rows.ts';
import type { Weighed } from './weigh-rows.ts';

/** What a workbook is in our terms. With any fault there is no case and no rubric: nothing is half-written. */
export type MappedWorkbook = {
  readonly naming: Naming;
  readonly understood: Understood;
  /** The first 100 bad cells in reading order. */
  readonly faults: readonly CellFault[];
  readonly moreFaults: number;
  /** A scoring workbook; null for a questionnaire, a list of bidders, or with faults. */
  readonly given: Case | null;
  /** The questions with their weights; null where the workbook has none, or with faults. */
  readonly rubric: Rubric | null;
  readonly bidders: readonly string[];
  /** What the comparison with the sheet's own totals needs. */
  readonly source: {
    readonly listed: readonly ListedRows[];
    readonly marks: readonly PlacedMark[];
    readonly weighed: Weighed;
    readonly drafts: readonly CriterionDraft[];
  };
};

const MOST_FAULTS = 100;
const FIRST_ROWS = 8;

/** Maps the sheets as the person named them; see guess-naming.ts for what is not named. */
export const mapWorkbook = (
  sheets: readonly Sheet[],
  choice: NamingChoice = {},
  names: { readonly title?: string; readonly fileName?: string } = {},
): MappedWorkbook => {
  const naming = guessNaming(sheets, choice);
  const listed = naming.sheets.map(listRows);
  const rows = listed.flatMap((one) => one.rows);
  const { gates: gateRows, marked } = splitGates(rows);
  const { entries, faults: markFaults, said: marksSaid } = collectMarks(naming, marked);
  const questions = marked.filter(({ criterion }) => criterion !== '');
  const scales = readScales(naming, questions, entries);
  const placed = placeMarks(entries, scales.scaleOf);
  const weighed = weighRows(naming, questions);
  const prices = readPrices(
    naming,
    rows,
    listed.flatMap((one) => one.prices),
  );
  assertSize(new Set(questions.map(criterionKey)).size, 0, 0);
  const onScale = placed.marks.map(({ entry, number }) => ({ data: entry.data, number }));
  const drafts = draftCriteria(questions, onScale, weighed.weightBp, scales.scaleOf);
  const gates = readGates(
    naming,
    gateRows,
    drafts.map(({ id }) => id),
  );
  const name = names.title ?? titleOf(naming, names.fileName ?? '');
  const built = buildRubric(drafts, name, gates.criteria);
  const bidders = biddersOf(sheets, naming, rows, [...entries.map(({ bidder }) => bidder), ...gates.bidders]);
  const assessors = distinctNames(
    entries.flatMap(({ assessor, raw }) => (assessor !== null && raw.is === 'mark' ? [assessor] : [])),
  );
  assertSize(drafts.length, bidders.length, assessors.length);
  const unmarked = listUnmarked(drafts, bidders, placed.marks, entries);
  const faults = inReadingOrder(naming, [
    ...markFaults,
    ...scales.faults,
    ...placed.faults,
    ...weighed.faults,
    ...prices.faults,
    ...gates.faults,
    ...emptyFaults(naming, drafts, bidders),
  ]);
  const counts: Counts = {
    bidders: bidders.length,
    criteria: drafts.length,
    groups: built.groups,
    gates: gates.criteria.length,
    assessors: assessors.length,
    marks: placed.marks.length,
    reasons: placed.marks.filter(({ entry }) => entry.reason !== '').length,
    unmarked: placed.marks.length === 0 ? 0 : unmarked.length,
  };
  const hasMarks = placed.marks.length > 0;
  return {
    naming,
    understood: {
      counts,
      summary: summaryOf(counts),
      notes: [
        ...(drafts.length > 0 && hasMarks ? scales.said : []),
        ...marksSaid,
        ...weighed.said,
        ...built.said,
        ...gates.said,
        ...prices.said,
        ...(hasMarks && assessors.length === 0
          ? ['Nobody is named as assessor, so the marks are taken as agreed ones.']
          : []),
        ...placed.said,
        ...(hasMarks && unmarked.length > 0
          ? [
              `Nobody marked ${fewOf(unmarked)}: the bids concerned cannot be ranked until these cells are filled.`,
            ]
          : []),
        ...describeReading(sheets, naming, listed, hasMarks ? entries : []),
      ],
      rows: placed.marks.slice(0, FIRST_ROWS).map(({ entry, number }) => ({
        cell: placeName(entry.place),
        sheet: entry.place.named.sheet.name,
        criterion: entry.data.criterion,
        bidder: entry.bidder,
        assessor: entry.assessor ?? '',
        mark: number,
        reason: entry.reason,
      })),
    },
    faults: faults.slice(0, MOST_FAULTS),
    moreFaults: Math.max(0, faults.length - MOST_FAULTS),
    given:
      faults.length === 0 && hasMarks
        ? buildCase(name, built.rubric, drafts, listPeople(bidders, assessors), placed.marks, {
            pence: prices.pence,
            gates: gates.answers,
          })
        : null,
    rubric: faults.length === 0 && drafts.length > 0 ? built.rubric : null,
    bidders,
    source: { listed, marks: placed.marks, weighed, drafts },
  };
};

/** In the order of the marks, then of the columns and rows; without any, a list on another sheet counts. */
const biddersOf = (
  sheets: readonly Sheet[],
  naming: Naming,
  rows: readonly DataRow[],
  marked: readonly string[],
): readonly string[] => {
  const columns = naming.sheets.flatMap((named) =>
    [...named.columns.values()].map(({ bidder }) => bidder ?? ''),
  );
  const own = distinctNames([...marked, ...columns, ...rows.map(({ bidder }) => bidder)]);
  return own.length > 0 ? own : biddersBeside(sheets, naming);
};

const listUnmarked = (
  drafts: readonly CriterionDraft[],
  bidders: readonly string[],
  marks: readonly PlacedMark[],
  entries: readonly Entry[],
): readonly string[] => {
  const cell = (key: string, bidder: string): string => `${key}\n${sameName(bidder)}`;
  const marked = new Set(marks.map(({ entry }) => cell(criterionKey(entry.data), entry.bidder)));
  const places = new Map(
    entries.map((entry) => [cell(criterionKey(entry.data), entry.bidder), placeName(entry.place)]),
  );
  return drafts.flatMap(({ key, title }) =>
    bidders.flatMap((bidder) => {
      const place = places.get(cell(key, bidder));
      return marked.has(cell(key, bidder))
        ? []
        : [`${bidder} on '${title.slice(0, 60)}'${place ? ` (${place})` : ''}`];
    }),
  );
};

const emptyFaults = (
  naming: Naming,
  drafts: readonly CriterionDraft[],
  bidders: readonly string[],
): readonly CellFault[] => {
  const [first] = naming.sheets;
  if (!first || drafts.length > 0 || bidders.length > 0) return [];
  const place = { named: first, row: first.headingRow, column: 0 };
  return [faultAt(place, 'starts a table in which no question and no bidder was found. Name the columns.')];
};

const inReadingOrder = ({ sheets }: Naming, faults: readonly CellFault[]): readonly CellFault[] => {
  const order = new Map(sheets.map(({ sheet }, index) => [sheet.name, index]));
  return [...faults].sort(
    (a, b) =>
      (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) ||
      a.row - b.row ||
      a.cell.length - b.cell.length ||
      (a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : 0),
  );
};
