import { expect } from 'chai';
import fc from 'fast-check';
import type { Case } from '../../../src/core/scoring/case.ts';
import { mapWorkbook } from '../../../src/core/workbook/map-workbook.ts';
import type { Sheet } from '../../../src/core/workbook/sheet.ts';
import { sheetOf } from './sheets.ts';
import type { Typed } from './sheets.ts';

/** One evaluation, and the ways in which people lay it out. */
type Evaluation = {
  readonly weights: readonly number[];
  readonly bidders: readonly string[];
  readonly assessors: readonly string[];
  /** By assessor, bidder, question; null where there is none. */
  readonly marks: readonly (readonly (readonly (number | null)[])[])[];
};

const QUESTIONS = [
  'Fit to the ward',
  'Leaving the contract',
  'Safety of records',
  'Help for staff',
  'Use on a phone',
];
const BIDDERS = ['Aldermere', 'Birchwell', 'Copsey', 'Dunmoor'];
const ASSESSORS = ['Nurse lead', 'Ward clerk', 'Pharmacist'];

const evaluations: fc.Arbitrary<Evaluation> = fc
  .record({
    questions: fc.integer({ min: 2, max: 5 }),
    bidders: fc.integer({ min: 2, max: 4 }),
    assessors: fc.integer({ min: 2, max: 3 }),
  })
  .chain(({ questions, bidders, assessors }) =>
    fc.record({
      weights: fc
        .array(fc.integer({ min: 1, max: 18 }), { minLength: questions - 1, maxLength: questions - 1 })
        .map((some) => [...some, 100 - some.reduce((sum, one) => sum + one, 0)]),
      bidders: fc.constant(BIDDERS.slice(0, bidders)),
      assessors: fc.constant(ASSESSORS.slice(0, assessors)),
      // The first assessor marks everything, so that every name and question is in the sheet, and 5 names the scale.
      marks: fc
        .array(
          fc.array(
            fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { freq: 6 }), {
              minLength: questions,
              maxLength: questions,
            }),
            {
              minLength: bidders,
              maxLength: bidders,
            },
          ),
          { minLength: assessors, maxLength: assessors },
        )
        .map((all) =>
          all.map((rows, person) =>
            rows.map((row) =>
              person === 0 || row.every((one) => one === null) ? row.map((one) => one ?? 5) : row,
            ),
          ),
        ),
    }),
  );

const at = ({ marks }: Evaluation, person: number, bidder: number, question: number): number | null =>
  marks[person]?.[bidder]?.[question] ?? null;
const reason = (person: number, bidder: number, question: number): string =>
  `why ${person} ${bidder} ${question}`;

const asLong = (given: Evaluation): readonly Sheet[] => {
  const rows = given.bidders.flatMap((bidder, b) =>
    given.weights.flatMap((weight, q) =>
      given.assessors.map((assessor, a): readonly Typed[] => {
        const mark = at(given, a, b, q);
        return [
          assessor,
          bidder,
          QUESTIONS[q] ?? '',
          weight,
          5,
          mark,
          mark === null ? null : reason(a, b, q),
        ];
      }),
    ),
  );
  return [
    sheetOf('All marks', [
      ['Assessor', 'Bidder', 'Question', 'Weight', 'Max score', 'Mark', 'Reason'],
      ...rows,
    ]),
  ];
};

const asWide = (given: Evaluation): readonly Sheet[] => {
  const pairs = given.bidders.flatMap((_bidder, b) => given.assessors.map((_assessor, a) => [b, a] as const));
  const over = pairs.flatMap(([b, a]): Typed[] => [a === 0 ? (given.bidders[b] ?? '') : null, null]);
  const under = pairs.flatMap(([, a]): Typed[] => [
    `${given.assessors[a]} score`,
    `${given.assessors[a]} comment`,
  ]);
  const rows = given.weights.map((weight, q): Typed[] => [
    ...[QUESTIONS[q] ?? '', `${weight}%`, '0-5'],
    ...pairs.flatMap(([b, a]): Typed[] => {
      const mark = at(given, a, b, q);
      return [mark, mark === null ? null : reason(a, b, q)];
    }),
  ]);
  return [
    sheetOf('Wide', [
      ['Rota system'],
      [],
      [null, null, null, ...over],
      ['Criterion', 'Weight', 'Scale', ...under],
      ...rows,
    ]),
  ];
};

const asSheets = (given: Evaluation): readonly Sheet[] =>
  given.assessors.map((assessor, a) =>
    sheetOf(assessor, [
      [
        'Frage',
        'Gewichtung',
        'Skala',
        ...given.bidders.flatMap((bidder) => [`Punkte ${bidder}`, `Begründung ${bidder}`]),
      ],
      ...given.weights.map((weight, q): Typed[] => [
        ...[QUESTIONS[q] ?? '', weight / 100, '0 bis 5'],
        ...given.bidders.flatMap((_bidder, b): Typed[] => {
          const mark = at(given, a, b, q);
          return [mark, mark === null ? null : reason(a, b, q)];
        }),
      ]),
    ]),
  );

/** What does not depend on the order of rows and columns, or on the title. */
const essence = (given: Case | null) => {
  const titles = new Map(given?.options.map(({ id, title }) => [id, title]));
  return {
    criteria: given?.rubric.criteria.map((one) => [one.title, 'weightBp' in one ? one.weightBp : 0]).sort(),
    scale: given?.rubric.scale,
    options: [...titles.values()].sort(),
    marks: given?.marks
      .map((one) => [one.assessor, titles.get(one.option), one.criterion, one.score, one.reason].join('|'))
      .sort(),
  };
};

const read = (sheets: readonly Sheet[]) => {
  const { given, faults } = mapWorkbook(sheets);
  expect(faults).to.deep.equal([]);
  return essence(given);
};

const reordered = (sheets: readonly Sheet[], order: readonly number[]): readonly Sheet[] =>
  sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => order.map((column) => row[column] ?? null)),
  }));

describe('one evaluation laid out in three ways', () => {
  it('maps to the same case from a long table, a wide one, and a sheet for each assessor', () => {
    fc.assert(
      fc.property(evaluations, (given) => {
        const long = read(asLong(given));
        expect(read(asWide(given))).to.deep.equal(long);
        expect(read(asSheets(given))).to.deep.equal(long);
        const marks = given.marks.flat(2).filter((mark) => mark !== null);
        expect(long.marks).to.have.length(marks.length);
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the columns', () => {
    fc.assert(
      fc.property(
        evaluations,
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
        (given, order) => {
          expect(read(reordered(asLong(given), order))).to.deep.equal(read(asLong(given)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('control: another mark is another case', () => {
    const [given] = fc.sample(evaluations, { numRuns: 1, seed: 4 });
    if (!given) throw new Error('no sample');
    const other = {
      ...given,
      marks: given.marks.map((rows, a) =>
        a === 0 ? rows.map((row) => row.map((one) => (one === 5 ? 4 : 5))) : rows,
      ),
    };
    expect(read(asLong(other))).to.not.deep.equal(read(asLong(given)));
  });
});
