import { expect } from 'chai';
import { mapWorkbook } from '../../../src/core/workbook/map-workbook.ts';
import type { NamingChoice } from '../../../src/core/workbook/naming.ts';
import { sheetOf } from './sheets.ts';
import type { Typed } from './sheets.ts';

const weighted = (weights: readonly Typed[], choice: NamingChoice = {}) => {
  const mapped = mapWorkbook(
    [
      sheetOf('S', [
        ['Question', 'Weight', 'Score Acme'],
        ...weights.map((weight, index) => [`Question ${index + 1} on use`, weight, 5]),
      ]),
    ],
    choice,
  );
  return {
    bp: mapped.given?.rubric.criteria.map((one) => ('weightBp' in one ? one.weightBp : 0)),
    faults: mapped.faults.map(({ cell, message }) => `${cell} ${message}`),
    notes: mapped.understood.notes.join(' '),
  };
};

describe('weights of a workbook', () => {
  it('are basis points whether they sum to 1, 100 or 10000', () => {
    for (const weights of [
      [0.6, 0.25, 0.15],
      [60, 25, 15],
      ['60%', '25 %', '15'],
      [6000, 2500, 1500],
    ])
      expect(weighted(weights).bp).to.deep.equal([6000, 2500, 1500]);
  });

  it('share out what rounding left, and say what was rounded', () => {
    const { bp, notes } = weighted([33.3, 33.3, 33.3]);
    expect(bp).to.deep.equal([3334, 3333, 3333]);
    expect(notes).to.include('sum to 99.9, 100 but for rounding').and.include('3 weights were rounded');
  });

  it('are refused when they sum to something else, unless the person says that they are shares', () => {
    expect(weighted([60, 25, 10]).faults).to.deep.equal([
      'B2 The weights of the 3 criteria sum to 95; they must sum to 100 (or 1, or 10000). Put them right, or say that they are shares of their sum.',
    ]);
    expect(weighted([3, 2, 1], { weightsAreShares: true }).bp).to.deep.equal([5000, 3333, 1667]);
  });

  it('count alike without a column of weights, and that is said', () => {
    const { given, understood } = mapWorkbook([
      sheetOf('S', [
        ['Question', 'Score Acme'],
        ['Fit to ward', 5],
        ['Leaving it', 3],
      ]),
    ]);
    expect(given?.rubric.criteria.map((one) => ('weightBp' in one ? one.weightBp : 0))).to.deep.equal([
      5000, 5000,
    ]);
    expect(understood.notes.join(' ')).to.include('all 2 criteria count alike');
  });

  it('name both cells where one question has two weights, and the cell that has none', () => {
    const rows = [
      ['Bidder', 'Question', 'Weight', 'Mark'],
      ['Acme', 'Fit', 60, 4],
      ['Bravo', 'Fit', 50, 4],
      ['Acme', 'Leaving', 40, 4],
      ['Bravo', 'Leaving', 40, 4],
    ];
    expect(
      mapWorkbook([sheetOf('S', rows)]).faults.map(({ cell, message }) => `${cell} ${message}`),
    ).to.deep.equal(["C3 gives 'Fit' the weight 50; C2 gives it 60. Make them agree."]);
    expect(weighted([60, null, 40]).faults[0]).to.match(/^B3 holds no weight for 'Question 2/);
  });
});
