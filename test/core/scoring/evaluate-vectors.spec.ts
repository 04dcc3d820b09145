import { expect } from 'chai';
import { shownNumber } from '../../../src/core/exact/decimal.ts';
import { whole } from '../../../src/core/exact/rational.ts';
import { buildReference, priceValue } from '../../../src/core/scoring/price-methods.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import type { Case } from '../../../src/core/scoring/case.ts';
import type { OptionResult, Result } from '../../../src/core/scoring/result.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';
import { makeCase, mark, option, PERCENT, price, tableCase } from './make-case.ts';
import { officeTree, tenderCase } from './worked-cases.ts';
import { readVector } from './read-vector.ts';

const run = (given: Case): Result => evaluateCase(given, { partial: false });
const find = (result: Result, id: string): OptionResult => {
  const found = result.options.find((one) => one.id === id);
  if (!found) throw new Error(`no option ${id}`);
  return found;
};
const near = (actual: number | null, expected: number): void => {
  expect(actual).to.be.closeTo(expected, 5.1e-7);
};

describe('evaluateCase on worked examples', () => {
  it('e2e-01 (constructed): a small tender, 60:40, with a certificate and minimum means', () => {
    const { expected } = readVector('e2e-01-tender-mean');
    const result = run(tenderCase());
    for (const id of ['P', 'Q']) {
      const found = find(result, id.toLowerCase());
      near(found.quality, expected.scores[id].quality);
      near(found.priceValue, expected.scores[id].price);
      near(found.total, expected.scores[id].total);
    }
    expect(result.winner).to.equal('p');
    const [r, s] = [find(result, 'r'), find(result, 's')];
    expect(r.eliminated.map(({ rule, criterion }) => [rule, criterion])).to.deep.equal([['minimum', 'team']]);
    expect(s.eliminated.map(({ rule, criterion }) => [rule, criterion])).to.deep.equal([
      ['gate', 'certificate'],
    ]);
    expect([r.total, r.priceValue, r.rank, s.total, s.rank]).to.deep.equal([null, null, null, null, null]);
    expect(s.quality, 'an eliminated option keeps its quality').to.equal(100);
    const crossover = result.robustness?.crossovers.find(({ criterion }) => criterion === 'price');
    expect(crossover?.newWinner).to.equal('q');
    near(crossover?.weightAt ?? null, expected.price_weight_crossover_P_Q);
  });

  it('e2e-01 control: a reference taken from every bid, failed ones too, is caught', () => {
    const pence = tenderCase().options.map(({ costs }) => whole(costs?.[0]?.pence ?? 0));
    const rule = {
      criterion: 'price',
      basis: 'whole-life',
      method: 'lowest-over-price',
      floorPence: null,
      ceilingPence: null,
    } as const;
    const fromAll = priceValue(rule, pence[0] ?? whole(0), buildReference(pence));
    expect(shownNumber(fromAll)).to.not.be.closeTo(93.75, 1);
  });

  const qcbs = (technical: number[], cost: number[], minimum: 'criterion' | 'overall'): Case =>
    makeCase(
      makeRubric(
        [
          scored('technical', 7000, minimum === 'criterion' ? { minimum: 70 } : {}),
          price(3000, { method: 'lowest-over-price' }),
        ],
        { scale: PERCENT, ...(minimum === 'overall' ? { minimumQuality: 70 } : {}) },
      ),
      cost.map((pounds, index) => option(`o${index}`, { pence: pounds * 100 })),
      technical.map((score, index) => mark(`o${index}`, 'technical', score)),
    );

  for (const minimum of ['criterion', 'overall'] as const) {
    it(`gates-01 (consultancy manual of the Government of India): quality and cost 70:30, minimum ${minimum}`, () => {
      const { inputs, expected } = readVector('gates-01-qcbs');
      const result = run(qcbs(inputs.technical, inputs.cost, minimum));
      result.options.forEach((found, index) => {
        near(found.priceValue, expected.financial_scores[index]);
        near(found.total, expected.totals_unrounded[index]);
        expect(found.rank).to.equal(expected.ranks[index]);
      });
    });

    it(`gates-01 (extra case): the cheap bid at 69.99 is out and sets no reference, minimum ${minimum}`, () => {
      const { inputs, expected } = readVector('gates-01-qcbs');
      const result = run(qcbs(inputs.extra_case.technical, inputs.extra_case.cost, minimum));
      expected.extra_case.totals.forEach((total: number, index: number) =>
        near(find(result, `o${index}`).total, total),
      );
      const [out] = find(result, 'o3').eliminated;
      expect(out?.rule).to.equal(minimum === 'criterion' ? 'minimum' : 'minimum-quality');
      expect(out?.detail).to.contain('69.99');
    });
  }

  it('gates-03 (constructed): a total of exactly the minimum passes', () => {
    const { inputs } = readVector('gates-03-exact-boundary');
    const weights = inputs.weights_percent.map((percent: number) => percent * 100);
    const result = run(tableCase([inputs.scores], weights, { rubric: { minimumQuality: inputs.minimum } }));
    expect(result.options[0]?.eliminated).to.deep.equal([]);
    expect(result.options[0]?.quality).to.equal(70);
    const inDoubles = inputs.scores.reduce(
      (sum: number, score: number, i: number) => sum + (inputs.weights_percent[i] / 100) * score,
      0,
    );
    expect(inDoubles < inputs.minimum, 'a sum of doubles puts it out').to.equal(true);
  });

  it('price-05 (published table with a wrong reference): corrected scores, none above 100', () => {
    const { inputs, expected } = readVector('price-05-reference-error');
    const rubric = makeRubric([scored('quality', 6000), price(4000, { method: 'lowest-over-price' })], {
      scale: PERCENT,
    });
    const result = run(
      makeCase(
        rubric,
        inputs.prices.map((pounds: number, i: number) => option(`o${i}`, { pence: pounds * 100 })),
        inputs.quality.map((score: number, i: number) => mark(`o${i}`, 'quality', score)),
      ),
    );
    result.options.forEach((found, i) => {
      near(found.priceValue, expected.price_scores[i]);
      near(found.total, expected.totals[i]);
      expect(found.priceValue).to.be.at.most(100);
    });
    expect(result.winner).to.equal(`o${expected.best_index}`);
  });

  it('additive-01 (Goodwin and Wright, office location): totals and ranks with flat weights', () => {
    const { inputs, expected } = readVector('additive-01-office-location');
    const result = run(
      tableCase(
        inputs.scores_0_100,
        inputs.weights_percent.map((w: number) => w * 100),
      ),
    );
    expect(result.options.map(({ total }) => total)).to.deep.equal(expected.totals);
    expect(result.options.map(({ rank }) => rank)).to.deep.equal(expected.ranks);
  });

  it('additive-01 (Goodwin and Wright, office location): totals and group values as a tree', () => {
    const { inputs, expected } = readVector('additive-01-office-location');
    const result = run(officeTree(inputs.scores_0_100));
    result.options.forEach((found, index) => {
      expect(found.total).to.be.closeTo(expected.totals[index], 0.005);
      expect(found.groups['turnover']).to.be.closeTo(expected.node_values.turnover[index], 0.005);
      expect(found.groups['working']).to.be.closeTo(expected.node_values.working_conditions[index], 0.005);
    });
    expect(result.options.map(({ rank }) => rank)).to.deep.equal(expected.ranks);
  });

  it('reversal-01 (Belton and Gear): a copy of B changes nothing on a fixed scale', () => {
    const { inputs } = readVector('reversal-01-belton-gear');
    const scale = { lowest: 0, highest: 9, decimals: 0 };
    const four = run(tableCase(inputs.ratio_scores, [3334, 3333, 3333], { rubric: { scale } }));
    const three = run(tableCase(inputs.ratio_scores.slice(0, 3), [3334, 3333, 3333], { rubric: { scale } }));
    expect(three.winner).to.equal('o1');
    expect(four.tied).to.deep.equal(['o1', 'o3']);
    expect(four.options.slice(0, 3).map(({ total }) => total)).to.deep.equal(
      three.options.map(({ total }) => total),
    );
  });
});
