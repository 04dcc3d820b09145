import { drawCsv, drawWorkbook } from '../workbook-drawing.ts';
import type { Drawn } from '../workbook-drawing.ts';
import { BIDDERS, markFor } from './expected.ts';
import type { Workbook } from './expected.ts';

const HEADINGS: Drawn[] = ['Criterion', 'Weight', 'Bidder', 'Assessor', 'Comment', 'Score'];
const rowsWith = (changed: Readonly<Record<string, Drawn>>): Drawn[][] => {
  const rows: Drawn[][] = [
    HEADINGS,
    ...['Records can be shared', 'Records can be corrected'].flatMap((criterion, c) =>
      BIDDERS.slice(0, 2).flatMap((bidder, b) =>
        ['Assessor 1', 'Assessor 2'].map((assessor, a): Drawn[] => [
          criterion,
          [55, 45][c] ?? 0,
          bidder,
          assessor,
          'Shown.',
          markFor(c, b, a),
        ]),
      ),
    ),
  ];
  for (const [cell, drawn] of Object.entries(changed)) {
    const row = rows[Number(cell.slice(1)) - 1];
    if (row) row[cell.charCodeAt(0) - 65] = drawn;
  }
  return rows;
};

const refusedSheet = (
  file: string,
  says: string,
  changed: Readonly<Record<string, Drawn>>,
  refused: readonly { cell: string; says: string }[],
  more: (rows: Drawn[][]) => Drawn[][] = (rows) => rows,
): Workbook => ({
  bytes: drawWorkbook([{ name: 'Scores', rows: more(rowsWith(changed)) }]),
  expected: { file, says, refused: refused.map((one) => ({ sheet: 'Scores', ...one })) },
});

export const REFUSED_WORKBOOKS: readonly Workbook[] = [
  refusedSheet(
    'records-dates-for-marks.xlsx',
    'Somebody typed 3/5 and 4/5 and the program made days of them: 3 May and 4 May 2026.',
    { F4: { date: 46145 }, F7: { date: 46146 } },
    [
      { cell: 'F4', says: 'date' },
      { cell: 'F7', says: 'date' },
    ],
  ),
  refusedSheet(
    'records-failed-formula.xlsx',
    'A mark is an average of nothing and shows #DIV/0!.',
    { F7: { formula: 'AVERAGE(H7:J7)', fault: '#DIV/0!' } },
    [{ cell: 'F7', says: '#DIV/0!' }],
  ),
  refusedSheet(
    'records-marked-twice.xlsx',
    'The last row repeats the mark of row 3 with another figure: the same assessor, bidder and criterion.',
    {},
    [{ cell: 'F10', says: 'F3' }],
    (rows) => [...rows, ['Records can be shared', 55, BIDDERS[0], 'Assessor 2', 'Shown.', 1]],
  ),
  refusedSheet(
    'records-weights-differ.xlsx',
    'The first criterion has weight 55 in row 2 and 50 in row 5.',
    { B5: 50 },
    [{ cell: 'B5', says: 'B2' }],
  ),
  refusedSheet(
    'records-weights-sum-to-95.xlsx',
    'The weights are 50 and 45, which is neither 1 nor 100: how the rest was meant, only a person can say.',
    { B2: 50, B3: 50, B4: 50, B5: 50 },
    [{ cell: 'B2', says: '95' }],
  ),
  refusedSheet(
    'records-words-for-marks.xlsx',
    'Two marks are words without a figure.',
    { F3: 'Good', F8: 'see comment' },
    [
      { cell: 'F3', says: 'Good' },
      { cell: 'F8', says: 'see comment' },
    ],
  ),
  {
    bytes: drawCsv(
      [
        ['Question', 'Max score', 'Supplier', 'Score'],
        ['Fits the trolley', 5, BIDDERS[0], 4],
        ['Fits the trolley', 5, BIDDERS[1], 6],
        ['Wheels lock', 5, BIDDERS[0], 3],
        ['Wheels lock', 5, BIDDERS[1], 2],
      ],
      ',',
      'utf8',
    ),
    expected: {
      file: 'trolleys-above-scale.csv',
      says: 'A mark of 6 where the sheet says that 5 is the most.',
      refused: [{ cell: 'D3', says: '5' }],
    },
  },
  {
    bytes: Buffer.from(
      'Question,Supplier,Score\nScreen can be read,Alder Example,4\n15" screen "or larger",Alder Example,3\n',
    ),
    expected: {
      file: 'screens-broken-quotes.csv',
      says: 'A quotation mark in line 3 that no csv has.',
      refused: [{ line: 3, says: 'quotation mark' }],
    },
  },
];
