import { expect } from 'chai';
import fc from 'fast-check';
import { decimalOf } from '../../../src/core/exact/decimal.ts';
import { whole } from '../../../src/core/exact/rational.ts';
import { findPareto } from '../../../src/core/robustness/pareto.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import { tableCase } from '../scoring/make-case.ts';
import { readVector } from '../scoring/read-vector.ts';

describe('pareto front', () => {
  it('pareto-01 (office location, Goodwin and Wright): cost against benefit', () => {
    const { inputs, expected } = readVector('pareto-01-office');
    const names: readonly string[] = inputs.options;
    const options = names.map((id, index) => ({
      id,
      cost: whole(inputs.cost[index]),
      quality: decimalOf(inputs.benefit[index]),
    }));
    expect(findPareto(options)).to.deep.equal(expected.efficient);
  });

  it('pareto-01 as a case: costs are shown beside quality where the rubric has no price', () => {
    const { inputs, expected } = readVector('pareto-01-office');
    const office = readVector('additive-01-office-location').inputs;
    const pence = inputs.cost.map((pounds: number) => pounds * 100);
    const given = tableCase(
      office.scores_0_100,
      office.weights_percent.map((w: number) => w * 100),
      { pence },
    );
    const ids = expected.efficient.map((name: string) => `o${inputs.options.indexOf(name)}`);
    expect(evaluateCase(given, { partial: false }).pareto).to.deep.equal(ids);
  });

  it('keeps exactly those that nothing dominates, those alike together', () => {
    const point = fc.record({
      cost: fc.integer({ min: 0, max: 5 }),
      quality: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 8 }), (points) => {
        const dominated = (own: (typeof points)[0]): boolean =>
          points.some(
            (other) =>
              other.cost <= own.cost &&
              other.quality >= own.quality &&
              (other.cost < own.cost || other.quality > own.quality),
          );
        const wanted = points.flatMap((own, index) => (dominated(own) ? [] : [`o${index}`]));
        const options = points.map((own, index) => ({
          id: `o${index}`,
          cost: whole(own.cost),
          quality: whole(own.quality),
        }));
        expect([...findPareto(options)].sort()).to.deep.equal(wanted.sort());
      }),
    );
  });

  it('is null with a note when a cost is not known', () => {
    const result = evaluateCase(tableCase([[50], [60]], [10000], { pence: [5] }), { partial: false });
    expect(result.pareto).to.equal(null);
    expect(result.notes.find(({ path }) => path === '/pareto')?.reason).to.contain('o1');
  });
});
