import { DomainError } from '../core/errors.ts';
import type { Fault } from '../core/errors.ts';
import { listCriteria } from '../core/rubric/walk-rubric.ts';
import type { Case } from '../core/scoring/case.ts';
import { beginEvaluation } from '../core/scoring/evaluate.ts';
import type { Result } from '../core/scoring/result.ts';
import { sureWords } from '../core/scoring/sure-words.ts';
import { mapWorkbook } from '../core/workbook/map-workbook.ts';
import type { MappedWorkbook } from '../core/workbook/map-workbook.ts';
import type { Missed } from '../core/workbook/missed-finding.ts';
import { checkMissed } from '../core/workbook/missed.ts';
import type { Sheet } from '../core/workbook/sheet.ts';
import type { Simulator } from './ports.ts';
import { parseNaming } from './workbook-naming.ts';
import type { SaidNaming } from './workbook-naming.ts';

/** What the sheets are in our terms, read as the person named them. Throws 'invalid-input' when nothing is recognised. */
export const readWorkbook = (
  { sheets, fileName }: { readonly sheets: readonly Sheet[]; readonly fileName: string },
  said: SaidNaming,
): MappedWorkbook =>
  mapWorkbook(sheets, parseNaming(said), { fileName, ...(said.title ? { title: said.title } : {}) });

/** Each bad cell as FILE#/Sheet/F7, in the order of the sheet; with more than 100 the last line says how many more. */
export const faultsOfWorkbook = (file: string, { faults, moreFaults }: MappedWorkbook): readonly Fault[] => [
  ...faults.map(({ sheet, row, column, cell, message }) => ({
    path: `${file}#/${sheet}/${cell}`,
    message: `row ${row}, column ${column}: ${message}`,
  })),
  ...(moreFaults > 0 ? [{ path: file, message: `and ${moreFaults} more cells.` }] : []),
];

export type WorkbookResult = {
  readonly given: Case;
  readonly result: Result;
  readonly howSure: string | null;
  readonly missed: readonly Missed[];
};

/** The case of a workbook; throws 'invalid-input' that says why there is none. */
export const caseOfWorkbook = (mapped: MappedWorkbook): Case => {
  if (mapped.given) return mapped.given;
  throw mapped.faults.length > 0
    ? new DomainError(
        'invalid-input',
        'Some cells cannot be used as they stand. Put them right in the spreadsheet and send it again, or name the columns differently.',
        {},
        faultsOfWorkbook('', mapped),
      )
    : new DomainError(
        'invalid-input',
        'This spreadsheet holds no marks, so there is nothing to rank. A decision can start from its questions.',
      );
};

/**
 * The result of a scoring workbook and what the spreadsheet would have missed. A long simulation runs where it keeps
 * nobody waiting. Cells that nobody marked are listed in the result as incomplete; the bids concerned have no total.
 */
export const evaluateWorkbook = async (
  simulate: Simulator,
  mapped: MappedWorkbook,
): Promise<WorkbookResult> => {
  const given = caseOfWorkbook(mapped);
  const { plan, finish } = beginEvaluation(given, { partial: true });
  const result = finish(plan && (await simulate(plan)));
  const howSure = sureWords(
    result,
    Object.fromEntries(given.options.map(({ id, title }) => [id, title])),
    Object.fromEntries(listCriteria(given.rubric).map(({ criterion }) => [criterion.id, criterion.title])),
  );
  return { given, result, howSure, missed: checkMissed(given, result, mapped) };
};

/** The case file of a workbook, as `evaluate` and `report` read it. */
export const caseFileOf = (given: Case): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(given, null, 2)}\n`);
