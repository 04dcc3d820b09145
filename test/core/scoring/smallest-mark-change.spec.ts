import { expect } from 'chai';
import fc from 'fast-check';
import type { Case, Mark } from '../../../src/core/scoring/case.ts';
import { evaluateCase, rankCase } from '../../../src/core/scoring/evaluate.ts';
import type { MarkChange } from '../../../src/core/robustness/mark-change.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';
import { arbitraryCase } from './arbitrary-case.ts';
import { makeCase, mark, option, PERCENT, tableCase } from './make-case.ts';

const changesOf = (given: Case): Readonly<Record<string, MarkChange | null>> =>
  evaluateCase(given, { partial: false }).robustness?.smallestMarkChange ?? {};

const half = makeRubric([scored('c0', 5000), scored('c1', 5000)]);

describe('the smallest change of one mark', () => {
  it('is one point of one criterion in the worked example: 4 and 3 against 3 and 3', () => {
    const given = makeCase(
      half,
      [option('a'), option('b')],
      [mark('a', 'c0', 4), mark('a', 'c1', 3), mark('b', 'c0', 3), mark('b', 'c1', 3)],
    );
    expect(changesOf(given)).to.deep.equal({
      b: { option: 'a', criterion: 'c0', assessor: 'p1', from: 4, to: 3, partOfScale: 0.2 },
    });
  });

  it('takes more from one of several: with two assessors one mark has to move twice as far', () => {
    const marks = ['p1', 'p2'].flatMap((assessor) => [
      mark('a', 'c0', 4, { assessor }),
      mark('a', 'c1', 3, { assessor }),
      mark('b', 'c0', 3, { assessor }),
      mark('b', 'c1', 3, { assessor }),
    ]);
    const found = changesOf(makeCase(half, [option('a'), option('b')], marks))['b'];
    expect(found).to.deep.equal({
      option: 'a',
      criterion: 'c0',
      assessor: 'p1',
      from: 4,
      to: 2,
      partOfScale: 0.4,
    });
  });

  it('moves the agreed score where there is one, and names nobody', () => {
    const given = makeCase(
      makeRubric([scored('c0', 3000), scored('c1', 7000)]),
      [option('a'), option('b')],
      [mark('a', 'c0', 5), mark('a', 'c1', 3), mark('b', 'c0', 5), mark('b', 'c1', 1)],
      { consensus: [{ option: 'a', criterion: 'c1', score: 2 }] },
    );
    expect(changesOf(given)['b']).to.deep.equal({
      option: 'a',
      criterion: 'c1',
      assessor: null,
      from: 2,
      to: 1,
      partOfScale: 0.2,
    });
  });

  it('on a fine scale is exact to the last place: 60.01 against 60', () => {
    const { b } = changesOf(
      makeCase(
        makeRubric([scored('c0', 9999), scored('c1', 1)], { scale: PERCENT }),
        [option('a'), option('b')],
        [mark('a', 'c0', 60.01), mark('a', 'c1', 50), mark('b', 'c0', 60), mark('b', 'c1', 50)],
      ),
    );
    expect(b).to.deep.equal({
      option: 'a',
      criterion: 'c0',
      assessor: 'p1',
      from: 60.01,
      to: 60,
      partOfScale: 0.0001,
    });
  });

  it('is null, with a reason, where no single mark reaches', () => {
    const result = evaluateCase(
      tableCase(
        [
          [100, 100, 100],
          [0, 0, 0],
        ],
        [3333, 3333, 3334],
      ),
      { partial: false },
    );
    expect(result.robustness?.smallestMarkChange).to.deep.equal({ o1: null });
    expect(result.notes).to.deep.include({
      path: '/robustness/smallestMarkChange/o1',
      reason: "No single mark, however far it moved, brings 'o1' level with 'o0'.",
    });
  });

  it('is what trying every other mark one at a time finds', () => {
    const totalsOf = (given: Case): ReadonlyMap<string, number | null> =>
      new Map(rankCase(given).options.map(({ id, total }) => [id, total]));
    const scoresOf = [0, 1, 2, 3, 4, 5];
    let compared = 0;
    fc.assert(
      fc.property(arbitraryCase({ priceMethods: ['benchmark-linear'], minimums: false }), (given) => {
        const found = changesOf(given);
        for (const [rival, change] of Object.entries(found)) {
          const winner = rankCase(given).winner ?? '';
          let least = Infinity;
          const tryOut = (changed: Case, from: number, to: number): void => {
            const totals = totalsOf(changed);
            if ((totals.get(rival) ?? -1) >= (totals.get(winner) ?? 101))
              least = Math.min(least, Math.abs(to - from));
          };
          given.marks.forEach((one, index) => {
            const isAgreed = given.consensus?.some(
              (agreed) => agreed.option === one.option && agreed.criterion === one.criterion,
            );
            if (one.group === 'frontline' || isAgreed || ![winner, rival].includes(one.option)) return;
            for (const score of scoresOf) {
              const marks: readonly Mark[] = given.marks.map((other, place) =>
                place === index ? { ...other, score } : other,
              );
              tryOut({ ...given, marks }, one.score, score);
            }
          });
          given.consensus?.forEach((one, index) => {
            if (![winner, rival].includes(one.option)) return;
            for (const score of scoresOf) {
              const consensus = (given.consensus ?? []).map((other, place) =>
                place === index ? { ...other, score } : other,
              );
              tryOut({ ...given, consensus }, one.score, score);
            }
          });
          const size = change ? Math.abs(change.to - change.from) : Infinity;
          compared += size < Infinity ? 1 : 0;
          expect(size).to.equal(least);
        }
      }),
      { seed: 1, numRuns: 25 },
    );
    expect(compared).to.be.above(20);
  }).timeout(20_000);
});
