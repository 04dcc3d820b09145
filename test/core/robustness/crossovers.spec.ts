import { expect } from 'chai';
import fc from 'fast-check';
import { shownNumber } from '../../../src/core/exact/decimal.ts';
import { findCrossovers } from '../../../src/core/robustness/crossovers.ts';
import type { Contender, WeightedNode } from '../../../src/core/robustness/contender.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import { tableCase } from '../scoring/make-case.ts';
import { readVector } from '../scoring/read-vector.ts';
import { officeTree } from '../scoring/worked-cases.ts';
import { makeContenders } from './make-contenders.ts';

type Segment = { frm: number; to: number; best: string };

const crossoversOf = (contenders: readonly Contender[], nodes: readonly WeightedNode[]) => {
  const total = ({ total }: Contender): number => Number(total.n) / Number(total.d);
  const [winner, ...rivals] = [...contenders].sort((a, b) => total(b) - total(a));
  if (!winner) throw new Error('no contender');
  return findCrossovers(winner, rivals, nodes).map((found) => ({
    criterion: found.criterion,
    weightAt: shownNumber(found.weightAt),
    newWinner: found.newWinner,
  }));
};

const expectedFrom = (segments: readonly Segment[], base: number, names: readonly string[]) => {
  const now = segments.findIndex(({ frm, to }) => base >= frm && base <= to);
  const [below, above] = [segments[now - 1], segments[now + 1]];
  return [
    ...(below ? [{ weightAt: below.to, newWinner: `o${names.indexOf(below.best)}` }] : []),
    ...(above ? [{ weightAt: above.frm, newWinner: `o${names.indexOf(above.best)}` }] : []),
  ];
};

const expectSame = (
  found: readonly { weightAt: number; newWinner: string }[],
  expected: typeof found,
): void => {
  expect(found.map(({ newWinner }) => newWinner)).to.deep.equal(expected.map(({ newWinner }) => newWinner));
  found.forEach(({ weightAt }, index) =>
    expect(weightAt).to.be.closeTo(expected[index]?.weightAt ?? NaN, 5.1e-7),
  );
};

describe('crossovers', () => {
  const { inputs, expected } = readVector('sens-01-office-turnover');
  const turnover = { id: 'turnover', leaves: [0, 1, 2] };

  it('sens-01 (office location, Goodwin and Wright): every leaf, in the engine’s own maths and as a case', () => {
    const { contenders, nodes } = makeContenders(inputs.scores_0_100, inputs.weights_percent);
    const result = evaluateCase(
      tableCase(
        inputs.scores_0_100,
        inputs.weights_percent.map((w: number) => w * 100),
      ),
      { partial: false },
    );
    expected.leaf_segments.forEach((leaf: { base_weight: number; segments: Segment[] }, index: number) => {
      const wanted = expectedFrom(leaf.segments, leaf.base_weight, inputs.options);
      const own = ({ criterion }: { criterion: string }): boolean => criterion === `c${index}`;
      expectSame(crossoversOf(contenders, nodes).filter(own), wanted);
      expectSame((result.robustness?.crossovers ?? []).filter(own), wanted);
    });
  });

  it('sens-01 (office location, Goodwin and Wright): turnover as a group', () => {
    const { contenders, nodes } = makeContenders(inputs.scores_0_100, inputs.weights_percent, [turnover]);
    const found = crossoversOf(contenders, nodes).filter(({ criterion }) => criterion === 'turnover');
    expectSame(found, expectedFrom(expected.node_segments, 0.81, inputs.options));
    const asTree = evaluateCase(officeTree(inputs.scores_0_100), { partial: false }).robustness?.crossovers;
    const node = asTree?.find(({ criterion }) => criterion === 'turnover');
    expect(node?.weightAt).to.be.closeTo(expected.node_crossover_percent / 100, 1e-3);
    expect(node?.newWinner).to.equal('o4');
  });

  it('says nothing of a sole criterion, of a rival level at the end, or of one that is behind on everything', () => {
    const sole = makeContenders(
      [
        [60, 0],
        [40, 90],
      ],
      [100, 0],
    );
    expect(crossoversOf(sole.contenders, sole.nodes).map(({ criterion }) => criterion)).to.deep.equal(['c1']);
    const levelAtEnd = makeContenders(
      [
        [60, 50],
        [40, 50],
      ],
      [50, 50],
    );
    expect(crossoversOf(levelAtEnd.contenders, levelAtEnd.nodes)).to.deep.equal([]);
    const behind = makeContenders(
      [
        [60, 50],
        [40, 30],
      ],
      [50, 50],
    );
    expect(crossoversOf(behind.contenders, behind.nodes)).to.deep.equal([]);
  });

  it('names the faster of two rivals that take the lead at one weight, then the lower id', () => {
    const { contenders, nodes } = makeContenders(
      [
        [60, 40],
        [40, 60],
        [20, 80],
        [20, 80],
      ],
      [60, 40],
    );
    const [below] = crossoversOf(contenders, nodes).filter(({ criterion }) => criterion === 'c0');
    expect(below).to.deep.include({ weightAt: 0.5, newWinner: 'o2' });
  });

  it('agrees with a fine grid of weights', () => {
    const rows = fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(rows, (scores) => {
        const percent = [20, 30, 50];
        const { contenders, nodes } = makeContenders(scores, percent);
        const at = (row: readonly number[], t: number): number => {
          const rest = ((row[1] ?? 0) * 30 + (row[2] ?? 0) * 50) / 80;
          return t * (row[0] ?? 0) + (1 - t) * rest;
        };
        const totals = scores.map((row) => at(row, 0.2));
        const best = totals.indexOf(Math.max(...totals));
        fc.pre(totals.every((total, index) => index === best || (totals[best] ?? 0) - total > 1e-9));
        const found = crossoversOf(contenders, nodes).filter(({ criterion }) => criterion === 'c0');
        const leads = (t: number): boolean =>
          scores.every((row) => at(scores[best] ?? [], t) >= at(row, t) - 1e-9);
        const low = found.find(({ weightAt }) => weightAt < 0.2)?.weightAt ?? 0;
        const high = found.find(({ weightAt }) => weightAt > 0.2)?.weightAt ?? 1;
        for (let step = 0; step <= 200; step += 1) {
          const t = step / 200;
          const inside = t >= low - 1e-6 && t <= high + 1e-6;
          if (Math.abs(t - low) > 1e-5 && Math.abs(t - high) > 1e-5)
            expect(leads(t), `t = ${t}`).to.equal(inside);
        }
      }),
    );
  });
});
