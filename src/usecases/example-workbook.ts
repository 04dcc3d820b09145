import type { Cell } from '../core/workbook/sheet.ts';
import type { SheetDraft } from './ports.ts';

const text = (words: string): Cell => ({ kind: 'text', text: words });
const number = (value: number): Cell => ({ kind: 'number', number: String(value) });

type Line = readonly [
  assessor: string,
  bidder: string,
  question: string,
  weight: number,
  mark: number,
  reason: string,
];

const QUESTIONS = {
  fit: ['A ward clerk finds tomorrow’s rota', 50],
  access: ['Staff without a work phone see it', 30],
  leaving: ['Everything can be taken out', 20],
} as const;

const LINES: readonly Line[] = (
  [
    ['Ward manager', 'Supplier A', 'fit', 4, 'Two steps in the demonstration'],
    ['Ward manager', 'Supplier A', 'access', 3, 'A screen on the ward, no print'],
    ['Ward manager', 'Supplier A', 'leaving', 4, 'All rotas as open files'],
    ['Ward manager', 'Supplier B', 'fit', 3, 'Four steps'],
    ['Ward manager', 'Supplier B', 'access', 5, 'Prints and sends by text message'],
    ['Ward manager', 'Supplier B', 'leaving', 2, 'Only the last year'],
    ['Digital lead', 'Supplier A', 'fit', 4, 'Search works from the first page'],
    ['Digital lead', 'Supplier A', 'access', 2, 'Needs a work account'],
    ['Digital lead', 'Supplier A', 'leaving', 5, 'Tried with a test ward'],
    ['Digital lead', 'Supplier B', 'fit', 4, 'Quick once set up'],
    ['Digital lead', 'Supplier B', 'access', 4, 'Works on any phone'],
    ['Digital lead', 'Supplier B', 'leaving', 3, 'Against a fee'],
  ] as const
).map(([assessor, bidder, question, mark, reason]) => [
  assessor,
  bidder,
  ...QUESTIONS[question],
  mark,
  reason,
]);

/** A scoring sheet as it can be sent: one row a mark. Made-up content. */
export const exampleWorkbook: readonly SheetDraft[] = [
  {
    name: 'Marks',
    columns: [
      { heading: 'Assessor', width: 16 },
      { heading: 'Bidder', width: 14 },
      { heading: 'Question', width: 36 },
      { heading: 'Weight %', width: 10 },
      { heading: 'Mark (0-5)', width: 12, allowed: ['0', '1', '2', '3', '4', '5'] },
      { heading: 'Reason', width: 40, wrap: true },
    ],
    rows: LINES.map(([assessor, bidder, question, weight, mark, reason]) => [
      ...[text(assessor), text(bidder), text(question), number(weight), number(mark), text(reason)],
    ]),
  },
];
