import { expect } from 'chai';
import fc from 'fast-check';
import { decayingExponential } from '../../../../src/core/robustness/second-opinions/decaying-exponential.ts';
import { checkPreference, preferenceOf } from '../../../../src/core/robustness/second-opinions/preference.ts';
import type { Preference } from '../../../../src/core/robustness/second-opinions/preference.ts';
import { prometheeFlows } from '../../../../src/core/robustness/second-opinions/promethee.ts';
import { readVector } from '../../scoring/read-vector.ts';
import { anyTable, tableOf } from './tables.ts';

const ALL: readonly Preference[] = [
  { function: 'usual' },
  { function: 'u-shape', q: 10 },
  { function: 'v-shape', p: 30 },
  { function: 'level', q: 10, p: 30 },
  { function: 'linear', q: 10, p: 30 },
  { function: 'gaussian', s: 15 },
];

describe('preference functions (Brans and Vincke 1985)', () => {
  const at = (lead: number): readonly number[] => ALL.map((one) => preferenceOf(one, lead));

  it('the six at a lead of 15, with q 10, p 30 and s 15', () => {
    const [gaussian] = at(15).slice(-1);
    expect(at(15).slice(0, -1)).to.deep.equal([1, 1, 0.5, 0.5, 0.25]);
    expect(gaussian).to.be.closeTo(0.3934693402873666, 1e-15);
  });

  it('at their thresholds: q is still none, p is not yet beyond', () => {
    expect(at(10).slice(0, 5)).to.deep.equal([1, 0, 10 / 30, 0, 0]);
    expect(at(30).slice(0, 5)).to.deep.equal([1, 1, 1, 0.5, 1]);
    expect(at(30.5).slice(0, 5)).to.deep.equal([1, 1, 1, 1, 1]);
  });

  it('are none at a lead of nought or less', () => {
    expect(at(0)).to.deep.equal([0, 0, 0, 0, 0, 0]);
    expect(at(-20)).to.deep.equal([0, 0, 0, 0, 0, 0]);
  });

  it('name thresholds that cannot be used', () => {
    for (const wrong of [
      { function: 'u-shape', q: -1 },
      { function: 'v-shape', p: 0 },
      { function: 'level', q: 3, p: 3 },
      { function: 'linear', q: -1, p: 3 },
      { function: 'linear', q: 1, p: Number.NaN },
      { function: 'gaussian', s: 0 },
    ] as const satisfies readonly Preference[]) {
      expect(checkPreference(wrong), wrong.function).to.match(/must be/);
      expect(() => prometheeFlows(tableOf([[1], [2]], [1]), [wrong])).to.throw(RangeError, 'cannot be used');
    }
    expect(ALL.map(checkPreference)).to.deep.equal([null, null, null, null, null, null]);
  });
});

describe('e to a power at or below 0', () => {
  it('is within a few units of the last place of the machine’s own', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 700, noNaN: true }), (y) => {
        expect(decayingExponential(y) / Math.exp(-y)).to.be.closeTo(1, 2e-15);
      }),
    );
    expect(decayingExponential(1)).to.be.closeTo(0.367879441171442, 1e-15);
    expect([0, 746, Infinity].map(decayingExponential)).to.deep.equal([1, 0, 0]);
  });

  it('refuses a power above 0 and what is no number', () => {
    expect(() => decayingExponential(-1)).to.throw(RangeError, '-1');
    expect(() => decayingExponential(Number.NaN)).to.throw(RangeError, 'NaN');
  });
});

describe('PROMETHEE II', () => {
  const { inputs, expected } = readVector('promethee-01-usual');
  const table = tableOf(inputs.matrix, inputs.weights);
  const usual = inputs.preference.map(() => ({ function: 'usual' }) as const);

  it('promethee-01 (Zhao, Peng and Li 2013): positive, negative and net flows, and ranks', () => {
    const flows = prometheeFlows(table, usual) ?? [];
    flows.forEach(({ positive, negative, net }, index) => {
      expect(positive).to.be.closeTo(expected.positive[index], 1e-9);
      expect(negative).to.be.closeTo(expected.negative[index], 1e-9);
      expect(net).to.be.closeTo(expected.net[index], 1e-9);
    });
    expect(flows.map(({ net }) => 1 + flows.filter((other) => other.net > net).length)).to.deep.equal(
      expected.ranks,
    );
  });

  it('control: divided by m in place of m - 1, the figures are others in the same order', () => {
    const byM = (prometheeFlows(table, usual) ?? []).map(({ net }) => (net * 2) / 3);
    byM.forEach((net, index) => expect(net).to.not.be.closeTo(expected.net[index], 0.03));
  });

  it('a cost is better the smaller it is', () => {
    const [cheap, dear] = prometheeFlows(tableOf([[10], [20]], [1], ['cost']), [{ function: 'usual' }]) ?? [];
    expect([cheap?.net, dear?.net]).to.deep.equal([1, -1]);
  });

  it('has nobody to meet with one option', () => {
    expect(prometheeFlows(tableOf([[5]], [1]), [{ function: 'usual' }])).to.equal(null);
  });

  it('net flows sum to 0, lie within -1 and 1, and follow the options when those change places', () => {
    fc.assert(
      fc.property(
        anyTable,
        fc.array(fc.constantFrom(...ALL), { minLength: 5, maxLength: 5 }),
        (given, all) => {
          const preferences = all.slice(0, given.weights.length);
          const flows = prometheeFlows(given, preferences) ?? [];
          expect(flows.reduce((sum, { net }) => sum + net, 0)).to.be.closeTo(0, 1e-12);
          const turned = prometheeFlows({ ...given, rows: [...given.rows].reverse() }, preferences) ?? [];
          flows.forEach(({ net }, index) => {
            expect(Math.abs(net)).to.be.at.most(1 + 1e-12);
            expect(turned[flows.length - 1 - index]?.net).to.be.closeTo(net, 1e-12);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses a preference function too few', () => {
    expect(() => prometheeFlows(table, [{ function: 'usual' }])).to.throw(
      RangeError,
      'one preference function',
    );
  });
});
