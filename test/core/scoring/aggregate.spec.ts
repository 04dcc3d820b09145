import { expect } from 'chai';
import fc from 'fast-check';
import type { Rational } from '../../../src/core/exact/rational.ts';
import { aggregateScores, exactSum, listScores } from '../../../src/core/scoring/aggregate.ts';
import type { Aggregate } from '../../../src/core/rubric/rubric.ts';

const listOf = (scores: readonly number[]) => listScores([...scores].sort((a, b) => a - b));
const toNumber = (value: Rational | null): number | null => value && Number(value.n) / Number(value.d);
const aggregate = (scores: readonly number[], how: Aggregate) =>
  toNumber(aggregateScores(listOf(scores), how));

describe('aggregates of several marks', () => {
  it('gives 3.5, 4 and 4 for 1, 4, 4, 5', () => {
    const how = ['mean', 'median', 'trimmed-mean'] as const;
    expect(how.map((one) => aggregate([1, 4, 4, 5], one))).to.deep.equal([3.5, 4, 4]);
  });

  it('drops one highest and one lowest, not every one of them', () => {
    expect(aggregate([1, 1, 5, 5, 5], 'trimmed-mean')).to.be.closeTo(11 / 3, 1e-12);
  });

  it('takes the plain mean of fewer than three, and nothing of none', () => {
    expect(aggregate([1, 4], 'trimmed-mean')).to.equal(2.5);
    expect(aggregate([4], 'trimmed-mean')).to.equal(4);
    expect(aggregate([], 'mean')).to.equal(null);
  });

  it('sums past the largest safe number without losing a unit', () => {
    const large = [9e15, 9e15, 1, -3, 9e15, 2];
    expect(exactSum(large)).to.equal(27_000_000_000_000_000n);
    expect(exactSum([9e15, 9e15, 1])).to.equal(18_000_000_000_000_001n);
    expect(aggregateScores(listScores(large), 'mean', 1)?.n).to.equal(26_999_999_999_999_999n);
  });

  it('leaves one mark out exactly as if it had never been given', () => {
    const marks = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        marks,
        fc.nat(),
        fc.constantFrom<Aggregate>('mean', 'median', 'trimmed-mean'),
        (scores, pick, how) => {
          const index = pick % scores.length;
          const kept = scores.filter((_score, place) => place !== index);
          const without = aggregateScores(listOf(scores), how, scores[index] ?? 0);
          expect(toNumber(without)).to.equal(aggregate(kept, how));
        },
      ),
    );
  });
});
