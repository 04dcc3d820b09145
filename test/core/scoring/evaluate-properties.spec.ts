import { expect } from 'chai';
import fc from 'fast-check';
import { decimalOf, shownNumber } from '../../../src/core/exact/decimal.ts';
import { add, compare, fraction, multiply, ZERO } from '../../../src/core/exact/rational.ts';
import type { Case } from '../../../src/core/scoring/case.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import type { OptionResult, Result } from '../../../src/core/scoring/result.ts';
import { weighTree } from '../../../src/core/scoring/weigh-tree.ts';
import { arbitraryCase } from './arbitrary-case.ts';
import { mark, option, tableCase } from './make-case.ts';

const run = (given: Case): Result => evaluateCase(given, { partial: false });
const byId = (result: Result): ReadonlyMap<string, OptionResult> =>
  new Map(result.options.map((found) => [found.id, found]));
const RUNS = { numRuns: 60 };

describe('evaluateCase, for every case', () => {
  it('permuting options, marks and so assessors permutes the result and nothing else', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.nat(), (given, turn) => {
        const rotate = <T>(items: readonly T[]): readonly T[] => {
          const by = items.length === 0 ? 0 : turn % items.length;
          return [...items.slice(by), ...items.slice(0, by)].reverse();
        };
        const [a, b] = [
          run(given),
          run({ ...given, options: rotate(given.options), marks: rotate(given.marks) }),
        ];
        expect(b.winner).to.equal(a.winner);
        expect([...b.tied].sort()).to.deep.equal([...a.tied].sort());
        expect(byId(b)).to.deep.equal(byId(a));
        expect(b.robustness).to.deep.equal(a.robustness);
        expect(b.effectiveWeights).to.deep.equal(a.effectiveWeights);
        expect(b.pareto).to.deep.equal(a.pareto);
      }),
      RUNS,
    );
  });

  it('adding a dominated bid changes no total on fixed scales', () => {
    fc.assert(
      fc.property(arbitraryCase({ priceMethods: ['benchmark-linear'] }), (given) => {
        const worst = option('worst', { pence: 950, gates: { gate: { met: true } } });
        const criteria = [...new Set(given.marks.map(({ criterion }) => criterion))];
        const marks = criteria.map((criterion) => mark('worst', criterion, 0));
        const after = byId(
          run({ ...given, options: [...given.options, worst], marks: [...given.marks, ...marks] }),
        );
        for (const [id, found] of byId(run(given))) {
          const { total, quality, priceValue } = after.get(id) ?? {
            total: NaN,
            quality: NaN,
            priceValue: NaN,
          };
          expect([total, quality, priceValue]).to.deep.equal([found.total, found.quality, found.priceValue]);
        }
      }),
      RUNS,
    );
  });

  it('control: on a relative scale a further bid does change totals', () => {
    const three = tableCase([[70], [90]], [10000]);
    const relative = (pence: readonly number[]): readonly (number | null)[] => {
      const rubric = {
        ...three.rubric,
        criteria: [
          { id: 'c0', title: 'c0', kind: 'scored', weightBp: 5000 } as const,
          {
            id: 'price',
            title: 'Price',
            kind: 'price',
            weightBp: 5000,
            method: 'lowest-over-price',
          } as const,
        ],
      };
      const scores = [70, 90, 20];
      return run({
        ...three,
        rubric,
        options: pence.map((each, index) => option(`o${index}`, { pence: each })),
        marks: pence.map((_each, index) => mark(`o${index}`, 'c0', scores[index] ?? 0)),
      }).options.map(({ total }) => total);
    };
    expect(relative([100, 140, 60]).slice(0, 2)).to.not.deep.equal(relative([100, 140]));
  });

  it('rolling values up the tree equals the flat sum, exactly', () => {
    fc.assert(
      fc.property(arbitraryCase({ minimums: false }), (given) => {
        const { leaves, nodes, whole } = weighTree(given.rubric);
        const values = leaves.map((_leaf, index) => fraction(BigInt(index * 7 + 1), 3n));
        const flat = leaves.reduce(
          (total, { share }, index) => add(total, multiply(fraction(share, whole), values[index] ?? ZERO)),
          ZERO,
        );
        const top = given.rubric.criteria.flatMap(({ id }) => nodes.filter((node) => node.id === id));
        const rolled = top.reduce((total, node) => {
          const shares = node.members.reduce((sum, { share }) => sum + share, 0n);
          const value = node.members.reduce(
            (sum, { leaf, share }) => add(sum, multiply(fraction(share, shares), values[leaf] ?? ZERO)),
            ZERO,
          );
          return add(total, multiply(fraction(node.share, whole), value));
        }, ZERO);
        expect(compare(flat, rolled)).to.equal(0);
      }),
      RUNS,
    );
  });

  it('raising one mark never lowers that option, and moves no other on fixed scales', () => {
    const cases = arbitraryCase({ priceMethods: ['benchmark-linear'], minimums: false });
    fc.assert(
      fc.property(cases, fc.nat(), (given, pick) => {
        const chosen = pick % given.marks.length;
        const raised = given.marks.map((each, index) =>
          index === chosen ? { ...each, score: Math.min(5, each.score + 1) } : each,
        );
        const [before, after] = [byId(run(given)), byId(run({ ...given, marks: raised }))];
        for (const [id, found] of before) {
          const now = after.get(id)?.total ?? NaN;
          if (id === given.marks[chosen]?.option) expect(now).to.be.at.least(found.total ?? NaN);
          else expect(now).to.equal(found.total);
        }
      }),
      RUNS,
    );
  });

  it('a quality of exactly the minimum passes, whatever the weights', () => {
    const weights = fc
      .tuple(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 1, max: 98 }))
      .filter(([a, b]) => a + b < 100);
    const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(weights, scores, ([a, b], row) => {
        const percent = [a, b, 100 - a - b];
        const exact = row.reduce((sum, score, index) => sum + score * (percent[index] ?? 0), 0) / 100;
        const minimumQuality = shownNumber(decimalOf(exact));
        const result = run(
          tableCase(
            [row],
            percent.map((each) => each * 100),
            { rubric: { minimumQuality } },
          ),
        );
        expect(result.options[0]?.eliminated).to.deep.equal([]);
        const above = Math.min(100, Math.round(minimumQuality * 100 + 1) / 100);
        if (above > minimumQuality) {
          const failed = run(
            tableCase(
              [row],
              percent.map((each) => each * 100),
              { rubric: { minimumQuality: above } },
            ),
          );
          expect(failed.options[0]?.eliminated).to.have.length(1);
        }
      }),
    );
  });
});
