import { drawWorkbook } from '../workbook-drawing.ts';
import type { Drawn } from '../workbook-drawing.ts';
import { BIDDERS, markFor } from './expected.ts';
import type { Workbook } from './expected.ts';

const german: Drawn[][] = [
  ['Bewertungsmatrix Dienstplanung'],
  ['Kriterium', 'Gewichtung', 'Bieter', 'Prüferin', 'Punkte', 'Begründung'],
  ...['Lücken im Dienstplan sind sichtbar', 'Läuft auf vorhandenen Geräten', 'Datenübergabe am Ende'].flatMap(
    (criterion, c) =>
      BIDDERS.slice(0, 2).flatMap((bidder, b) =>
        ['Prüferin 1', 'Prüferin 2'].map((assessor, a): Drawn[] => [
          criterion,
          ['40,0', '35,5', '24,5'][c] ?? '',
          bidder,
          assessor,
          a === 0 ? `${markFor(c, b, a) - 1},5` : markFor(c, b, a),
          'Im Termin gezeigt.',
        ]),
      ),
  ),
];

const french: Drawn[][] = [
  ['Analyse des offres : courriers patients', null, null, null, null, null],
  [],
  ['Critère', 'Pondération', 'Note max', 'Soumissionnaire', 'Note', 'Justification'],
  ...['Lisibilité des courriers', 'Reprise des données', 'Assistance le week-end', 'Accessibilité'].flatMap(
    (criterion, c) =>
      BIDDERS.slice(0, 3).map((bidder, b): Drawn[] => [
        criterion,
        { percent: [0.4, 0.2, 0.15, 0.25][c] ?? 0 },
        20,
        bidder,
        markFor(c, b) * 4,
        b === 2 ? null : 'Démontré lors de l’audition.',
      ]),
  ),
  ['Total', null, null, null, { formula: 'SUM(E4:E15)', value: 152 }],
];

const welsh: Drawn[][] = [
  ['Maen prawf', 'Pwysoliad', ...BIDDERS.slice(0, 2), 'Sylwadau'],
  ...['Llythyrau dwyieithog', 'Hawdd i’w ddysgu', 'Cymorth yn Gymraeg'].map((criterion, c): Drawn[] => [
    criterion,
    [50, 20, 30][c] ?? 0,
    markFor(c, 0),
    markFor(c, 1),
    c === 0 ? 'Dangoswyd yn y cyfarfod.' : null,
  ]),
  ['Cyfanswm', 100, { formula: 'SUM(C2:C4)', value: 10 }, { formula: 'SUM(D2:D4)', value: 9 }, null],
];

export const OTHER_LANGUAGES: readonly Workbook[] = [
  {
    bytes: drawWorkbook([{ name: 'Bewertung', rows: german }]),
    expected: {
      file: 'dienstplan-bewertung.xlsx',
      says: 'German headings below a title; weights and half of the marks are texts with a decimal comma.',
      sheet: 'Bewertung',
      headerRow: 2,
      columns: { criterion: 'A', weight: 'B', bidder: 'C', assessor: 'D', mark: 'E', reason: 'F' },
      bidders: BIDDERS.slice(0, 2),
      counts: { bidders: 2, criteria: 3, assessors: 2, marks: 12, reasons: 12 },
      weightsBp: [4000, 3550, 2450],
    },
  },
  {
    bytes: drawWorkbook([{ name: 'Notation', rows: french, merges: ['A1:F1'] }]),
    expected: {
      file: 'courriers-notation.xlsx',
      says: 'French headings below a merged title and a blank row, marks out of 20, weights as percentages, a total below.',
      sheet: 'Notation',
      headerRow: 3,
      columns: { criterion: 'A', weight: 'B', scale: 'C', bidder: 'D', mark: 'E', reason: 'F' },
      bidders: BIDDERS.slice(0, 3),
      counts: { bidders: 3, criteria: 4, assessors: 1, marks: 12, reasons: 8 },
      weightsBp: [4000, 2000, 1500, 2500],
      leftOutRows: [16],
      scale: { lowest: 0, highest: 20 },
    },
  },
  {
    bytes: drawWorkbook([{ name: 'Sgorio', rows: welsh }]),
    expected: {
      file: 'llythyrau-sgorio.xlsx',
      says: 'Welsh headings, a column for each bidder, remarks that belong to no bidder, a total below.',
      sheet: 'Sgorio',
      headerRow: 1,
      columns: { criterion: 'A', weight: 'B', mark: ['C', 'D'] },
      bidders: BIDDERS.slice(0, 2),
      counts: { bidders: 2, criteria: 3, assessors: 1, marks: 6 },
      weightsBp: [5000, 2000, 3000],
      leftOutRows: [5],
    },
  },
];
