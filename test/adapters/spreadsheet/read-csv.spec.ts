import { expect } from 'chai';
import { createSpreadsheetReader } from '../../../src/adapters/spreadsheet/reader.ts';
import type { Cell } from '../../../src/core/workbook/sheet.ts';
import { expectRefusal } from '../../support/refusal.ts';

const { load } = createSpreadsheetReader();
const shown = (cell: Cell): string | null =>
  cell === null ? null : cell.kind === 'text' ? cell.text : `<${cell.kind}>`;
const rowsOf = async (bytes: Uint8Array | string): Promise<(string | null)[][]> => {
  const [sheet] = await load(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, 'Bewertung.csv');
  return (sheet?.rows ?? []).map((row) => row.map(shown));
};

const GERMAN = 'Kriterium;Gewicht;Prüfer Ö\r\nLesbarkeit, auch groß;30,5;3,5\r\n"Büro; Station";69,5;4\r\n';
const GERMAN_ROWS = [
  ['Kriterium', 'Gewicht', 'Prüfer Ö'],
  ['Lesbarkeit, auch groß', '30,5', '3,5'],
  ['Büro; Station', '69,5', '4'],
];

describe('reading a csv file', () => {
  it('reads the same cells in each encoding that spreadsheet programs save', async () => {
    const utf16 = Buffer.from(`\ufeff${GERMAN}`, 'utf16le');
    const encodings: Record<string, Uint8Array> = {
      utf8: Buffer.from(GERMAN),
      'utf8 with mark': Buffer.from(`\ufeff${GERMAN}`),
      'utf16 little end first': utf16,
      'utf16 big end first': Buffer.from(utf16).swap16(),
      'windows-1252': Buffer.from(GERMAN, 'latin1'),
    };
    for (const [name, bytes] of Object.entries(encodings)) {
      expect(await rowsOf(bytes), name).to.deep.equal(GERMAN_ROWS);
    }
  });

  it('knows the signs that Windows-1252 has and Latin-1 has not', async () => {
    expect(await rowsOf(Buffer.from([0x80, 0x2c, 0x93, 0x61, 0x94, 0x2c, 0x96]))).to.deep.equal([
      ['€', '“a”', '–'],
    ]);
  });

  it('finds the separator by the lines, not by commas in numbers and sentences', async () => {
    const files: [string, string[][]][] = [
      [
        'Critère\tPoids\nLisible, clair\t0,5\n',
        [
          ['Critère', 'Poids'],
          ['Lisible, clair', '0,5'],
        ],
      ],
      [
        'Question,Mark\n"a; b; c",4\n',
        [
          ['Question', 'Mark'],
          ['a; b; c', '4'],
        ],
      ],
      [
        'Scores of the panel\n\nQuestion;Mark\na, b, c;3,5\nd, e;4,5\n',
        [['Scores of the panel'], [], ['Question', 'Mark'], ['a, b, c', '3,5'], ['d, e', '4,5']],
      ],
      [
        'sep=;\r\nQuestion;Mark\r\na;4\r\n',
        [
          ['Question', 'Mark'],
          ['a', '4'],
        ],
      ],
      ['One column\n4\n', [['One column'], ['4']]],
    ];
    for (const [file, rows] of files) expect(await rowsOf(file)).to.deep.equal(rows);
  });

  it('leaves numbers, days and formulas the text that they are, and empty cells empty', async () => {
    expect(await rowsOf("Mark,Day,Reason,Note\n4,3/5/2026,=1+1,\n-0.5,,'=1+1,'tis\n")).to.deep.equal([
      ['Mark', 'Day', 'Reason', 'Note'],
      ['4', '3/5/2026', '=1+1'],
      ['-0.5', null, '=1+1', "'tis"],
    ]);
  });

  it('keeps rows of different lengths, line breaks in cells and blank lines where they are', async () => {
    expect(await rowsOf('a,b\n"two\nlines"\n\n\nc,d,e\n\n')).to.deep.equal([
      ['a', 'b'],
      ['two\nlines'],
      [],
      [],
      ['c', 'd', 'e'],
    ]);
  });

  it('names the line of a broken quotation mark', async () => {
    const broken: [string, number][] = [
      ['a,b\nc,d "e" f,g\n', 2],
      ['a,b\n1,2\n3,"open\n4,5\n', 3],
      ['a,b\n1,2\n3,4\n"x"y,5\n', 4],
      ['sep=,\na,b\n"x"y,5\n', 3],
    ];
    for (const [file, line] of broken) {
      const refusal = await expectRefusal(rowsOf(file), 'invalid-input');
      expect(refusal.detail).to.contain(`Line ${line} `);
      expect(refusal.faults[0]?.path).to.equal(`/lines/${line}`);
    }
    expect(await rowsOf('a,b\nc,"d ""e"" f"\n'), 'control').to.deep.equal([
      ['a', 'b'],
      ['c', 'd "e" f'],
    ]);
  });

  it('names its one sheet after the file', async () => {
    for (const [file, name] of [
      ['Marks 2026.csv', 'Marks 2026'],
      ['C:\\temp\\marks.v2.csv', 'marks.v2'],
      ['', 'Sheet'],
    ] as const) {
      expect((await load(Buffer.from('a,b\n'), file))[0]?.name).to.equal(name);
    }
  });
});
