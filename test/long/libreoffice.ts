import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createSpreadsheetReader } from '../../src/adapters/spreadsheet/reader.ts';
import { createSpreadsheetWriter } from '../../src/adapters/spreadsheet/writer.ts';
import { cellName, columnLetters } from '../../src/core/workbook/cell-name.ts';
import type { Cell } from '../../src/core/workbook/sheet.ts';
import { loadDraft } from '../../src/usecases/mark-drafts.ts';
import { buildMarkingSheet } from '../../src/usecases/marking-sheet.ts';
import type { SheetDraft } from '../../src/usecases/ports.ts';
import { keepMarkingSheet, useMarkingSheet } from '../../src/usecases/use-marking-sheet.ts';
import { withWorld } from '../support/act-world.ts';
import { OPENED } from '../support/decision-states.ts';
import { FOLDER } from '../support/make-workbooks.ts';
import { DECISION } from '../support/record-acts.ts';
import {
  basicText,
  findOffice,
  HOW_TO_INSTALL,
  officeVersion,
  openOffice,
} from './support/office-program.ts';
import type { Office } from './support/office-program.ts';

/**
 * Sheets that we write, opened, filled and saved by LibreOffice itself, and read back by us. First the marking sheet of a
 * decision, as an assessor would fill it: what arrives in the drafts has to be what was typed. Then a sheet of every kind
 * of cell, saved as it is. A control: one mark more in what is expected must be seen as a difference.
 */
const reader = createSpreadsheetReader();
const writer = createSpreadsheetWriter();
const folder = mkdtempSync(join(tmpdir(), 'counterweight-libreoffice-'));
let faults = 0;

const report = (what: string, same: number, all: number): void => {
  if (same !== all) faults += 1;
  console.log(`${what}: ${same} of ${all} the same`);
};

/** Reasons that a program could take for something else. */
const REASONS = [
  'Shown live, twice.',
  '=1+1',
  '+44 is not a number here',
  '-',
  '@SUM(A1:A9)',
  '3/5',
  '0012',
  'Zeile eins\nZeile zwei: "groß" & <gut>; ja, wirklich',
  "'quoted from the start",
  '₤ é 日本 😀',
];
const reasonOf = (row: number): string => REASONS[row % REASONS.length] ?? '';
const MARKS = ['4', '0', '5', '3', '1', '2'];
const markOf = (row: number): string => MARKS[row % MARKS.length] ?? '';

/** What a person does in rows 2 to last: every third mark is typed as a formula. */
const typing = (rows: number, mark: number, reason: number): readonly string[] =>
  Array.from({ length: rows }, (_, index) => {
    const row = index + 1;
    const value = markOf(row);
    return [
      row % 3 === 0
        ? `sheet.getCellByPosition(${mark}, ${row}).setFormula("=${value}+0")`
        : `sheet.getCellByPosition(${mark}, ${row}).setValue(${value})`,
      `sheet.getCellByPosition(${reason}, ${row}).setString(${basicText(reasonOf(row))})`,
    ];
  }).flat();

const fillMarkingSheet = (office: Office): Promise<void> =>
  withWorld(OPENED, async (world) => {
    for (const extension of ['xlsx', 'csv']) {
      const view = await world.viewOf('pia');
      const sheet = await buildMarkingSheet(world, view);
      const [source, target] = [join(folder, 'marking.xlsx'), join(folder, `filled.${extension}`)];
      writeFileSync(source, await writer.renderWorkbook([sheet]));
      await office.edit(source, typing(sheet.rows.length, 5, 6), [target]);
      await keepMarkingSheet(
        world,
        view,
        await reader.load(readFileSync(target), `filled.${extension}`),
        'filled',
      );
      await useMarkingSheet(world, view);
      let [same, all, different] = [0, 0, 0];
      for (const [index, [question, option]] of sheet.rows.entries()) {
        if (question?.kind !== 'text' || option?.kind !== 'text') throw new Error('The ids are missing.');
        const draft = await loadDraft(world, { decision: DECISION, participant: 'pia' }, question.text);
        const found = draft[option.text];
        all += 2;
        same +=
          Number(found?.score === markOf(index + 1)) + Number(found?.reason === reasonOf(index + 1).trim());
        different += Number(found?.score !== String(Number(markOf(index + 1)) + 1));
      }
      report(
        `Marking sheet filled by LibreOffice, saved as .${extension}, marks and reasons in the drafts`,
        same,
        all,
      );
      if (different !== sheet.rows.length) faults += 1;
      for (const id of new Set(sheet.rows.map(([one]) => (one?.kind === 'text' ? one.text : '')))) {
        await world.store.records.remove('draft', `${DECISION}/pia/${id}`);
      }
    }
  });

const text = (value: string): Cell => ({ kind: 'text', text: value });
const number = (value: string): Cell => ({ kind: 'number', number: value });

const everyKind = (): SheetDraft => ({
  name: 'Every kind',
  columns: ['Text', 'Number', 'Day', 'Flag', 'Fault', 'Drop-down'].map((heading, index) => ({
    heading,
    width: 14,
    hidden: index === 4,
    wrap: index === 0,
    ...(index === 5 ? { allowed: ['0', '1', '2', '2.5'] } : {}),
  })),
  rows: Array.from({ length: 200 }, (_, row): Cell[] => [
    text(`${reasonOf(row)}${row < REASONS.length ? '' : ` ${row}`}`),
    number(['0.1', '-12.5', '1234567.891', '0.000001', '99', '123456789012345'][row % 6] ?? '0'),
    { kind: 'day', day: new Date(Date.UTC(1999, 11, 30) + row * 50 * 86_400_000).toISOString().slice(0, 10) },
    { kind: 'flag', flag: row % 2 === 0 },
    row % 4 === 0 ? { kind: 'fault', fault: row % 8 === 0 ? '#DIV/0!' : '#N/A' } : null,
    number(['0', '1', '2', '2.5'][row % 4] ?? '0'),
  ]),
});

const saveEveryKind = async (office: Office): Promise<void> => {
  const draft = everyKind();
  const [source, target] = [join(folder, 'kinds.xlsx'), join(folder, 'kinds-saved.xlsx')];
  writeFileSync(source, await writer.renderWorkbook([draft]));
  const [ours] = await reader.load(readFileSync(source), 'kinds.xlsx');
  // What it makes of the sheet, written beside the cells as 1 or 0.
  await office.edit(
    source,
    [
      'sheet.getCellByPosition(7, 0).setValue(Abs(InStr(sheet.getCellByPosition(5, 1).Validation.getFormula1(), "2.5") > 0))',
      'sheet.getCellByPosition(8, 0).setValue(Abs(Not sheet.Columns.getByIndex(4).IsVisible))',
      'sheet.getCellByPosition(9, 0).setValue(Abs(doc.CurrentController.hasFrozenPanes()))',
    ],
    [target],
  );
  const [theirs] = await reader.load(readFileSync(target), 'kinds-saved.xlsx');
  const seen =
    theirs?.rows[0]?.slice(7).map((cell) => (cell?.kind === 'number' ? Number(cell.number) : 0)) ?? [];
  report(
    'The drop-down, the hidden column and the frozen heading, seen by LibreOffice',
    seen.filter((one) => one === 1).length,
    3,
  );
  let [same, all] = [0, 0];
  for (const [row, cells] of (ours?.rows ?? []).entries()) {
    for (const [column, cell] of cells.entries()) {
      all += 1;
      const found = theirs?.rows[row]?.[column] ?? null;
      if (isDeepStrictEqual(found, cell)) same += 1;
      else if (faults < 5)
        console.log(
          `${columnLetters(column)}${row + 1}: ${JSON.stringify(cell)} became ${JSON.stringify(found)}`,
        );
    }
  }
  report('Cells of every kind, opened and saved by LibreOffice', same, all);
};

/** The one cell that LibreOffice works out and its maker never did. */
const WORKED_OUT = 'call-bells-formulas.xlsx, Marks, E3';

/** Workbooks as people draw them up, saved again by LibreOffice: the same cells, and ours are workbooks to it at all. */
const resaveWorkbooks = async (office: Office): Promise<void> => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.xlsx'));
  const saved = join(folder, 'saved');
  await office.resave(
    files.map((file) => join(FOLDER, file)),
    saved,
  );
  let [same, all] = [0, 0];
  for (const file of files) {
    const ours = await reader.load(readFileSync(join(FOLDER, file)), file);
    const theirs = await reader.load(readFileSync(join(saved, file)), file);
    for (const [index, { name, rows }] of ours.entries()) {
      const other = theirs[index]?.rows ?? [];
      for (let row = 0; row < Math.max(rows.length, other.length); row += 1) {
        for (
          let column = 0;
          column < Math.max(rows[row]?.length ?? 0, other[row]?.length ?? 0);
          column += 1
        ) {
          const place = `${file}, ${name}, ${cellName(row, column)}`;
          if (place === WORKED_OUT) continue;
          const [own, found] = [rows[row]?.[column] ?? null, other[row]?.[column] ?? null];
          all += 1;
          if (isDeepStrictEqual(own, found)) same += 1;
          else console.log(`${place}: ${JSON.stringify(own)} became ${JSON.stringify(found)}`);
        }
      }
    }
  }
  report(`Cells of ${files.length} workbooks as people draw them up, saved again by LibreOffice`, same, all);
};

const office = findOffice();
if (office === undefined) {
  console.log(HOW_TO_INSTALL);
  faults += 1;
} else {
  console.log(officeVersion(office));
  const program = openOffice(office);
  try {
    await fillMarkingSheet(program);
    await saveEveryKind(program);
    await resaveWorkbooks(program);
  } finally {
    program.close();
  }
}
rmSync(folder, { recursive: true, force: true });
console.log(faults === 0 ? 'No fault.' : `${faults} faults.`);
process.exitCode = faults === 0 ? 0 : 1;
