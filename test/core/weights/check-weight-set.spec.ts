import { expect } from 'chai';
import { checkWeightSets } from '../../../src/core/weights/check-weight-set.ts';
import { deriveWeights } from '../../../src/core/weights/derive-weights.ts';
import type { AhpSet, WeightSet } from '../../../src/core/weights/weight-set.ts';
import { toDouble } from '../../../src/core/exact/rational.ts';
import { readVector } from '../scoring/read-vector.ts';
import { expectClose, toComparisons } from './ahp/matrices.ts';

const ITEMS = ['fit', 'use', 'price'];
const NAMED = { id: 's', title: 'Set' };

const faultsOf = (...sets: readonly WeightSet[]): readonly string[] =>
  checkWeightSets(sets, ITEMS, '/weightSets').map(({ path, message }) => `${path}: ${message}`);

const SOUND: readonly WeightSet[] = [
  { ...NAMED, id: 'a', method: 'points', points: { fit: 3, use: 2, price: 0 } },
  { ...NAMED, id: 'b', method: 'swing', swings: { fit: 100, use: 80, price: 0 } },
  { ...NAMED, id: 'c', method: 'order', order: ['price', ['fit', 'use']] },
  { ...NAMED, id: 'd', method: 'weights', weightsBp: { fit: 5000, use: 3000, price: 2000 } },
  {
    ...NAMED,
    id: 'e',
    method: 'ahp',
    judgements: [
      {
        comparisons: [
          { a: 'fit', b: 'use', value: 3 },
          { a: 'price', b: 'use', value: '1/2' },
        ],
      },
    ],
  },
];

describe('checkWeightSets', () => {
  it('finds nothing in a sound set of each method', () => {
    expect(faultsOf(...SOUND)).to.deep.equal([]);
  });

  it('wants every criterion that carries weight, and no other, once', () => {
    expect(faultsOf({ ...NAMED, method: 'points', points: { fit: 3, use: 2 } })[0]).to.match(
      /^\/weightSets\/0\/points: 'price' is missing/,
    );
    expect(
      faultsOf({ ...NAMED, method: 'points', points: { fit: 3, use: 2, price: 1, gate: 1 } })[0],
    ).to.match(/^\/weightSets\/0\/points\/gate: 'gate' is not a criterion/);
    expect(faultsOf({ ...NAMED, method: 'order', order: ['fit', ['use', 'fit']] })).to.have.length(2);
    expect(faultsOf({ ...NAMED, method: 'order', order: ['fit', 'use', [], 'price'] })[0]).to.include(
      'is empty',
    );
  });

  it('refuses numbers that come to no weights', () => {
    expect(faultsOf({ ...NAMED, method: 'points', points: { fit: 0, use: 0, price: 0 } })[0]).to.include(
      'all 0',
    );
    expect(faultsOf({ ...NAMED, method: 'points', points: { fit: -1, use: 2, price: 0 } })[0]).to.include(
      '0 or more',
    );
    expect(faultsOf({ ...NAMED, method: 'swing', swings: { fit: 90, use: 10, price: 0 } })[0]).to.include(
      'No criterion has the swing 100',
    );
    expect(
      faultsOf({ ...NAMED, method: 'weights', weightsBp: { fit: 5000, use: 3000, price: 1999 } })[0],
    ).to.include('sum to 9999 basis points');
    expect(
      faultsOf({ ...NAMED, method: 'weights', weightsBp: { fit: 0.5, use: 1, price: 1 } })[0],
    ).to.include('whole');
  });

  it('names the parts that no comparison links, and a second set of one id', () => {
    const apart: AhpSet = {
      ...NAMED,
      method: 'ahp',
      judgements: [{ comparisons: [{ a: 'fit', b: 'use', value: 3 }] }],
    };
    expect(faultsOf(apart)).to.deep.equal([
      "/weightSets/0/judgements/0/comparisons: No comparison links 'fit', 'use' with 'price': compare one of each part with another.",
    ]);
    const [one] = SOUND;
    if (!one) throw new Error('a set');
    expect(faultsOf(one, one)).to.deep.equal([
      "/weightSets/1/id: The weight set at /weightSets/0 has the id 'a'; give each its own.",
    ]);
  });

  it('wants comparisons or a matrix, people, and shares that are not all nought', () => {
    const ahp = (...judgements: AhpSet['judgements']): AhpSet => ({ ...NAMED, method: 'ahp', judgements });
    expect(faultsOf(ahp())[0]).to.include('no judgements');
    expect(faultsOf(ahp({}))[0]).to.include('one of the two');
    const matrix = [
      [1, 2, 4],
      [null, 1, 2],
      [null, null, 1],
    ];
    expect(faultsOf(ahp({ matrix }))).to.deep.equal([]);
    expect(faultsOf(ahp({ matrix, share: -1 }))[0]).to.include('/share: A share must be 0 or more');
    expect(faultsOf(ahp({ matrix, share: 0 }, { matrix, share: 0 }))[0]).to.include('all 0');
  });

  it('has nothing to weigh where the rubric has nothing that carries weight', () => {
    const [fault] = checkWeightSets(SOUND.slice(0, 1), [], '/weightSets');
    expect(fault?.message).to.include('nothing that carries weight');
  });
});

describe('deriveWeights', () => {
  it('gives whole basis points that sum to 10000, and the exact shares they came from', () => {
    const found = SOUND.map((set) => deriveWeights(set, ITEMS));
    expect(found.map(({ weightsBp }) => weightsBp)).to.deep.equal([
      [6000, 4000, 0],
      [5556, 4444, 0],
      [1945, 1944, 6111],
      [5000, 3000, 2000],
      [6667, 2222, 1111],
    ]);
  });

  it('ahp-07 (Bozoki, Fulop and Ronyai 2010) as a set: weights, the gap that was filled, the ratio', () => {
    const { inputs, expected } = readVector('ahp-07-incomplete');
    const set: AhpSet = {
      ...NAMED,
      method: 'ahp',
      randomIndex: 'saaty-1980',
      judgements: [{ comparisons: toComparisons(inputs.judgements) }],
    };
    const { weights, ahp } = deriveWeights(set, inputs.items);
    expectClose(weights.map(toDouble), expected.weights, 1e-7);
    expect(ahp?.consistency?.cr).to.be.closeTo(expected.cr_ri_saaty_1980, 1e-9);
    const [gap] = ahp?.people[0]?.filled ?? [];
    expect([gap?.a, gap?.b]).to.deep.equal(['c', 'd']);
    expect(gap?.value).to.be.closeTo(expected.completed, 1e-4);
  });

  it('group-01 (R package ahp, vacation) as sets: judgements or priorities brought together', () => {
    const { inputs, expected } = readVector('group-01-ahp-aij-aip');
    const judgements = Object.keys(inputs.matrices).map((who) => ({
      who,
      share: inputs.decision_maker_weights[who],
      matrix: inputs.matrices[who],
    }));
    const weighed = (more: Partial<AhpSet>) =>
      deriveWeights(
        { ...NAMED, method: 'ahp', randomIndex: 'saaty-1980', judgements, ...more },
        inputs.items,
      );
    const aij = weighed({});
    expectClose(aij.weights.map(toDouble), expected.aij_eigenvector, 1e-9);
    expect(aij.ahp?.consistency?.lambdaMax).to.be.closeTo(expected.aij_lambda_max, 1e-9);
    const aip = weighed({ combine: 'aip' });
    expectClose(aip.weights.map(toDouble), expected.aip_arithmetic, 1e-9);
    expect(aip.ahp?.consistency).to.equal(null);
    for (const { who, consistency } of aip.ahp?.people ?? [])
      expect(consistency.cr).to.be.closeTo(expected.individual_cr_ri_1980[who ?? ''], 1e-9);
    const means = weighed({ priorities: 'geometric-mean' });
    expectClose(means.weights.map(toDouble), expected.aij_row_geometric_mean, 1e-9);
  });

  it('keeps a long chain of steep judgements in numbers, by either way and for a group', () => {
    const items = Array.from({ length: 40 }, (_item, index) => `c${index}`);
    const comparisons = items.slice(1).map((b, index) => ({ a: items[index] ?? '', b, value: 1000 }));
    for (const more of [{}, { priorities: 'geometric-mean' as const }]) {
      const set: AhpSet = {
        ...NAMED,
        method: 'ahp',
        judgements: [{ comparisons }, { comparisons }],
        ...more,
      };
      expect(checkWeightSets([set], items, '')).to.deep.equal([]);
      const { weightsBp, ahp } = deriveWeights(set, items);
      expect(weightsBp.slice(0, 3)).to.deep.equal([9990, 10, 0]);
      const [person] = ahp?.people ?? [];
      expect(person?.filled.every(({ value }) => Number.isFinite(value) && value > 0)).to.equal(true);
      expect(person?.weights.every((weight) => weight > 0)).to.equal(true);
    }
  });
});
