import { expect } from 'chai';
import { shownNumber } from '../../../src/core/exact/decimal.ts';
import { effectiveWeights } from '../../../src/core/robustness/effective-weights.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import { tableCase } from '../scoring/make-case.ts';
import { makeContenders, weightsOf } from './make-contenders.ts';

describe('effective weights', () => {
  it('are weight times spread, normalised: 0.6 and 0.4 with spreads 10 and 60 become 0.2 and 0.8', () => {
    const { contenders } = makeContenders(
      [
        [50, 20],
        [60, 80],
      ],
      [60, 40],
    );
    expect(effectiveWeights(weightsOf([60, 40]), contenders)?.map(shownNumber)).to.deep.equal([0.2, 0.8]);
  });

  it('give nothing to a criterion on which all options got the same', () => {
    const result = evaluateCase(
      tableCase(
        [
          [50, 20],
          [50, 80],
        ],
        [9000, 1000],
      ),
      { partial: false },
    );
    expect(result.effectiveWeights).to.deep.equal({ c0: 0, c1: 1 });
  });

  it('are null with a note when nothing differs', () => {
    const result = evaluateCase(tableCase([[50], [50]], [10000]), { partial: false });
    expect(result.effectiveWeights).to.equal(null);
    expect(result.notes.map(({ path }) => path)).to.include('/effectiveWeights');
  });
});
