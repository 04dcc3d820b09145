import { expect } from 'chai';
import fc from 'fast-check';
import { unzipSync, strFromU8 } from 'fflate';
import readWorkbookElsewhere from 'read-excel-file/universal';
import { createSpreadsheetReader } from '../../../src/adapters/spreadsheet/reader.ts';
import { createSpreadsheetWriter } from '../../../src/adapters/spreadsheet/writer.ts';
import type { Cell, Sheet } from '../../../src/core/workbook/sheet.ts';
import type { SheetDraft } from '../../../src/usecases/ports.ts';

const reader = createSpreadsheetReader();
const writer = createSpreadsheetWriter();

const unit = fc.oneof(
  fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    "'",
    '"',
    ',',
    ';',
    '_x0041_',
    '_x',
    '<',
    '&',
    ']]>',
    'é',
    '\0',
    '\ufffe',
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
);
const anyText = fc
  .array(unit, { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''))
  .filter((text) => text !== '');
/** Text that a csv file can hold: it has no way to write half a character, and one with a zero byte is no text. */
const wholeText = anyText.filter((text) => /^[^\0\p{Surrogate}]+$/u.test(text));

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.integer({ min: 0, max: 20 }))
  .map(([negative, digits, places]) => {
    const padded = String(digits).padStart(places + 1, '0');
    const at = padded.length - places;
    const plain = places === 0 ? padded : `${padded.slice(0, at)}.${padded.slice(at)}`.replace(/\.?0+$/, '');
    return negative && digits !== 0n ? `-${plain}` : plain;
  });

const day = fc
  .integer({ min: 0, max: 2_958_000 })
  .map((days) => new Date(Date.UTC(1900, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  anyText.map((text): Cell => ({ kind: 'text', text })),
  decimal.map((number): Cell => ({ kind: 'number', number })),
  day.map((value): Cell => ({ kind: 'day', day: value })),
  fc.boolean().map((flag): Cell => ({ kind: 'flag', flag })),
  fc.constantFrom('#DIV/0!', '#N/A', '#VALUE!').map((fault): Cell => ({ kind: 'fault', fault })),
);

const COLUMNS = 5;
const draftOf = (rows: readonly (readonly Cell[])[], headings: readonly string[]): SheetDraft => ({
  name: 'Marks',
  columns: headings.map((heading, index) => ({ heading, width: 12, wrap: index === 1, hidden: index === 0 })),
  rows,
});

const trim = (rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] => {
  const kept = rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== null) + 1));
  return kept.slice(0, kept.findLastIndex((row) => row.length > 0) + 1);
};

const heading = (text: string): Cell => ({ kind: 'text', text });
const five = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: COLUMNS, maxLength: COLUMNS });

describe('a sheet we write', () => {
  it('reads back the same from xlsx, whatever its cells hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(five(cell), { maxLength: 8 }), five(anyText), async (rows, headings) => {
        const bytes = await writer.renderWorkbook([draftOf(rows, headings)]);
        const [sheet] = await reader.load(bytes, 'marks.xlsx');
        expect(sheet).to.deep.equal({
          name: 'Marks',
          rows: trim([headings.map(heading), ...rows]),
        } satisfies Sheet);
      }),
      { numRuns: 300 },
    );
  });

  it('reads back the same text from csv, formulas disarmed and all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(five(fc.option(wholeText)), { maxLength: 8 }),
        five(wholeText.filter((text) => !text.startsWith('\ufeff'))),
        async (rows, headings) => {
          const texts = rows.map((row) => row.map((text): Cell => (text === null ? null : heading(text))));
          const bytes = writer.renderCsv(draftOf(texts, headings));
          const [sheet] = await reader.load(bytes, 'marks.csv');
          expect(sheet?.rows).to.deep.equal(trim([headings.map(heading), ...texts]));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the same bytes each time', async () => {
    const draft = draftOf([[heading('a'), { kind: 'number', number: '4' }]], ['Question', 'Mark']);
    expect(await writer.renderWorkbook([draft])).to.deep.equal(await writer.renderWorkbook([draft]));
  });

  it('holds no formula, whatever a person typed, and says so to a program that edits it', async () => {
    const typed = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=cmd|/C calc!A0'];
    const draft = draftOf(
      typed.map((text) => [heading(text)]),
      ['Reason'],
    );
    const sheet = strFromU8(
      unzipSync(await writer.renderWorkbook([draft]))['xl/worksheets/sheet1.xml'] as Uint8Array,
    );
    expect(sheet).not.to.contain('<f>');
    expect(sheet.match(/t="inlineStr"/g)).to.have.length(typed.length + 1);
    expect(sheet.match(/s="4" t="inlineStr"/g), 'quoted').to.have.length(typed.length);
    const csv = Buffer.from(writer.renderCsv(draft)).toString('utf8');
    for (const line of csv.split('\r\n').slice(1)) expect(line).to.match(/^("?'|$|=1"$)/);
  });

  it('offers the allowed values as a drop-down, hides and freezes what it is told to', async () => {
    const draft: SheetDraft = {
      name: 'Marks',
      columns: [
        { heading: 'Id', width: 8, hidden: true },
        { heading: 'Mark', width: 8, allowed: ['0', '1', '2.5', 'n/a'] },
        { heading: 'Long', width: 8, allowed: Array.from({ length: 200 }, (_, index) => String(index)) },
      ],
      rows: [[heading('a')], [heading('b')]],
    };
    const sheet = strFromU8(
      unzipSync(await writer.renderWorkbook([draft]))['xl/worksheets/sheet1.xml'] as Uint8Array,
    );
    expect(sheet).to.contain('sqref="B2:B3"><formula1>&quot;0,1,2.5,n/a&quot;</formula1>');
    expect(sheet).to.contain('<dataValidations count="1">');
    expect(sheet).to.match(/<col min="1"[^>]*hidden="1"/);
    expect(sheet).to.contain('ySplit="1"').and.to.contain('state="frozen"');
  });

  it('has sheet names that spreadsheet programs accept, each its own', async () => {
    const names = ['Marks', 'marks', 'a/b:c', 'x'.repeat(40), 'x'.repeat(41), ''];
    const bytes = await writer.renderWorkbook(names.map((name) => ({ ...draftOf([], ['A']), name })));
    expect((await reader.load(bytes, 'a.xlsx')).map(({ name }) => name)).to.deep.equal([
      'Marks',
      'marks (2)',
      'a b c',
      'x'.repeat(31),
      `${'x'.repeat(27)} (2)`,
      'Sheet',
    ]);
  });

  it('is read the same by another reader (read-excel-file)', async () => {
    const rows: Cell[][] = [
      [
        heading('Ward rota'),
        { kind: 'number', number: '4.5' },
        { kind: 'day', day: '2026-05-03' },
        { kind: 'flag', flag: true },
      ],
      [heading('=1+1'), null, heading('é & <b>')],
    ];
    const bytes = await writer.renderWorkbook([draftOf(rows, ['A', 'B', 'C', 'D'])]);
    const [sheet] = await readWorkbookElsewhere(Uint8Array.from(bytes).buffer);
    expect(sheet?.data).to.deep.equal([
      ['A', 'B', 'C', 'D'],
      ['Ward rota', 4.5, new Date('2026-05-03T00:00:00Z'), true],
      ['=1+1', null, 'é & <b>', null],
    ]);
  });
});
