import { expect } from 'chai';
import { alphaRanges, resamplesFor } from '../../src/core/agreement/alpha-range.ts';
import { kendallP } from '../../src/core/agreement/kendall-p.ts';
import { kendallW } from '../../src/core/agreement/kendall-w.ts';
import { countRatings } from '../../src/core/agreement/ratings.ts';
import { widestSpreads } from '../../src/core/agreement/spread.ts';
import { exponential } from '../../src/core/draws/exponential.ts';
import { fraction, whole, ZERO } from '../../src/core/exact/rational.ts';
import { rateOfYearBp } from '../../src/core/money/discount-rate.ts';
import { raiseCost } from '../../src/core/money/optimism-bias.ts';
import { findCrossovers } from '../../src/core/robustness/crossovers.ts';
import { effectiveWeights } from '../../src/core/robustness/effective-weights.ts';
import { preferenceOf } from '../../src/core/robustness/second-opinions/preference.ts';
import { smallestShift } from '../../src/core/robustness/smallest-shift.ts';
import { aggregateScores, exactSum, listScores } from '../../src/core/scoring/aggregate.ts';
import { priceValue } from '../../src/core/scoring/price-methods.ts';
import { bendOfRho, shareAt } from '../../src/core/values/exponential-curve.ts';
import { domainOf } from '../../src/core/values/value-function.ts';

const contender = (id: string, ...values: readonly number[]) => ({
  id,
  total: whole(values[0] ?? 0),
  leafValues: values.map(whole),
  nodeValues: values.map(whole),
});
const [first, second] = [contender('a', 60, 10), contender('b', 20, 30)];
const halves = [fraction(1n, 2n), fraction(1n, 2n)];
const ratings = countRatings([
  [1, 2],
  [2, 3],
]);
const rule = (method: 'benchmark-linear' | 'min-max' | 'lowest-over-price') => ({
  criterion: 'price',
  basis: 'whole-life' as const,
  method,
  floorPence: null,
  ceilingPence: null,
});
const free = { low: ZERO, high: whole(2), mean: whole(1) };

/** What is called wrongly, and what the refusal names. */
const CALLS: readonly (readonly [string, () => unknown, RegExp])[] = [
  ['smallestShift', () => smallestShift(first, second, [whole(-1), whole(2)]), /Weight 0 is below 0/],
  [
    'smallestShift, a value short',
    () => smallestShift(first, contender('b', 1), halves),
    /'b' has 1 value for 2/,
  ],
  [
    'findCrossovers',
    () => findCrossovers(first, [second], [{ id: 'x', weight: whole(1) }]),
    /'a' has 2 values/,
  ],
  ['effectiveWeights', () => effectiveWeights([whole(2), whole(-1)], [first, second]), /Weight 1 is below 0/],
  ['preferenceOf, no lead', () => preferenceOf({ function: 'usual' }, NaN), /lead .* is not a number/],
  [
    'preferenceOf, no threshold',
    () => preferenceOf({ function: 'u-shape', q: NaN }, 1),
    /'q' must be 0 or more/,
  ],
  ['exponential', () => exponential(NaN), /NaN is not a whole number/],
  ['exponential below 0', () => exponential(-1), /-1 is not a whole number/],
  ['resamplesFor', () => resamplesFor(ratings, 0), /0 resamples/],
  ['alphaRanges', () => alphaRanges(ratings, ['ordinal'], 1, NaN), /NaN resamples/],
  ['widestSpreads', () => widestSpreads([[1, 2]], NaN), /NaN cells/],
  ['kendallP', () => kendallP(kendallW([[1, 2, 3], [1, 3, 2]]), NaN), /seed NaN/], // prettier-ignore
  ['raiseCost', () => raiseCost(whole(1), true, { capitalBp: NaN, revenueBp: 0 }), /Optimism bias .* NaN/],
  ['rateOfYearBp', () => rateOfYearBp(350, NaN), /A year .* NaN/],
  ['bendOfRho', () => bendOfRho(ZERO, whole(1)), /range .* above 0/],
  ['shareAt', () => shareAt(bendOfRho(whole(1), whole(1)), whole(2)), /between 0 and 1/],
  ['domainOf', () => domainOf({ kind: 'table', values: [] }), /needs scores/],
  ['aggregateScores', () => aggregateScores(listScores([NaN, 1]), 'mean'), /score of NaN/],
  ['exactSum', () => exactSum([1.5]), /score of 1.5/],
  ['priceValue without bids', () => priceValue(rule('min-max'), whole(1), null), /min-max measures .* none/],
  ['priceValue over nought', () => priceValue(rule('lowest-over-price'), whole(1), free), /above 0/],
  [
    'priceValue without a floor',
    () => priceValue(rule('benchmark-linear'), whole(1), null),
    /floor and a ceiling/,
  ],
];

describe('a function of the library that is called wrongly', () => {
  for (const [name, call, names] of CALLS) {
    it(`refuses by name: ${name}`, () => {
      expect(call).to.throw(RangeError, names);
    });
  }

  it('takes the same calls when they are right', () => {
    expect(smallestShift(first, second, halves)).not.to.equal(null);
    expect(effectiveWeights(halves, [first, second])).to.have.length(2);
    expect(preferenceOf({ function: 'u-shape', q: 0 }, 1)).to.equal(1);
    expect(exponential(2 ** 31 - 1)).to.be.closeTo(Math.LN2, 1e-9);
    expect(rateOfYearBp(350, 31)).to.equal(300);
    expect(aggregateScores(listScores([1, 2]), 'mean')).to.deep.equal({ n: 3n, d: 2n });
  });
});
