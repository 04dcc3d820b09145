import { expect } from 'chai';
import { widestSpreads } from '../../../src/core/agreement/spread.ts';

describe('the spread of marks', () => {
  it('is 60 over three marks for the worked example', () => {
    expect(widestSpreads([[20, 80, 60]], 5)).to.deep.equal([
      { cell: 0, lowest: 20, highest: 80, range: 60, marks: 3 },
    ]);
  });

  it('lists the widest cells first; of cells as wide the one with more marks, then the earlier', () => {
    const cells = [[0, 20], [0, 40], [5, 45, 20], [60, 20], [100], [70, 70], []];
    expect(widestSpreads(cells, 3).map(({ cell }) => cell)).to.deep.equal([2, 1, 3]);
    expect(widestSpreads(cells, 10).map(({ cell }) => cell)).to.deep.equal([2, 1, 3, 0]);
  });

  it('refuses what is not a finite number, by name', () => {
    expect(() => widestSpreads([[1, NaN]], 5)).to.throw(RangeError, 'Cell 0 holds NaN');
  });
});
