import { expect } from 'chai';
import fc from 'fast-check';
import { decimalOf, shownNumber } from '../../../src/core/exact/decimal.ts';
import { compare, whole } from '../../../src/core/exact/rational.ts';
import { dominatedBy } from '../../../src/core/money/dominance.ts';
import { paretoSteps } from '../../../src/core/money/pareto-steps.ts';
import { pricePerQualityPoint, qualityInMoney } from '../../../src/core/money/quality-price.ts';
import { findPareto } from '../../../src/core/robustness/pareto.ts';
import { readVector } from '../scoring/read-vector.ts';

const percent = fc.integer({ min: 0, max: 100 });

describe('price per quality point', () => {
  it('the worked example, and a three-way tie of matched bids (Local Government Lawyer article)', () => {
    expect(shownNumber(pricePerQualityPoint(whole(90000), whole(60)) ?? whole(0))).to.equal(1500);
    const matched = [50, 75, 100].map((one) => pricePerQualityPoint(whole(one), whole(one)));
    expect(matched.map((found) => found && shownNumber(found))).to.deep.equal([1, 1, 1]);
  });

  it('has no answer at nought points', () => {
    expect(pricePerQualityPoint(whole(90000), whole(0))).to.equal(null);
  });

  it('scales with the price', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), percent, (pence, quality) => {
        fc.pre(quality > 0);
        const [one, ten] = [pence, pence * 10].map((cost) =>
          pricePerQualityPoint(whole(cost), whole(quality)),
        );
        expect(one && ten && compare({ n: one.n * 10n, d: one.d }, ten)).to.equal(0);
      }),
    );
  });

  it('refuses quality off the scale by name', () => {
    expect(() => pricePerQualityPoint(whole(1), whole(101))).to.throw(RangeError, 'Quality');
    expect(() => pricePerQualityPoint(whole(1), whole(-1))).to.throw(RangeError, 'Quality');
  });
});

describe('quality in money', () => {
  it('the worked example, and nothing for quality at or below the floor', () => {
    const worth = { pencePerPoint: 2000, floor: 50 };
    expect(shownNumber(qualityInMoney(whole(90000), whole(60), worth))).to.equal(70000);
    expect(shownNumber(qualityInMoney(whole(90000), whole(50), worth))).to.equal(90000);
    expect(shownNumber(qualityInMoney(whole(90000), whole(20), worth))).to.equal(90000);
    expect(shownNumber(qualityInMoney(whole(1000), whole(60), worth))).to.equal(-19000);
  });

  it('a further point above the floor is worth exactly its price, whatever others bid', () => {
    fc.assert(
      fc.property(percent, percent, fc.integer({ min: 1, max: 1e6 }), (quality, floor, pencePerPoint) => {
        fc.pre(quality >= floor && quality < 100);
        const at = (points: number) =>
          shownNumber(qualityInMoney(whole(1e7), whole(points), { pencePerPoint, floor }));
        expect(at(quality) - at(quality + 1)).to.equal(pencePerPoint);
      }),
    );
  });

  it('refuses a worth that is no price and a floor off the scale', () => {
    const at = (pencePerPoint: number, floor: number) => () =>
      qualityInMoney(whole(1), whole(50), { pencePerPoint, floor });
    for (const bad of [0, -1, 1.5, NaN]) expect(at(bad, 0)).to.throw(RangeError, 'worth of a quality point');
    expect(at(1, 100.5)).to.throw(RangeError, 'quality floor');
    expect(at(1, NaN)).to.throw(RangeError);
  });
});

describe('steps along the Pareto front', () => {
  it('pareto-01 (office location, Goodwin and Wright): extra cost per point of benefit', () => {
    const { inputs, expected } = readVector('pareto-01-office');
    const points = inputs.options.map((id: string, index: number) => ({
      id,
      cost: whole(inputs.cost[index]),
      quality: decimalOf(inputs.benefit[index]),
    })) as { id: string; cost: ReturnType<typeof whole>; quality: ReturnType<typeof whole> }[];
    const front = findPareto(points).flatMap((id) => points.filter((one) => one.id === id));
    const steps = paretoSteps(front);
    expect(steps.map(({ from, to }) => ({ frm: from, to }))).to.deep.equal(
      expected.incremental.map(({ frm, to }: { frm: string; to: string }) => ({ frm, to })),
    );
    steps.forEach((step, index) => {
      expect(shownNumber(step.costPerPoint)).to.be.closeTo(
        expected.incremental[index].extra_cost_per_benefit_point,
        1e-6,
      );
    });
  });

  it('takes those alike as one place, and one option has no step', () => {
    const point = (id: string, cost: number, quality: number) => ({
      id,
      cost: whole(cost),
      quality: whole(quality),
    });
    const steps = paretoSteps([point('a', 10, 5), point('b', 10, 5), point('c', 30, 9)]);
    expect(steps.map(({ from, to }) => [from, to])).to.deep.equal([['a', 'c']]);
    expect(paretoSteps([point('a', 10, 5)])).to.deep.equal([]);
    expect(paretoSteps([])).to.deep.equal([]);
  });

  it('refuses a list that is no front', () => {
    const [cheap, dear] = [
      { id: 'cheap', cost: whole(1), quality: whole(5) },
      { id: 'dear', cost: whole(2), quality: whole(5) },
    ];
    expect(() => paretoSteps([cheap, dear])).to.throw(RangeError, "'dear' does not follow 'cheap'");
    expect(() => paretoSteps([{ ...dear, quality: whole(6) }, cheap])).to.throw(RangeError);
  });
});

describe('who beats whom on cost and quality', () => {
  it('pareto-01 (office location, Goodwin and Wright): every pair', () => {
    const { inputs, expected } = readVector('pareto-01-office');
    const found = dominatedBy(
      inputs.options.map((id: string, index: number) => ({
        id,
        cost: whole(inputs.cost[index]),
        quality: decimalOf(inputs.benefit[index]),
      })),
    );
    expect(Object.keys(found)).to.deep.equal(inputs.options);
    for (const [id, by] of Object.entries(found)) {
      expect([...by].sort(), id).to.deep.equal([...expected.dominated_by[id]].sort());
    }
  });

  it('leaves exactly the Pareto front unbeaten, and nobody beats their like', () => {
    const point = fc.record({
      cost: fc.integer({ min: 0, max: 5 }),
      quality: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 8 }), (points) => {
        const options = points.map(({ cost, quality }, index) => ({
          id: `o${index}`,
          cost: whole(cost),
          quality: whole(quality),
        }));
        const unbeaten = Object.entries(dominatedBy(options)).flatMap(([id, by]) =>
          by.length === 0 ? [id] : [],
        );
        expect(unbeaten.sort()).to.deep.equal([...findPareto(options)].sort());
      }),
    );
  });
});
