import { expect } from 'chai';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import { faultPlace } from '../../../src/core/workbook/fault.ts';
import { mapWorkbook } from '../../../src/core/workbook/map-workbook.ts';
import { sheetOf } from './sheets.ts';

const LONG = sheetOf('Scores', [
  ['Evaluation of the rota system'],
  [],
  ['Assessor', 'Bidder', 'Question', 'Weight', 'Score (0-5)', 'Reason'],
  ['Nurse', 'Acme', 'Fit to the ward', 60, 4, 'Shown on the ward'],
  ['Nurse', 'Acme', 'Leaving', 40, 3, 'Exports everything'],
  ['Nurse', 'Bravo', 'Fit to the ward', 60, 2, 'Two clicks more'],
  ['Nurse', 'Bravo', 'Leaving', 40, 5, ''],
  ['Doctor', 'Acme', 'Fit to the ward', 60, 5, 'Quick'],
  ['Doctor', 'Acme', 'Leaving', 40, 3, 'As promised'],
  ['Doctor', 'Bravo', 'Fit to the ward', 60, 3, 'Slow'],
  ['Doctor', 'Bravo', 'Leaving', 40, 4, 'Good'],
]);

describe('mapWorkbook', () => {
  it('makes a case of a long table that the engine ranks', () => {
    const { given, faults, understood } = mapWorkbook([LONG]);
    expect(faults).to.deep.equal([]);
    expect(understood.summary).to.equal('We understood 2 bidders, 2 questions, 2 assessors and 8 marks.');
    expect(given?.title).to.equal('Evaluation of the rota system');
    const result = given && evaluateCase(given, { partial: false });
    // By hand: Acme 60% of 4.5/5 and 40% of 3/5 is 54 + 24; Bravo 60% of 2.5/5 and 40% of 4.5/5 is 30 + 36.
    expect(result?.options.map(({ id, total }) => [id, total])).to.deep.equal([
      ['acme', 78],
      ['bravo', 66],
    ]);
  });

  it('reads pairs of score and comment under a merged bidder', () => {
    const { given, understood } = mapWorkbook([
      sheetOf('Wide', [
        ['Ref', 'Criterion', 'Weighting %', 'Acme', null, 'Bravo', null],
        [null, null, null, 'Score', 'Comment', 'Score', 'Comment'],
        ['1', 'Fit', '60%', 4, 'Good', '3 - Fair', 'Slow'],
        ['2', 'Leaving', '40%', '4/5', '', 5, 'Fine'],
        [null, 'Total', '100%', null, null, null, null],
      ]),
    ]);
    expect(understood.counts).to.include({ bidders: 2, criteria: 2, assessors: 0, marks: 4, reasons: 3 });
    expect(given?.consensus?.map(({ option, criterion, score }) => [option, criterion, score])).to.deep.equal(
      [
        ['acme', 'fit', 4],
        ['bravo', 'fit', 3],
        ['acme', 'leaving', 4],
        ['bravo', 'leaving', 5],
      ],
    );
    expect(understood.notes.join(' ')).to.include('row 5 (Total)');
  });

  it('takes sheets laid out alike for the assessors when the columns name the bidders', () => {
    const rows = (marks: readonly number[]) => [
      ['Kriterium', 'Gewichtung', 'Anbieter A', 'Anbieter B'],
      ['Bedienung', 50, marks[0] ?? 0, marks[1] ?? 0],
      ['Ausstieg', 50, marks[2] ?? 0, marks[3] ?? 0],
      ['Summe', 100, 7, 7],
    ];
    const { given, naming, understood } = mapWorkbook([
      sheetOf('Anweisung', [['Bitte je Blatt bewerten']]),
      sheetOf('Pflege', rows([4, 3, 2, 1])),
      sheetOf('IT', rows([5, 3, 2, 2])),
    ]);
    expect(naming.sheetIs).to.equal('assessor');
    expect(understood.counts).to.include({ bidders: 2, criteria: 2, assessors: 2, marks: 8 });
    expect(given?.marks.filter(({ assessor }) => assessor === 'it').map(({ score }) => score)).to.deep.equal([
      5, 3, 2, 2,
    ]);
  });

  it('keeps an agreed mark apart from those of the assessors', () => {
    const { given } = mapWorkbook([
      sheetOf('Moderation', [
        ['Bidder', 'Question', 'Weight', 'Evaluator 1', 'Evaluator 2', 'Average', 'Consensus', 'Rationale'],
        ['Acme', 'Fit', 100, 3, 5, 4, 5, 'Agreed after the demonstration'],
        ['Bravo', 'Fit', 100, 3, 3, 3, 3, 'All alike'],
      ]),
    ]);
    expect(given?.marks).to.have.length(4);
    expect(given?.consensus).to.deep.equal([
      { option: 'acme', criterion: 'fit', score: 5, reason: 'Agreed after the demonstration' },
      { option: 'bravo', criterion: 'fit', score: 3, reason: 'All alike' },
    ]);
  });

  it('fills down merged cells and says how many', () => {
    const { given, understood } = mapWorkbook([
      sheetOf('Merged', [
        ['Section', 'Question', 'Weight', 'Bidder', 'Mark'],
        ['Quality', 'Fit', 60, 'Acme', 4],
        [null, null, null, 'Bravo', 3],
        [null, 'Leaving', 40, 'Acme', 2],
        [null, null, null, 'Bravo', 5],
      ]),
    ]);
    expect(understood.counts).to.include({ criteria: 2, groups: 1, marks: 4 });
    expect(understood.notes.join(' ')).to.include('2 empty question cells were read as the one above');
    const [group] = given?.rubric.criteria ?? [];
    expect(group).to.include({ kind: 'group', title: 'Quality', weightBp: 10000 });
  });

  it('gives a questionnaire and a list of bidders without marks', () => {
    const { given, rubric, bidders } = mapWorkbook([
      sheetOf('Questions', [
        ['Section', 'Question', 'Weighting', 'Scoring guidance'],
        ['Use', 'How does a ward clerk find a rota?', 30, 'Look for fewer steps'],
        ['Use', 'How do people without e-mail see it?', 20, 'Look for paper'],
        ['Exit', 'How is everything taken out?', 50, 'Look for open formats'],
      ]),
      sheetOf('Suppliers', [
        ['Supplier', 'Contact'],
        ['Acme', 'x'],
        ['Bravo', 'y'],
      ]),
    ]);
    expect(given).to.equal(null);
    expect(bidders).to.deep.equal(['Acme', 'Bravo']);
    expect(rubric?.criteria.map((one) => [one.title, 'weightBp' in one ? one.weightBp : null])).to.deep.equal(
      [
        ['Use', 5000],
        ['Exit', 5000],
      ],
    );
  });

  it('names every bad cell and makes no case of the rest', () => {
    const { given, rubric, faults } = mapWorkbook(
      [
        sheetOf('Bad', [
          ['Question', 'Weight', 'Acme', 'Bravo', 'Delta'],
          ['Fit', 60, { day: '2026-05-03' }, 7, 'excellent'],
          ['Leaving', 40, { fault: '#DIV/0!' }, '4/10', '80%'],
          ['Fit', 60, 1, 2, 3],
        ]),
      ],
      { scale: { lowest: '0', highest: '5' } },
    );
    expect(given).to.equal(null);
    expect(rubric).to.equal(null);
    expect(faults.map((fault) => faultPlace(fault))).to.deep.equal([
      'Bad, row 2, column Acme (C2)',
      'Bad, row 2, column Bravo (D2)',
      'Bad, row 2, column Delta (E2)',
      'Bad, row 3, column Acme (C3)',
      'Bad, row 3, column Bravo (D3)',
      'Bad, row 3, column Delta (E3)',
      'Bad, row 4, column Bravo (D4)',
    ]);
    expect(faults[0]?.message).to.include('3 May 2026').and.include('Excel turned');
    expect(faults[6]?.message).to.include('the first is in D2');
  });

  it('never takes an empty or not-applicable cell for 0', () => {
    const { given, understood } = mapWorkbook([
      sheetOf('Gaps', [
        ['Question', 'Weight', 'Acme', 'Bravo'],
        ['Fit', 60, 4, 'n/a'],
        ['Leaving', 40, 2, 5],
      ]),
    ]);
    expect(given?.consensus).to.have.length(3);
    expect(understood.counts.unmarked).to.equal(1);
    expect(understood.notes.join(' ')).to.include("Nobody marked Bravo on 'Fit' (D2)");
  });

  it("lets the person's naming win over the guess", () => {
    const sheet = sheetOf('Odd', [
      ['Thing', 'Notes', 'How much', 'X', 'Y'],
      ['Fit', 'a', 70, 1, 2],
      ['Leaving', 'b', 30, 3, 4],
    ]);
    const { given } = mapWorkbook([sheet], {
      columns: { 0: 'criterion', 1: 'none', 2: 'weight', 3: 'mark', 4: 'mark' },
      marksAre: 'assessors',
      headingRow: 0,
      sheets: ['Odd'],
      sheetIs: 'bidder',
    });
    expect(given?.options.map(({ title }) => title)).to.deep.equal(['Odd']);
    expect(given?.marks.map(({ assessor, score }) => [assessor, score])).to.deep.equal([
      ['x', 1],
      ['y', 2],
      ['x', 3],
      ['y', 4],
    ]);
  });
});

describe('the size of a workbook', () => {
  const rows = (questions: number) => [
    ['Question', 'Acme', 'Bravo'],
    ...Array.from({ length: questions }, (_, index) => [`Question about matter ${index}`, 3, 4]),
  ];

  it('is refused above what people can have marked, with the way out', () => {
    expect(mapWorkbook([sheetOf('S', rows(300))]).understood.counts.criteria).to.equal(300);
    expect(() => mapWorkbook([sheetOf('S', rows(301))])).to.throw(
      '301 different questions; at most 300 are read. Check which columns are named',
    );
  });

  it('lists the first 100 bad cells and says how many more there are', () => {
    const bad = rows(150).map((row, index) => (index === 0 ? row : [row[0] ?? null, 9, 4]));
    const { faults, moreFaults } = mapWorkbook([sheetOf('S', bad)], { scale: { lowest: '0', highest: '5' } });
    expect([faults.length, moreFaults]).to.deep.equal([100, 50]);
  });
});

describe('names beside known words', () => {
  it('come from the columns of marks alone', () => {
    const { given, naming } = mapWorkbook([
      sheetOf('S', [
        [
          'Bidder',
          'Question',
          'Weight',
          'Score',
          'Comments from the panel',
          'Price (GBP)',
          'Total price excl. VAT',
        ],
        ['Acme', 'Fit', 100, 4, 'Good', '£1,200.50', 1000],
        ['Bravo', 'Fit', 100, 3, 'Fair', '£900', 750],
      ]),
    ]);
    expect(
      [...(naming.sheets[0]?.columns.values() ?? [])].filter(({ bidder, assessor }) => bidder ?? assessor),
    ).to.deep.equal([]);
    expect(given?.options.map(({ title }) => title)).to.deep.equal(['Acme', 'Bravo']);
    expect(given?.consensus?.map(({ reason }) => reason)).to.deep.equal(['Good', 'Fair']);
  });
});

describe('what any-sheet.spec.ts found', () => {
  it('a percentage on a scale to 1, an unnamed mark beside an agreed one, ids that met, a number beyond any scale', () => {
    const share = mapWorkbook([
      sheetOf('S', [
        ['Question', 'Max', 'Acme'],
        ['Fit', 1, '80%'],
        ['Leaving', 1, 1],
      ]),
    ]);
    expect(share.given?.rubric.scale).to.include({ highest: 1, decimals: 1 });
    const agreed = mapWorkbook([
      sheetOf('S', [
        ['Question', 'Bidder', 'Score', 'Consensus'],
        ['Fit', 'Acme', 3, 4],
      ]),
    ]);
    expect(agreed.given?.marks.map(({ assessor, score }) => [assessor, score])).to.deep.equal([['panel', 3]]);
    expect(agreed.given?.consensus?.map(({ score }) => score)).to.deep.equal([4]);
    const sections = [
      ['Section', 'Question', 'Acme'],
      ['Use', 'Use', 3],
      ['Use!', 'Fit', 4],
    ];
    const ids = mapWorkbook([sheetOf('S', sections)]).rubric?.criteria.map(({ id }) => id) ?? [];
    expect(new Set([...ids, 'use', 'fit']).size).to.equal(4);
    const long = mapWorkbook([
      sheetOf('S', [
        ['Question', 'Score'],
        ['Fit', 12345678901],
      ]),
    ]);
    expect(long.faults[0]?.message).to.include('too large for a mark');
  });
});

describe('a table that stands on its side', () => {
  it('is refused once, with the way to turn it', () => {
    const { faults, given } = mapWorkbook([
      sheetOf('S', [
        ['Bidder', 'Ease', 'Safety', 'Total'],
        ['Acme', 4, 3, 7],
        ['Bravo', 2, 5, 7],
      ]),
    ]);
    expect(given).to.equal(null);
    expect(faults.map(({ cell }) => cell)).to.deep.equal(['B2']);
    expect(faults[0]?.message).to.include('transpose');
  });
});
