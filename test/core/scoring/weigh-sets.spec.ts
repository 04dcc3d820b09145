import { expect } from 'chai';
import fc from 'fast-check';
import { DomainError } from '../../../src/core/errors.ts';
import type { Case } from '../../../src/core/scoring/case.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import type { WeightSetResult } from '../../../src/core/scoring/weight-set-result.ts';
import { buildSetsSentence } from '../../../src/core/scoring/weight-set-sentence.ts';
import type { WeightSet } from '../../../src/core/weights/weight-set.ts';
import { readVector } from './read-vector.ts';
import { tableCase } from './make-case.ts';
import { tenderCase } from './worked-cases.ts';

const evaluate = (given: Case) =>
  evaluateCase({ ...given, settings: { ...given.settings, draws: 1 } }, { partial: false });
const setsOf = (given: Case, ...weightSets: readonly WeightSet[]): readonly WeightSetResult[] =>
  evaluate({ ...given, weightSets }).weightSets;

/** Two options, two criteria: o0 is first at 70:30, o1 at 50:50. */
const two = tableCase(
  [
    [80, 20],
    [30, 90],
  ],
  [7000, 3000],
);
const even: WeightSet = {
  id: 'even',
  title: 'Even',
  who: 'the frontline',
  method: 'points',
  points: { c0: 1, c1: 1 },
};

describe('weight sets', () => {
  it('additive-01 (Goodwin and Wright): totals with the unrounded swing weights, within half a basis point a criterion', () => {
    const { inputs, expected } = readVector('additive-01-office-location');
    const swings = [100, 80, 70, 30, 20, 10];
    const given = tableCase(
      inputs.scores_0_100,
      inputs.weights_percent.map((percent: number) => percent * 100),
    );
    const [set] = setsOf(given, {
      id: 'swing',
      title: 'Swing',
      method: 'swing',
      swings: Object.fromEntries(swings.map((swing, index) => [`c${index}`, swing])),
    });
    expect(Object.values(set?.weights ?? {})).to.deep.equal([
      0.322581, 0.258065, 0.225806, 0.096774, 0.064516, 0.032258,
    ]);
    expect(Object.values(set?.weightsBp ?? {})).to.deep.equal([3226, 2581, 2258, 968, 645, 322]);
    set?.options.forEach(({ total, rank }, index) => {
      expect(total).to.be.closeTo(expected.totals_with_unrounded_swing_weights[index], 0.01);
      expect(rank).to.equal(expected.ranks[index]);
    });
  });

  it('the example in the source: 50 and 60 at 50:50, and a sentence that says what changes', () => {
    const [set] = setsOf(two, even);
    expect(set?.options).to.deep.equal([
      { id: 'o0', rank: 2, total: 50 },
      { id: 'o1', rank: 1, total: 60 },
    ]);
    expect([set?.winner, set?.tied, set?.awardRule]).to.deep.equal(['o1', [], false]);
    expect(set?.sentence).to.equal("With the frontline's weights O1 is first instead of O0.");
  });

  it('never change the ranking of the case', () => {
    const [plain, beside] = [evaluate(two), evaluate({ ...two, weightSets: [even] })];
    expect(beside.options).to.deep.equal(plain.options);
    expect([beside.winner, plain.weightSets]).to.deep.equal(['o0', []]);
  });

  it('the published weights as a set rank as the case does, exactly', () => {
    const row = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (scores) => {
        const given = tableCase(scores, [5000, 3000, 2000]);
        const result = evaluate({
          ...given,
          weightSets: [
            { id: 's', title: 'S', method: 'weights', weightsBp: { c0: 5000, c1: 3000, c2: 2000 } },
          ],
        });
        const [set] = result.weightSets;
        expect(set?.winner).to.equal(result.winner);
        expect(set?.tied).to.deep.equal(result.tied);
        expect(set?.options).to.deep.equal(
          result.options.map(({ id, rank, total }) => ({ id, rank, total })),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('hold gates, minimums and price values as the published weights decided them', () => {
    const [set] = setsOf(tenderCase(), {
      id: 'price',
      title: 'Price alone',
      method: 'weights',
      weightsBp: { method: 0, team: 0, social: 0, price: 10000 },
    });
    expect(
      set?.options.map(({ id }) => id),
      'those that passed',
    ).to.deep.equal(['p', 'q']);
    expect(set?.options.map(({ total }) => total)).to.deep.equal([93.75, 100]);
    expect(set?.winner).to.equal('q');
  });

  it('ahp-01 (Saaty 2008, drinks) as a weight set of a case: priorities, consistency, the comparison worth a look', () => {
    const { inputs, expected } = readVector('ahp-01-drinks');
    const given = tableCase([[1, 1, 1, 1, 1, 1, 1]], [4000, 1000, 1000, 1000, 1000, 1000, 1000]);
    const [set] = setsOf(given, {
      id: 'drinks',
      title: 'Drinks',
      method: 'ahp',
      judgements: [{ who: 'Somebody', matrix: inputs.matrix }],
    });
    Object.values(set?.weights ?? {}).forEach((weight, index) =>
      expect(weight).to.be.closeTo(expected.eigenvector[index], 5.1e-7),
    );
    expect(set?.consistency?.cr).to.be.closeTo(expected.cr_ri_saaty_2005, 5.1e-7);
    expect(set?.consistency?.lambdaMax).to.be.closeTo(expected.lambda_max, 5.1e-7);
    expect(set?.consistency?.people[0]?.leastConsistent).to.include({ a: 'c1', b: 'c6', given: 0.111111 });
  });

  it('say why there is no consistency ratio', () => {
    const size = 10;
    const ones = Array.from({ length: size }, () => 1000);
    const given = tableCase([ones.map(() => 50)], ones);
    const matrix = ones.map((_row, i) => ones.map((_column, j) => (j < i ? null : 1)));
    const result = evaluate({
      ...given,
      weightSets: [
        { id: 's', title: 'S', method: 'ahp', randomIndex: 'saaty-1980', judgements: [{ matrix }] },
      ],
    });
    expect(result.weightSets[0]?.consistency?.cr).to.equal(null);
    expect(result.notes.find(({ path }) => path === '/weightSets/0/consistency/cr')?.reason).to.include(
      'ends at 9',
    );
  });

  it('refuse a case whose set is wrong, with its place', () => {
    const wrong: WeightSet = { ...even, method: 'points', points: { c0: 1 } };
    expect(() => evaluate({ ...two, weightSets: [even, { ...wrong, id: 'w' }] }))
      .to.throw(DomainError)
      .with.nested.property('faults[0].path', '/weightSets/1/points');
  });
});

describe('the sentence about weight sets', () => {
  const nameOf = (id: string): string => id.toUpperCase();
  const set = (first: readonly string[], who: string | null = null) => ({ title: 'T', who, first });

  it('says that all agree', () => {
    expect(buildSetsSentence([set(['a']), set(['a']), set(['a'])], ['a'], nameOf)).to.equal(
      'All 3 weight sets put A first.',
    );
    expect(buildSetsSentence([set(['a'])], ['a'], nameOf)).to.equal('The one weight set puts A first, too.');
    expect(buildSetsSentence([], ['a'], nameOf)).to.equal('');
  });

  it('names those that differ, and counts the rest', () => {
    expect(buildSetsSentence([set(['b'], 'the nurses'), set(['a']), set(['a'])], ['a'], nameOf)).to.equal(
      "With the nurses' weights B is first instead of A. 2 of the 3 weight sets put A first.",
    );
    expect(buildSetsSentence([set(['a', 'b'])], ['a'], nameOf)).to.equal(
      "With the weights 'T' the first place is shared by A and B.",
    );
  });

  it('speaks of a published first place that is shared, or of none', () => {
    expect(buildSetsSentence([set(['a'])], ['a', 'b'], nameOf)).to.equal(
      "With the weights 'T' A alone is first.",
    );
    expect(buildSetsSentence([set(['b', 'a'])], ['a', 'b'], nameOf)).to.equal(
      'The one weight set puts A and B level in the first place, too.',
    );
    expect(buildSetsSentence([set([])], [], nameOf)).to.include('No option is in the ranking');
  });
});
