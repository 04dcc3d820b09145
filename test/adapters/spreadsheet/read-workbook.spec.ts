import { expect } from 'chai';
import fc from 'fast-check';
import writeWorkbookElsewhere from 'write-excel-file/universal';
import { toDay, toDecimal, toSerial } from '../../../src/adapters/spreadsheet/cell-values.ts';
import { lookOf } from '../../../src/adapters/spreadsheet/number-looks.ts';
import { createSpreadsheetReader } from '../../../src/adapters/spreadsheet/reader.ts';
import type { Cell } from '../../../src/core/workbook/sheet.ts';
import { rawWorkbook } from '../../support/raw-workbook.ts';
import type { RawWorkbook } from '../../support/raw-workbook.ts';
import { expectRefusal } from '../../support/refusal.ts';

const { load } = createSpreadsheetReader();
const rowsOf = async (rows: string, more: Partial<RawWorkbook> & { after?: string } = {}) =>
  (
    await load(
      rawWorkbook({ ...more, sheets: [{ name: 'S', rows, ...(more.after ? { after: more.after } : {}) }] }),
      'a.xlsx',
    )
  )[0]?.rows;
const number = (value: string): Cell => ({ kind: 'number', number: value });
const text = (value: string): Cell => ({ kind: 'text', text: value });

describe('reading a workbook', () => {
  it('reads what another writer (write-excel-file) wrote', async () => {
    const file = await writeWorkbookElsewhere([
      [{ value: 'Criterion' }, { value: 'Mark' }],
      [{ value: 'Reads letters aloud' }, { value: 4 }],
      [{ type: Date, value: new Date('2026-05-03T00:00:00Z'), format: 'dd/mm/yyyy' }, { value: true }],
    ]).toBlob();
    const [sheet] = await load(new Uint8Array(await file.arrayBuffer()), 'a.xlsx');
    expect(sheet?.rows).to.deep.equal([
      [text('Criterion'), text('Mark')],
      [text('Reads letters aloud'), number('4')],
      [
        { kind: 'day', day: '2026-05-03' },
        { kind: 'flag', flag: true },
      ],
    ]);
  });

  it('takes formulas by what they last came to, and those never worked out as empty', async () => {
    expect(
      await rowsOf(
        '<row r="1"><c r="A1"><f>1+2</f><v>3</v></c><c r="B1"><f>1+2</f></c><c r="C1" t="str"><f>"a"</f><v>a</v></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F1" t="b"><f>TRUE()</f><v>1</v></c></row>',
      ),
    ).to.deep.equal([
      [number('3'), null, text('a'), null, { kind: 'fault', fault: '#DIV/0!' }, { kind: 'flag', flag: true }],
    ]);
  });

  it('keeps rows and cells in their places, also where the file does not number them', async () => {
    expect(await rowsOf('<row r="3"><c r="B3"><v>1</v></c></row>')).to.deep.equal([
      [],
      [],
      [null, number('1')],
    ]);
    expect(await rowsOf('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>')).to.deep.equal(
      [[number('1'), number('2')], [number('3')]],
    );
  });

  it('shows a merge once, whatever the hidden cells keep', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="C2"><v>4</v></c></row>';
    expect(
      await rowsOf(rows, { after: '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>' }),
    ).to.deep.equal([[number('1')], [null, null, number('4')]]);
  });

  it('joins a text in several fonts and leaves its reading aid out', async () => {
    expect(
      await rowsOf(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve">side </t></r></is></c></row>',
        {
          sharedStrings:
            '<sst><si><r><t>Ward </t></r><r><rPr><b/></rPr><t>rota</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>',
        },
      ),
    ).to.deep.equal([[text('Ward rota'), text('inside ')]]);
  });

  it('reads days in both systems, times as they are shown, and percentages as the number they are', async () => {
    const formats = ['0', '14', '20', '9', '170'].map((id) => `<xf numFmtId="${id}"/>`).join('');
    const numberFormats =
      '<numFmts><numFmt numFmtId="170" formatCode="[$-809]d&quot;. &quot;mmmm\\ yyyy;@"/></numFmts>';
    const rows =
      '<row r="1"><c r="A1" s="1"><v>46145</v></c><c r="B1" s="2"><v>0.17013888888888887</v></c><c r="C1" s="3"><v>0.3</v></c><c r="D1" s="4"><v>46145.75</v></c><c r="E1" t="d"><v>2026-05-03T12:00:00</v></c></row>';
    const day: Cell = { kind: 'day', day: '2026-05-03' };
    expect(await rowsOf(rows, { formats, numberFormats })).to.deep.equal([
      [day, text('04:05'), number('0.3'), day, day],
    ]);
    const [sheet] = await load(
      rawWorkbook({
        formats,
        from1904: true,
        sheets: [{ name: 'S', rows: '<row r="1"><c r="A1" s="1"><v>44683</v></c></row>' }],
      }),
      'a.xlsx',
    );
    expect(sheet?.rows).to.deep.equal([[day]]);
  });

  it('gives hidden sheets too, in the order of the workbook', async () => {
    const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const sheets = await load(
      rawWorkbook({
        sheets: [
          { name: 'A &amp; B', rows: one },
          { name: 'Lists', rows: one, state: 'hidden' },
        ],
      }),
      'a.xlsx',
    );
    expect(sheets.map(({ name }) => name)).to.deep.equal(['A & B', 'Lists']);
  });

  it('names the sheet and row of a cell that is not what it says', async () => {
    for (const cell of [
      '<c r="A7" t="s"><v>9</v></c>',
      '<c r="A7"><v>four</v></c>',
      '<c r="A7" t="d"><v>2026-02-30</v></c>',
    ]) {
      const refusal = await expectRefusal(rowsOf(`<row r="7">${cell}</row>`), 'invalid-input');
      expect(refusal.detail).to.contain('row 7').and.to.contain('"S"');
    }
  });
});

describe('numbers of a workbook', () => {
  it('are what a spreadsheet shows at full width', () => {
    const shown: [number, string][] = [
      [0.1 + 0.2, '0.3'],
      [1e21, '1000000000000000000000'],
      [-0, '0'],
      [1.5e-7, '0.00000015'],
      [-12.5, '-12.5'],
      [123456789012345680, '123456789012346000'],
      [0.285, '0.285'],
      [100, '100'],
    ];
    for (const [double, decimal] of shown) expect(toDecimal(double)).to.equal(decimal);
  });

  it('are plain decimals that stand for the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) => {
        const decimal = toDecimal(double);
        expect(decimal).to.match(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
        expect(Number(decimal)).to.equal(Number(double.toPrecision(15)) + 0);
      }),
    );
  });

  it('are days by the calendar that spreadsheets keep, with the day that never was left out', () => {
    expect([1, 59, 60, 61, 46145].map((serial) => toDay(serial, false))).to.deep.equal([
      '1900-01-01',
      '1900-02-28',
      undefined,
      '1900-03-01',
      '2026-05-03',
    ]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_958_465 }).filter((serial) => serial !== 60),
        (serial) => {
          expect(toSerial(toDay(serial, false) ?? '')).to.equal(serial);
        },
      ),
    );
  });

  it('are told from days by the letters of their format', () => {
    for (const code of ['dd/mm/yyyy', 'mmm-yy', 'yyyy"年"m"月"', 'TT.MM.JJJJ d', '[$-F800]dddd, mmmm dd']) {
      expect(lookOf(code), code).to.equal('day');
    }
    for (const code of [
      '0.00',
      '#,##0 "days"',
      '0%',
      'General',
      '[Red]0',
      '0.00_);(0.00)',
      '"day" 0',
      '@',
      '0.00E+00',
    ]) {
      expect(lookOf(code), code).to.equal('number');
    }
    for (const code of ['h:mm', '[h]:mm:ss', 'mm:ss.0']) expect(lookOf(code), code).to.equal('time');
  });
});
