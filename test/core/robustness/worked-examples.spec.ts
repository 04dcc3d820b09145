import { expect } from 'chai';
import { fraction, toDouble, whole } from '../../../src/core/exact/rational.ts';
import { createGenerator } from '../../../src/core/draws/generator.ts';
import { effectiveWeights } from '../../../src/core/robustness/effective-weights.ts';
import { leaveEachOut } from '../../../src/core/robustness/leave-one-out.ts';
import { createWeightSampler } from '../../../src/core/robustness/simulation/draw-weights.ts';
import type { WeightUncertainty } from '../../../src/core/robustness/simulation/plan.ts';
import { simulate } from '../../../src/core/robustness/simulation/simulate.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import { combineJudgements, combinePriorities } from '../../../src/core/weights/ahp/group.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';
import { makeCase, mark, option } from '../scoring/make-case.ts';
import { planOf, sharesOf } from './simulation/plans.ts';

const firstWeights = (uncertainty: WeightUncertainty): readonly number[] => {
  const draw = createWeightSampler(uncertainty, 2, createGenerator(1, 0));
  return Array.from({ length: 20_000 }, () => {
    const weights = new Float64Array(2);
    draw(weights);
    return weights[0] ?? NaN;
  });
};

describe('the worked examples in the header comments', () => {
  it('draw-weights: halves stay between 0.375 and 0.625 when near; an order has the means 0.75 and 0.25', () => {
    const near = firstWeights({ kind: 'near', stated: Float64Array.of(0.5, 0.5) });
    expect(Math.min(...near)).to.be.within(0.375, 0.38);
    expect(Math.max(...near)).to.be.within(0.62, 0.625);
    const ordered = firstWeights({ kind: 'order', tiers: [Int32Array.of(0), Int32Array.of(1)] });
    expect(ordered.reduce((sum, weight) => sum + weight, 0) / ordered.length).to.be.closeTo(0.75, 0.005);
  });

  it('central-weights: 1, 0 and 0, 1 are each first where the weights are 0.75 and 0.25', () => {
    const plan = planOf([
      [1, 0],
      [0, 1],
    ]);
    const { central_weights: central, confidence_factors: confidence } = sharesOf(simulate(plan));
    expect(central[0]?.[0]).to.be.closeTo(0.75, 0.005);
    expect(central[1]?.[0]).to.be.closeTo(0.25, 0.005);
    expect(confidence).to.deep.equal([1, 1]);
  });

  it('tally: two options that are level in ten draws have 5 and 5 each, and no wins', () => {
    const { tally } = simulate(planOf([[1], [1]], { draws: 10 }));
    expect([...tally.rankMass]).to.deep.equal([5, 5, 5, 5]);
    expect([...tally.wins]).to.deep.equal([0, 0, 0, 0]);
  });

  it('panel-scores: 2 and 4 become 2 a quarter, 3 half and 4 a quarter of the time', () => {
    const given = (both: number) =>
      makeCase(
        makeRubric([scored('fit', 10000)]),
        [option('a'), option('b')],
        [
          mark('a', 'fit', 2),
          mark('a', 'fit', 4, { assessor: 'p2' }),
          mark('b', 'fit', both),
          mark('b', 'fit', both, { assessor: 'p2' }),
        ],
        { settings: { draws: 20_000, scoreUncertainty: 'panel' } },
      );
    const ahead = (both: number) =>
      evaluateCase(given(both), { partial: false }).robustness?.pairwise?.['a']?.['b'];
    expect(ahead(2)).to.be.closeTo(0.75, 0.01);
    expect(ahead(3)).to.be.closeTo(0.25, 0.01);
    expect(ahead(4)).to.equal(0);
  });

  it('group: 3 and 1/3 with shares of 2 and 1 are 1.442250; 0.75 and 0.25 are 0.583333', () => {
    const shares = [whole(2), whole(1)];
    const judged = (value: number) => [
      [1, value],
      [1 / value, 1],
    ];
    expect(combineJudgements([judged(3), judged(1 / 3)], shares)[0]?.[1]).to.be.closeTo(1.44225, 1e-6);
    const joined = combinePriorities(
      [
        [0.75, 0.25],
        [0.25, 0.75],
      ],
      shares,
    );
    expect(joined[0]).to.be.closeTo(0.583333, 1e-6);
  });

  it('leave-one-out: b is first without a, and a without b', () => {
    const without = [['b'], ['a']];
    const { winners, notes } = leaveEachOut(['a', 'b'], '/x', (index) => ({
      first: without[index] ?? [],
      obstacle: null,
    }));
    expect(winners).to.deep.equal({ a: 'b', b: 'a' });
    expect(notes).to.deep.equal([]);
  });

  it('effective-weights: 0.6 and 0.4 with spreads of 10 and 60 are 0.2 and 0.8', () => {
    const contender = (id: string, ...values: readonly number[]) => ({
      id,
      total: whole(0),
      leafValues: values.map(whole),
      nodeValues: values.map(whole),
    });
    const weights = [fraction(3n, 5n), fraction(2n, 5n)];
    const found = effectiveWeights(weights, [contender('a', 50, 20), contender('b', 60, 80)]);
    expect(found?.map(toDouble)).to.deep.equal([0.2, 0.8]);
  });
});
