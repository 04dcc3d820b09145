import { expect } from 'chai';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import { mapWorkbook } from '../../../src/core/workbook/map-workbook.ts';
import { checkMissed } from '../../../src/core/workbook/missed.ts';
import { sheetOf } from './sheets.ts';
import type { Typed } from './sheets.ts';

const missed = (rows: readonly (readonly Typed[])[]): ReadonlyMap<string, string> => {
  const mapped = mapWorkbook([sheetOf('S', rows)]);
  expect(mapped.faults).to.deep.equal([]);
  if (!mapped.given) throw new Error('no case');
  const given = { ...mapped.given, settings: { ...mapped.given.settings, draws: 100 } };
  const result = evaluateCase(given, { partial: true });
  return new Map(checkMissed(given, result, mapped).map(({ id, sentence }) => [id, sentence]));
};

describe('what a spreadsheet would have missed', () => {
  it('a real tie that the order of the rows would have broken', () => {
    const found = missed([
      ['Question', 'Weight', 'Acme', 'Bravo'],
      ['Fit', 50, 4, 3],
      ['Leaving', 50, 3, 4],
    ]);
    expect(found.get('tie')).to.include('Acme and Bravo are exactly level with 70.00 of 100');
    expect(found.has('rounding')).to.equal(false);
  });

  it('a tie at two decimals that is none', () => {
    const found = missed([
      ['Question', 'Weight', 'Scale', 'Acme', 'Bravo'],
      ['Fit', 50, 100000, 80001, 80000],
      ['Leaving', 50, 100000, 60000, 60000],
    ]);
    expect(found.get('rounding')).to.equal(
      'Acme and Bravo both show 70.00 at two decimals, but they are not level: Acme is ahead by 0.0005 of 100 points.',
    );
  });

  // Quality and price A (70, 100), B (90, 140), C (20, 60), half each: with C B is first, without C A is (price-reversal.ts).
  it('another winner when a losing bid is dropped, where price marks follow a formula', () => {
    const rows = (b: number): Typed[][] => [
      ['Question', 'Weight', 'Max', 'Aldermere', 'Birchwell', 'Copsey'],
      ['Quality of use', 50, 100, 70, 90, 20],
      ['Price', 50, 100, 60, b, 100],
      ['Total price', null, null, 100000, 140000, 60000],
    ];
    expect(missed(rows(42.86)).get('price-formula')).to.equal(
      'The marks for price depend on who else bids. Had Copsey not bid, which does not win, Aldermere would be first and not Birchwell.',
    );
    // Control: price marks that no formula gives say nothing of who else bids.
    expect(missed(rows(43)).has('price-formula')).to.equal(true);
    expect(missed(rows(48)).has('price-formula')).to.equal(false);
  });

  it("one person's marks deciding, without saying whose", () => {
    const found = missed([
      ['Bidder', 'Question', 'Weight', 'Assessor Jones', 'Assessor Smith', 'Assessor Brown'],
      ['Acme', 'Fit', 100, 3, 3, 5],
      ['Bravo', 'Fit', 100, 4, 3.5, 2],
    ]);
    expect(found.get('one-person')).to.equal(
      "One person's marks decide: without those of one of the 3 assessors, Bravo would be first and not Acme.",
    );
    expect([...found.values()].join(' ')).to.not.match(/Jones|Smith|Brown/);
  });

  it('one mark deciding, missing reasons, and cells that fewer people marked', () => {
    const found = missed([
      ['Bidder', 'Question', 'Weight', 'Assessor', 'Mark', 'Reason'],
      ['Acme', 'Fit', 100, 'One', 4, 'Seen'],
      ['Acme', 'Fit', 100, 'Two', 4, ''],
      ['Bravo', 'Fit', 100, 'One', 3, ''],
    ]);
    expect(found.get('one-mark')).to.match(
      /^One mark decides: if one person's mark for (Acme|Bravo) on 'Fit'/,
    );
    expect(found.get('reasons')).to.include('2 of 3 marks have no reason');
    expect(found.get('gaps')).to.include('On 1 of 2 cells not all 2 assessors gave a mark');
  });

  it('one assessor who did not tell the bids apart, as a count', () => {
    const questions = ['Fit to ward', 'Leaving it', 'Safety of records', 'Help for staff'];
    const found = missed([
      ['Question', 'Weight', 'Assessor', 'Acme', 'Bravo'],
      ...questions.flatMap((one) => [
        [one, 25, 'One', 3, 3],
        [one, 25, 'Two', 4, 2],
      ]),
    ]);
    expect(found.get('same-mark')).to.include('One assessor gave the same mark to every bid on 4 criteria');
  });

  it('totals of the sheet that differ from the exact ones', () => {
    const found = missed([
      ['Question', 'Weight', 'Max', 'Acme', 'Bravo', 'Copsey'],
      ['Fit', 60, 5, 4, 3, 5],
      ['Leaving', 40, 5, 2, 5, 1],
      ['Total', 100, null, 64, 76, 70],
    ]);
    expect(found.get('totals')).to.equal(
      'Row 4 (Total): one of 3 figures differs from the exact ones (weight times mark, as a part of the highest mark): F4 says 70 and is exactly 68.'.replace(
        'one of',
        '1 of',
      ),
    );
  });

  it('a weighted column that adds up', () => {
    const found = missed([
      ['Bidder', 'Question', 'Weight', 'Mark', 'Weighted score'],
      ['Acme', 'Fit', '60%', 4, 2.4],
      ['Acme', 'Leaving', '40%', 2, 0.8],
      ['Bravo', 'Fit', '60%', 3, 1.8],
      ['Bravo', 'Leaving', '40%', 5, 2],
    ]);
    expect(found.get('totals'))
      .to.include('all 4 figures are exact')
      .and.include('weight in per cent times mark');
  });
});
