import { expect } from 'chai';
import { valueFunctionWords } from '../../src/report/value-words.ts';

describe('valueFunctionWords', () => {
  it('says what a score is worth, with the ends and what lies beyond them', () => {
    expect(valueFunctionWords({ kind: 'linear', worst: 60, best: 20, outside: 'clip' })).to.equal(
      'Worth: in a straight line from 0 at 60 to 100 at 20; beyond the ends, what the nearest end is worth',
    );
    expect(valueFunctionWords({ kind: 'exponential', worst: 0, best: 10, midScore: 2.5 })).to.equal(
      'Worth: in a curve from 0 at 0 to 100 at 10, with 50 at 2.5',
    );
    expect(valueFunctionWords({ kind: 'exponential', worst: 0, best: 10, rho: -4 })).to.include(
      'with rho −4',
    );
  });

  it('lists the levels of a table and the points between which lines run', () => {
    const points = [
      { score: 0, value: 0 },
      { score: 1, value: 62.5 },
    ];
    expect(valueFunctionWords({ kind: 'table', values: points })).to.equal('Worth: 0 is 0, 1 is 62.5');
    expect(valueFunctionWords({ kind: 'piecewise-linear', points })).to.equal(
      'Worth: 0 is 0, 1 is 62.5, in straight lines between',
    );
  });
});
