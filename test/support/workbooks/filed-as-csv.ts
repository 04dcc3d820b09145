import { drawCsv } from '../workbook-drawing.ts';
import { BIDDERS, markFor } from './expected.ts';
import type { Workbook } from './expected.ts';

type Row = (string | number | null)[];

const english: Row[] = [
  ['Question', 'Weight', 'Supplier', 'Evaluator', 'Score', 'Reason'],
  ...['Print queue can be seen', 'Secure release with a badge', 'Paper and toner per ward'].flatMap(
    (question, c) =>
      BIDDERS.slice(0, 2).flatMap((bidder, b) =>
        ['Evaluator 1', 'Evaluator 2'].map((evaluator, a): Row => [
          question,
          ['0.5', '0.3', '0.2'][c] ?? '',
          bidder,
          evaluator,
          markFor(c, b, a),
          a === 0 ? 'Shown, but slow; "ten seconds" was promised.' : null,
        ]),
      ),
  ),
];

const spanish: Row[] = [
  ['Criterio', 'Ponderación', ...BIDDERS.slice(0, 3)],
  ['Cartas en lectura fácil', '37,5', '3,5', '4', '2,75'],
  ['Integración con la historia clínica', '37,5', '4,25', '3', '3'],
  ['Formación en turno de noche', '25', '5', '2,5', '4'],
];

const tabs: Row[] = [
  ['Criterion', 'Weighting %', 'Option', 'Marked by', 'Mark'],
  ...['Alarm reaches the nurse', 'Battery is seen'].flatMap((criterion, c) =>
    BIDDERS.slice(0, 2).flatMap((bidder, b) =>
      ['Röder', 'Müller'].map((name, a): Row => [
        criterion,
        [70, 30][c] ?? 0,
        bidder,
        name,
        markFor(c, b, a),
      ]),
    ),
  ),
];

const equal: Row[] = [
  ['Requirement', ...BIDDERS.slice(0, 3)],
  ['Exports what we put in', 5, 3, 4],
  ['No second password', 4, 4, 2],
  [null, null, null, null],
  ['Says when it is down', 3, 5, 3],
];

export const FILED_AS_CSV: readonly Workbook[] = [
  {
    bytes: drawCsv(english, ',', 'utf8-mark'),
    expected: {
      file: 'printing-long.csv',
      says: 'UTF-8 with a mark, commas, weights that sum to 1, reasons with commas and quotation marks.',
      sheet: 'printing-long',
      headerRow: 1,
      columns: { criterion: 'A', weight: 'B', bidder: 'C', assessor: 'D', mark: 'E', reason: 'F' },
      bidders: BIDDERS.slice(0, 2),
      counts: { bidders: 2, criteria: 3, assessors: 2, marks: 12, reasons: 6 },
      weightsBp: [5000, 3000, 2000],
    },
  },
  {
    bytes: drawCsv(spanish, ';', 'latin1'),
    expected: {
      file: 'cartas-puntuacion.csv',
      says: 'Spanish headings, semicolons, decimal commas, Windows-1252.',
      sheet: 'cartas-puntuacion',
      headerRow: 1,
      columns: { criterion: 'A', weight: 'B', mark: ['C', 'D', 'E'] },
      bidders: BIDDERS.slice(0, 3),
      counts: { bidders: 3, criteria: 3, assessors: 1, marks: 9 },
      weightsBp: [3750, 3750, 2500],
    },
  },
  {
    bytes: drawCsv(tabs, '\t', 'utf16'),
    expected: {
      file: 'alarms-unicode-text.csv',
      says: 'What Excel calls Unicode text: UTF-16 and tabs; names with umlauts.',
      sheet: 'alarms-unicode-text',
      headerRow: 1,
      columns: { criterion: 'A', weight: 'B', bidder: 'C', assessor: 'D', mark: 'E' },
      bidders: BIDDERS.slice(0, 2),
      counts: { bidders: 2, criteria: 2, assessors: 2, marks: 8 },
      weightsBp: [7000, 3000],
    },
  },
  {
    bytes: drawCsv(equal, ',', 'utf8'),
    expected: {
      file: 'exports-no-weights.csv',
      says: 'No weights at all, so each criterion counts the same; a blank row in between.',
      sheet: 'exports-no-weights',
      headerRow: 1,
      columns: { criterion: 'A', mark: ['B', 'C', 'D'] },
      bidders: BIDDERS.slice(0, 3),
      counts: { bidders: 3, criteria: 3, assessors: 1, marks: 9 },
      weightsBp: [3334, 3333, 3333],
    },
  },
];
