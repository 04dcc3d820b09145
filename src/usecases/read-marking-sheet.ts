import { DomainError } from '../core/errors.ts';
import { assertOnScale } from '../core/decision/marking/score.ts';
import { held, liveOptions } from '../core/decision/model/guards.ts';
import { TEXT_MAX } from '../core/decision/model/schema.ts';
import type { OptionState } from '../core/decision/model/state.ts';
import { cellText } from '../core/workbook/plain-words.ts';
import { readMark } from '../core/workbook/read-mark.ts';
import type { Cell, Sheet } from '../core/workbook/sheet.ts';
import type { ScoredCriterion } from '../core/rubric/rubric.ts';
import { assertMayMark, criteriaNotSealed, criteriaToMark } from './criteria-to-mark.ts';
import { SHEET_HEADINGS } from './marking-sheet.ts';
import type { DecisionView } from './read-decision.ts';

/** One bad cell, by the row and the heading that a person sees. */
export type SheetFault = { readonly row: number; readonly column: string; readonly message: string };

/** What a row says of one option under one question; '' where it says nothing. */
export type SheetMark = {
  readonly criterion: string;
  readonly option: string;
  readonly score: string;
  readonly reason: string;
};

export type SheetReading = {
  readonly marks: readonly SheetMark[];
  /** Rows of questions that were sealed meanwhile: they change nothing. */
  readonly sealedRows: number;
  readonly faults: readonly SheetFault[];
};

type Name = keyof typeof SHEET_HEADINGS;
type Places = Readonly<Record<Name, number>>;
type Found = { readonly sheet: Sheet; readonly heading: number; readonly places: Places };

const ROWS_LOOKED_AT = 20;

/** Reads a marking sheet that came back, in whatever order its rows and columns are now. Nothing is changed by reading. */
export const readMarkingSheet = (view: DecisionView, sheets: readonly Sheet[]): SheetReading => {
  assertMayMark(view);
  const { sheet, heading, places } = findSheet(sheets);
  const marks: SheetMark[] = [];
  const faults: SheetFault[] = [];
  const seen = new Map<string, number>();
  let sealedRows = 0;
  sheet.rows.slice(heading + 1).forEach((cells, index) => {
    const row = heading + 2 + index;
    const at = (name: Name): Cell => cells[places[name]] ?? null;
    const fault = (name: Name, message: string): void => {
      faults.push({ row, column: SHEET_HEADINGS[name], message });
    };
    if (Object.keys(places).every((name) => at(name as Name) === null)) return;
    const found = findRow(view, cellText(at('question')), cellText(at('option')), fault);
    if (!found) return;
    const key = `${found.criterion.id}/${found.option.id}`;
    const before = seen.get(key);
    if (before !== undefined)
      return fault('option', `is in row ${before} already. Keep one of the two rows.`);
    seen.set(key, row);
    if (found.isSealed) {
      sealedRows += 1;
      return;
    }
    const score = readScore(view, found.criterion, at('mark'), (message) => fault('mark', message));
    const reason = readReason(at('reason'), (message) => fault('reason', message));
    marks.push({ criterion: found.criterion.id, option: found.option.id, score, reason });
  });
  return { marks, sealedRows, faults };
};

const findSheet = (sheets: readonly Sheet[]): Found => {
  for (const sheet of sheets) {
    for (const [heading, cells] of sheet.rows.slice(0, ROWS_LOOKED_AT).entries()) {
      const headings = cells.map((cell) => cellText(cell).trim().toLowerCase());
      const placeOf = (name: Name): number => headings.indexOf(SHEET_HEADINGS[name].toLowerCase());
      const places = {
        question: placeOf('question'),
        option: placeOf('option'),
        mark: placeOf('mark'),
        reason: placeOf('reason'),
      };
      if (Object.values(places).every((place) => place >= 0)) return { sheet, heading, places };
    }
  }
  const wanted = Object.values(SHEET_HEADINGS)
    .map((one) => `'${one}'`)
    .join(', ');
  throw new DomainError(
    'invalid-input',
    `This is not a marking sheet: no row has the headings ${wanted}. Download the sheet again and fill that in; columns may be hidden, not deleted.`,
  );
};

type Row = { readonly criterion: ScoredCriterion; readonly option: OptionState; readonly isSealed: boolean };

const findRow = (
  view: DecisionView,
  question: string,
  option: string,
  fault: (name: Name, message: string) => void,
): Row | undefined => {
  const criterion = criteriaToMark(view).find(({ id }) => id === question);
  const live = liveOptions(view.state).find(({ id }) => id === option);
  if (!criterion)
    fault('question', `holds ${said(question)}, which is no question you mark. Leave this column as it was.`);
  if (!live) {
    const isGone = held(view.state.options, option)?.withdrawn;
    fault(
      'option',
      `holds ${said(option)}, which ${isGone ? 'was withdrawn. Delete the row.' : 'is no option here. Leave this column as it was.'}`,
    );
  }
  if (!criterion || !live) return undefined;
  return { criterion, option: live, isSealed: !criteriaNotSealed(view).includes(criterion) };
};

const said = (value: string): string => (value === '' ? 'nothing' : `'${value.slice(0, 60)}'`);

const readScore = (
  view: DecisionView,
  criterion: ScoredCriterion,
  cell: Cell,
  fault: (message: string) => void,
): string => {
  const read = readMark(cell);
  const rubric = view.state.rubric?.rubric;
  if (read.is === 'none' || !rubric) return '';
  if (read.is === 'fault') {
    fault(read.message);
    return '';
  }
  if (read.percent || read.outOf !== null) {
    fault('holds a share and not a mark. Type the mark as one number.');
    return '';
  }
  try {
    assertOnScale(rubric, criterion, read.number);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    fault(`cannot be used. ${error.detail}`);
  }
  return read.number;
};

const readReason = (cell: Cell, fault: (message: string) => void): string => {
  if (cell?.kind === 'fault') fault(`shows ${cell.fault}: its formula has failed. Type the reason.`);
  const written = cell?.kind === 'text' ? cell.text : cellText(cell);
  const reason = written.replace(/\r\n?/g, '\n').trim();
  if (reason.length > TEXT_MAX) fault(`has ${reason.length} characters; a reason has at most ${TEXT_MAX}.`);
  return reason;
};

/** 'Row 7, column Mark' and what is wrong there. */
export const faultSentence = ({ row, column, message }: SheetFault): string =>
  `Row ${row}, column ${column} ${message}`;
