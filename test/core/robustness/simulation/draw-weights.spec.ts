import { expect } from 'chai';
import fc from 'fast-check';
import { createGenerator } from '../../../../src/core/draws/generator.ts';
import { createWeightSampler } from '../../../../src/core/robustness/simulation/draw-weights.ts';
import type { WeightUncertainty } from '../../../../src/core/robustness/simulation/plan.ts';
import { assertPlan } from '../../../../src/core/robustness/simulation/plan.ts';
import vector from '../../../vectors/weights-01-roc-small.json' with { type: 'json' };
import { planOf } from './plans.ts';

const drawMany = (uncertainty: WeightUncertainty, leaves: number, draws: number): readonly Float64Array[] => {
  const draw = createWeightSampler(uncertainty, leaves, createGenerator(1, 0));
  return Array.from({ length: draws }, () => {
    const weights = new Float64Array(leaves);
    draw(weights);
    return weights;
  });
};

const meanOf = (drawn: readonly Float64Array[], leaf: number): number =>
  drawn.reduce((sum, weights) => sum + (weights[leaf] ?? NaN), 0) / drawn.length;

const tiers = (...groups: number[][]): WeightUncertainty => ({
  kind: 'order',
  tiers: groups.map((group) => Int32Array.from(group)),
});

describe('drawn weights', () => {
  it('sum to 1 and are not below nought, whatever is known of them', () => {
    const stated = Float64Array.from([0.5, 0.3, 0.2]);
    const bounds = { low: Float64Array.from([0.1, 0.2, 0]), high: Float64Array.from([0.6, 0.5, 0.4]) };
    const kinds: readonly WeightUncertainty[] = [
      { kind: 'stated', stated },
      { kind: 'near', stated },
      { kind: 'any' },
      tiers([2], [0, 1]),
      { kind: 'intervals', ...bounds },
    ];
    for (const kind of kinds) {
      for (const weights of drawMany(kind, 3, 500)) {
        expect(weights.reduce((sum, weight) => sum + weight, 0)).to.be.closeTo(1, 1e-12);
        expect(Math.min(...weights)).to.be.at.least(0);
      }
    }
  });

  it('of any kind have the mean 1/n and the variance (n - 1) / (n^2 (n + 1)) of the flat Dirichlet', () => {
    for (const leaves of [2, 5, 9]) {
      const drawn = drawMany({ kind: 'any' }, leaves, 20_000);
      const variance = (leaves - 1) / (leaves * leaves * (leaves + 1));
      for (let leaf = 0; leaf < leaves; leaf += 1) {
        const mean = meanOf(drawn, leaf);
        expect(mean).to.be.closeTo(1 / leaves, 0.01);
        const spread =
          drawn.reduce((sum, weights) => sum + ((weights[leaf] ?? NaN) - mean) ** 2, 0) / drawn.length;
        expect(spread / variance).to.be.closeTo(1, 0.08);
      }
    }
  });

  it('in order have the rank-order centroid as their mean (Barron and Barrett 1996)', () => {
    for (const [count, centroid] of Object.entries(vector.expected.roc)) {
      const order = Array.from({ length: Number(count) }, (_, leaf) => [leaf]);
      const drawn = drawMany(tiers(...order), Number(count), 20_000);
      centroid.forEach((weight, leaf) => expect(meanOf(drawn, leaf)).to.be.closeTo(weight, 0.008));
      for (const weights of drawn.slice(0, 500))
        expect([...weights]).to.deep.equal([...weights].sort((a, b) => b - a));
    }
  });

  it('in order leave those of one tier unordered: each is the larger one half of the time', () => {
    const drawn = drawMany(tiers([1], [0, 2]), 3, 10_000);
    const larger = drawn.filter((weights) => (weights[0] ?? NaN) > (weights[2] ?? NaN)).length;
    expect(larger / drawn.length).to.be.closeTo(0.5, 0.025);
    expect(
      drawn.every((weights) => (weights[1] ?? NaN) >= Math.max(weights[0] ?? NaN, weights[2] ?? NaN)),
    ).to.equal(true);
  });

  it('near the stated ones differ by at most a quarter before they are put over their sum', () => {
    const stated = Float64Array.from([0.5, 0.3, 0.2]);
    const ratios = drawMany({ kind: 'near', stated }, 3, 5000).map(([a = NaN, b = NaN]) => a / b / (5 / 3));
    expect(Math.min(...ratios)).to.be.within(0.6, 0.63);
    expect(Math.max(...ratios)).to.be.within(1.62, 1.67);
  });

  it('between bounds keep them, and are uniform there: as rejection from all weights gives', () => {
    const bounds = { low: Float64Array.from([0.2, 0.1, 0]), high: Float64Array.from([0.5, 0.6, 0.4]) };
    const walked = drawMany({ kind: 'intervals', ...bounds }, 3, 20_000);
    const keeps = (weights: Float64Array): boolean =>
      weights.every(
        (weight, leaf) =>
          weight >= (bounds.low[leaf] ?? 0) - 1e-12 && weight <= (bounds.high[leaf] ?? 0) + 1e-12,
      );
    expect(walked.every(keeps)).to.equal(true);
    const kept = drawMany({ kind: 'any' }, 3, 60_000).filter(keeps);
    const shareOf = (drawn: readonly Float64Array[], leaf: number, below: number): number =>
      drawn.filter((weights) => (weights[leaf] ?? NaN) < below).length / drawn.length;
    for (const [leaf, below] of [
      [0, 0.3],
      [0, 0.4],
      [1, 0.3],
      [1, 0.45],
      [2, 0.1],
      [2, 0.25],
    ] as const)
      expect(shareOf(walked, leaf, below)).to.be.closeTo(shareOf(kept, leaf, below), 0.02);
  });

  it('between bounds refuses bounds that no weights keep', () => {
    const intervals = (low: number[], high: number[]): WeightUncertainty => ({
      kind: 'intervals',
      low: Float64Array.from(low),
      high: Float64Array.from(high),
    });
    const check = (weights: WeightUncertainty) => (): void => {
      assertPlan(planOf([[1, 2]], { weights }));
    };
    expect(check(intervals([0.6, 0.6], [1, 1]))).to.throw(
      RangeError,
      'No weights between these bounds sum to 1',
    );
    expect(check(intervals([0, 0], [0.4, 0.4]))).to.throw(
      RangeError,
      'No weights between these bounds sum to 1',
    );
    expect(check(intervals([0.5, 0], [0.4, 1]))).to.throw(RangeError, 'weight[0] runs from 0.5 to 0.4');
    expect(check(tiers([0, 0]))).to.throw(RangeError, 'must name each of the 2 leaves once');
  });

  it('has no walk to make where only one point keeps the bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (tenths) => {
        const point = Float64Array.from([tenths / 10, 1 - tenths / 10]);
        for (const [first] of drawMany({ kind: 'intervals', low: point, high: point }, 2, 5))
          expect(first).to.be.closeTo(tenths / 10, 1e-12);
      }),
      { seed: 1 },
    );
  });
});
