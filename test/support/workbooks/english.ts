import { drawWorkbook } from '../workbook-drawing.ts';
import type { Drawn, DrawnSheet } from '../workbook-drawing.ts';
import { BIDDERS, markFor, REASONS } from './expected.ts';
import type { Workbook } from './expected.ts';

const LETTERS: readonly (readonly [string, number])[] = [
  ['Letters can be read aloud and in large print', 30],
  ['Works with the patient index we have', 25],
  ['Staff can change a letter without the supplier', 25],
  ['Help is there at weekends', 20],
];
const PANEL = ['Assessor 1', 'Assessor 2'];

const long: Drawn[][] = [['Criterion', 'Weight (%)', 'Bidder', 'Assessor', 'Mark', 'Reason']];
LETTERS.forEach(([criterion, weight], c) =>
  BIDDERS.slice(0, 3).forEach((bidder, b) =>
    PANEL.forEach((assessor, a) => {
      const mark = markFor(c, b, a);
      long.push([
        criterion,
        weight,
        bidder,
        assessor,
        mark,
        c === 3 && a === 1 ? null : (REASONS[mark] ?? ''),
      ]);
    }),
  ),
);

const ROTA: readonly (readonly [string, string, number])[] = [
  ['Q1', 'Shows gaps in the rota a month ahead', 0.25],
  ['Q2', 'Swaps between two people without a manager', 0.2],
  ['Q3', 'Keeps to working time rules', 0.3],
  ['Q4', 'Runs on the phones staff have', 0.15],
  ['Q5', 'Leaves with our data when the contract ends', 0.1],
];
const rota: Drawn[][] = [
  ['Electronic rota: evaluation of tenders', null, null, null, null, null],
  ['Printed on', { date: 46150 }],
  [],
  ['Ref', 'Question', 'Weighting', BIDDERS[0], BIDDERS[1], BIDDERS[2]],
  ...ROTA.map(([ref, question, percent], c): Drawn[] => [
    ref,
    question,
    { percent },
    ...[0, 1, 2].map((b) => markFor(c, b)),
  ]),
  [],
  [
    null,
    'Weighted total',
    { formula: 'SUM(C5:C9)', value: 1 },
    ...['D', 'E', 'F'].map((letter, b): Drawn => ({
      formula: `SUMPRODUCT($C$5:$C$9,${letter}5:${letter}9)`,
      value: weighted(b),
    })),
  ],
];
function weighted(bidder: number): number {
  return Math.round(ROTA.reduce((sum, [, , weight], c) => sum + weight * markFor(c, bidder), 0) * 100) / 100;
}

const OBSERVATIONS = [
  'Readings reach the chart without typing',
  'Alerts go to the right person',
  'Works when the network is down',
  'A new starter can use it in ten minutes',
];
const NURSES = ['Ward sister', 'Physician', 'Healthcare assistant'];
const perAssessor: DrawnSheet[] = NURSES.map((name, a) => ({
  name,
  rows: [
    ['No.', 'Criterion', 'Weight', ...BIDDERS, 'Comments'],
    ...OBSERVATIONS.map((criterion, c): Drawn[] => [
      c + 1,
      criterion,
      25,
      ...BIDDERS.map((_bidder, b) => markFor(c, b, a)),
      c === 0 ? 'Seen in the trial.' : null,
    ]),
  ],
}));

const PORTAL = [
  'Sign-in for patients',
  'Messages are answered within a day',
  'Wording that people understand',
  'Accessible with a screen reader',
  'Reports for the board',
];
const portalWeights = [20, 20, 15, 30, 15];
const perBidder: DrawnSheet[] = BIDDERS.slice(0, 3).map((bidder, b) => ({
  name: bidder,
  rows: [
    ['Patient portal', null, null, null, null],
    ['Question', 'Weight', 'Assessor A', 'Assessor B', 'Assessor C'],
    ...PORTAL.map((question, c): Drawn[] => [
      question,
      portalWeights[c] ?? 0,
      markFor(c, b, 0),
      markFor(c, b, 1),
      markFor(c, b, 2),
    ]),
    [
      'Average',
      null,
      ...['C', 'D', 'E'].map((letter): Drawn => ({ formula: `AVERAGE(${letter}3:${letter}7)`, value: 3 })),
    ],
  ],
}));

const SECTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['Safety', ['Wrong patient is caught', 'A missed dose is shown']],
  ['Use', ['Fewer clicks than today', 'Works with gloves on', 'Can be learnt without a course']],
];
const pairs: Drawn[][] = [
  [
    'Section',
    'Criterion',
    'Weight',
    ...BIDDERS.slice(0, 2).flatMap((bidder) => [`${bidder} score`, `${bidder} comment`]),
  ],
];
SECTIONS.forEach(([section, criteria]) =>
  criteria.forEach((criterion, index) => {
    const c = pairs.length - 1;
    pairs.push([
      index === 0 ? section : null,
      criterion,
      20,
      ...[0, 1].flatMap((b): Drawn[] => [markFor(c, b), REASONS[markFor(c, b)] ?? '']),
    ]);
  }),
);

const mergedLong: Drawn[][] = [
  ['Evaluation of discharge letters', null, null, null, null],
  ['Requirement', 'Weighting', 'Supplier', 'Score', 'Justification'],
];
LETTERS.slice(0, 3).forEach(([criterion], c) =>
  BIDDERS.forEach((bidder, b) => {
    mergedLong.push([
      b === 0 ? criterion : null,
      b === 0 ? ([40, 35, 25][c] ?? 0) : null,
      bidder,
      markFor(c, b),
      REASONS[markFor(c, b)] ?? '',
    ]);
  }),
);

const asText: Drawn[][] = [
  ['Question', 'Weight', ...BIDDERS.slice(0, 3)],
  ['Reads barcodes in poor light', '30%', '4/5', '3/5', '5/5'],
  ['Battery lasts a shift', '30 %', '2/5', '4/5', '3/5'],
  ['Can be cleaned', '25%', '5/5', '5/5', '4/5'],
  ['Spare units', '15%', '3/5', '1/5', '4/5'],
];

const inWords: Drawn[][] = [
  ['Criterion', 'Weight', 'Tenderer', 'Evaluator', 'Score', 'Comment'],
  ...BIDDERS.slice(0, 2).flatMap((bidder, b) =>
    ['Clinical safety case', 'Training on site', 'Exit plan'].flatMap((criterion, c) =>
      ['Evaluator 1', 'Evaluator 2'].map((evaluator, a): Drawn[] => {
        const mark = markFor(c, b, a);
        const word =
          ['0 - None', '1 - Poor', '2 - Weak', '3 - Fair', '4 - Good', '5 - Excellent'][mark] ?? '';
        const missing = b === 1 && c === 2 ? (a === 0 ? 'n/a' : '-') : null;
        return [
          criterion,
          [50, 30, 20][c] ?? 0,
          bidder,
          evaluator,
          missing ?? word,
          missing ? null : (REASONS[mark] ?? ''),
        ];
      }),
    ),
  ),
];

const agreed: Drawn[][] = [
  ['Question', 'Weight', 'Supplier', 'Assessor 1', 'Assessor 2', 'Agreed mark', 'Agreed reason'],
  ...['Bed state is right within five minutes', 'Works on the ward screen'].flatMap((question, c) =>
    BIDDERS.slice(0, 3).map((bidder, b): Drawn[] => {
      const [first, second] = [markFor(c, b, 0), markFor(c, b, 1)];
      const mark = Math.max(first, second);
      return [question, [60, 40][c] ?? 0, bidder, first, second, mark, REASONS[mark] ?? ''];
    }),
  ),
];

const prices: Drawn[][] = [
  ['Criterion', 'Weight', 'Max score', 'Bidder', 'Score', 'Price (GBP)'],
  ...BIDDERS.slice(0, 3).flatMap((bidder, b) =>
    ['Fits how clinics run', 'Support', 'Sustainability'].map((criterion, c): Drawn[] => [
      criterion,
      [50, 30, 20][c] ?? 0,
      10,
      bidder,
      markFor(c, b) * 2,
      c === 0 ? ([48000, 39500, 61250][b] ?? 0) : null,
    ]),
  ),
];

const questionnaire: Drawn[][] = [
  ['Tender questionnaire', null, null, null, null],
  [],
  ['Section', 'Question', 'Weighting', 'Maximum score', 'Guidance'],
  [
    'Delivery',
    'How will you move us from the present system?',
    { percent: 0.25 },
    5,
    'A plan with dates and what you need from us.',
  ],
  [null, 'How will you train night staff?', { percent: 0.15 }, 5, 'Say how many hours and where.'],
  [
    'Service',
    'What happens when it stops working at 3am?',
    { percent: 0.35 },
    5,
    'Times to answer and to repair.',
  ],
  [null, 'How do we get our data back?', { percent: 0.25 }, 5, 'Format, time and cost.'],
  ['Total', null, { formula: 'SUM(C4:C7)', value: 1 }],
];

const notWorkedOut: Drawn[][] = [
  ['Question', 'Weight', 'Supplier', 'Assessor', 'Mark'],
  ['Answers a call bell', 50, BIDDERS[0], 'A', 4],
  ['Answers a call bell', 50, BIDDERS[1], 'A', { formula: 'E2-1' }],
  ['Says who came', 50, BIDDERS[0], 'A', { formula: 'E2-1', value: 3 }],
  ['Says who came', 50, BIDDERS[1], 'A', 2],
];

const workbook = (expected: Workbook['expected'], ...sheets: readonly DrawnSheet[]): Workbook => ({
  bytes: drawWorkbook(sheets),
  expected,
});

export const ENGLISH_WORKBOOKS: readonly Workbook[] = [
  workbook(
    {
      file: 'letters-long.xlsx',
      says: 'One row a mark: 4 criteria, 3 bidders, 2 assessors; three reasons are missing.',
      sheet: 'Scores',
      headerRow: 1,
      columns: { criterion: 'A', weight: 'B', bidder: 'C', assessor: 'D', mark: 'E', reason: 'F' },
      bidders: BIDDERS.slice(0, 3),
      counts: { bidders: 3, criteria: 4, assessors: 2, marks: 24, reasons: 21 },
      weightsBp: [3000, 2500, 2500, 2000],
    },
    { name: 'Scores', rows: long },
  ),
  workbook(
    {
      file: 'rota-wide-by-bidder.xlsx',
      says: 'A title merged over the table, a printing date, a blank row, then a column for each bidder, weights as percentages, a row of totals below.',
      sheet: 'Evaluation',
      headerRow: 4,
      columns: { criterion: 'B', weight: 'C', mark: ['D', 'E', 'F'] },
      bidders: BIDDERS.slice(0, 3),
      counts: { bidders: 3, criteria: 5, assessors: 1, marks: 15 },
      weightsBp: [2500, 2000, 3000, 1500, 1000],
      leftOutRows: [11],
    },
    { name: 'Evaluation', rows: rota, merges: ['A1:F1'] },
  ),
  workbook(
    {
      file: 'observations-sheet-per-assessor.xlsx',
      says: 'A sheet for each assessor, each with a column for each bidder; a summary of averages and a hidden sheet of lists do not count.',
      sheet: 'Ward sister',
      sheets: NURSES,
      sheetIs: 'assessor',
      headerRow: 1,
      columns: { criterion: 'B', weight: 'C', mark: ['D', 'E', 'F', 'G'] },
      bidders: BIDDERS,
      counts: { bidders: 4, criteria: 4, assessors: 3, marks: 48 },
      weightsBp: [2500, 2500, 2500, 2500],
    },
    ...perAssessor,
    {
      name: 'Summary',
      rows: [
        ['Bidder', 'Average of all'],
        ...BIDDERS.map((bidder, b): Drawn[] => [
          bidder,
          { formula: `AVERAGE('Ward sister'!D2:D5)`, value: 3 + b / 4 },
        ]),
      ],
    },
    { name: 'Lists', rows: [['0'], ['1'], ['2'], ['3'], ['4'], ['5']], hidden: true },
  ),
  workbook(
    {
      file: 'portal-sheet-per-bidder.xlsx',
      says: 'A sheet for each bidder with a column for each assessor, a title above and averages below.',
      sheet: BIDDERS[0],
      sheets: BIDDERS.slice(0, 3),
      sheetIs: 'bidder',
      headerRow: 2,
      columns: { criterion: 'A', weight: 'B', mark: ['C', 'D', 'E'] },
      bidders: BIDDERS.slice(0, 3),
      counts: { bidders: 3, criteria: 5, assessors: 3, marks: 45 },
      weightsBp: [2000, 2000, 1500, 3000, 1500],
      leftOutRows: [8],
    },
    ...perBidder,
  ),
  workbook(
    {
      file: 'medicines-score-and-comment.xlsx',
      says: 'A score and a comment column for each bidder; sections merged over their criteria.',
      sheet: 'Moderation',
      headerRow: 1,
      columns: { group: 'A', criterion: 'B', weight: 'C', mark: ['D', 'F'], reason: ['E', 'G'] },
      bidders: BIDDERS.slice(0, 2),
      counts: { bidders: 2, criteria: 5, assessors: 1, marks: 10, reasons: 10, groups: 2 },
      weightsBp: [2000, 2000, 2000, 2000, 2000],
    },
    { name: 'Moderation', rows: pairs, merges: ['A2:A3', 'A4:A6'] },
  ),
  workbook(
    {
      file: 'discharge-merged-rows.xlsx',
      says: 'Each requirement and its weight are merged over the rows of its four suppliers.',
      sheet: 'Sheet1',
      headerRow: 2,
      columns: { criterion: 'A', weight: 'B', bidder: 'C', mark: 'D', reason: 'E' },
      bidders: BIDDERS,
      counts: { bidders: 4, criteria: 3, assessors: 1, marks: 12, reasons: 12 },
      weightsBp: [4000, 3500, 2500],
    },
    {
      name: 'Sheet1',
      rows: mergedLong,
      merges: ['A1:E1', 'A3:A6', 'B3:B6', 'A7:A10', 'B7:B10', 'A11:A14', 'B11:B14'],
    },
  ),
  workbook(
    {
      file: 'scanners-text-percentages.xlsx',
      says: "Weights are texts such as '30%' and '30 %', marks are texts such as '4/5'.",
      sheet: 'Marks',
      headerRow: 1,
      columns: { criterion: 'A', weight: 'B', mark: ['C', 'D', 'E'] },
      bidders: BIDDERS.slice(0, 3),
      counts: { bidders: 3, criteria: 4, assessors: 1, marks: 12 },
      weightsBp: [3000, 3000, 2500, 1500],
      scale: { lowest: 0, highest: 5 },
    },
    { name: 'Marks', rows: asText },
  ),
  workbook(
    {
      file: 'safety-marks-in-words.xlsx',
      says: "Marks such as '4 - Good'; two are left out, as 'n/a' and '-'.",
      sheet: 'Scores',
      headerRow: 1,
      columns: { criterion: 'A', weight: 'B', bidder: 'C', assessor: 'D', mark: 'E', reason: 'F' },
      bidders: BIDDERS.slice(0, 2),
      counts: { bidders: 2, criteria: 3, assessors: 2, marks: 10, emptyMarks: 2, reasons: 10 },
      weightsBp: [5000, 3000, 2000],
    },
    { name: 'Scores', rows: inWords },
  ),
  workbook(
    {
      file: 'beds-agreed-marks.xlsx',
      says: 'Two assessors side by side, then the agreed mark and its reason.',
      sheet: 'Consensus',
      headerRow: 1,
      columns: { criterion: 'A', weight: 'B', bidder: 'C', mark: ['D', 'E'], agreed: 'F', reason: 'G' },
      bidders: BIDDERS.slice(0, 3),
      counts: { bidders: 3, criteria: 2, assessors: 2, marks: 12, agreed: 6, reasons: 6 },
      weightsBp: [6000, 4000],
    },
    { name: 'Consensus', rows: agreed },
  ),
  workbook(
    {
      file: 'clinics-with-prices.xlsx',
      says: 'Marks out of 10, and one price for each bidder beside its first mark.',
      sheet: 'Scores and price',
      headerRow: 1,
      columns: { criterion: 'A', weight: 'B', scale: 'C', bidder: 'D', mark: 'E', price: 'F' },
      bidders: BIDDERS.slice(0, 3),
      counts: { bidders: 3, criteria: 3, assessors: 1, marks: 9, prices: 3 },
      weightsBp: [5000, 3000, 2000],
      scale: { lowest: 0, highest: 10 },
    },
    { name: 'Scores and price', rows: prices },
  ),
  workbook(
    {
      file: 'tender-questionnaire.xlsx',
      says: 'Questions with sections, weights and guidance; nobody has marked anything yet.',
      sheet: 'Questionnaire',
      headerRow: 3,
      columns: { group: 'A', criterion: 'B', weight: 'C', scale: 'D', guidance: 'E' },
      counts: { bidders: 0, criteria: 4, assessors: 0, marks: 0, groups: 2 },
      weightsBp: [2500, 1500, 3500, 2500],
      leftOutRows: [8],
      scale: { lowest: 0, highest: 5 },
    },
    { name: 'Questionnaire', rows: questionnaire, merges: ['A1:E1', 'A4:A5', 'A6:A7'] },
  ),
  workbook(
    {
      file: 'call-bells-formulas.xlsx',
      says: 'Two marks are formulas: one was worked out, the other never, so it shows nothing.',
      sheet: 'Marks',
      headerRow: 1,
      columns: { criterion: 'A', weight: 'B', bidder: 'C', assessor: 'D', mark: 'E' },
      bidders: BIDDERS.slice(0, 2),
      counts: { bidders: 2, criteria: 2, assessors: 1, marks: 3, emptyMarks: 1 },
      weightsBp: [5000, 5000],
    },
    { name: 'Marks', rows: notWorkedOut },
  ),
];
