import { expect } from 'chai';
import fc from 'fast-check';
import { assessorsFor } from '../../../src/core/agreement/assessors-for.ts';
import { intraclass } from '../../../src/core/agreement/icc.ts';
import { readVector } from '../scoring/read-vector.ts';

describe('intraclass correlations', () => {
  const { source, inputs, expected, tolerance } = readVector('icc-01-shrout-fleiss');

  it(`icc-01: mean squares, all six coefficients and both F (${source.citation})`, () => {
    const found = intraclass(inputs.targets_by_judges);
    const { betweenCells, withinCells, betweenAssessors, residual } =
      found.squares ?? expect.fail('no squares');
    const shown = {
      MSB: betweenCells,
      MSW: withinCells,
      MSJ: betweenAssessors,
      MSE: residual,
      ICC1: found.icc11.value,
      ICC2: found.icc21.value,
      ICC3: found.icc31.value,
      ICC1k: found.icc1k.value,
      ICC2k: found.icc2k.value,
      ICC3k: found.icc3k.value,
      F1: betweenCells / withinCells,
      F23: betweenCells / residual,
      n: found.cells,
      k: found.assessors,
    };
    expect(Object.keys(shown)).to.have.members(Object.keys(expected));
    for (const [name, value] of Object.entries(shown))
      expect(value, name).to.be.closeTo(expected[name], tolerance.abs);
  });

  it('are 0.8889 and 1 for the worked example', () => {
    const found = intraclass([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(found.icc21.value).to.be.closeTo(8 / 9, 1e-12);
    expect(found.icc31.value).to.be.closeTo(1, 1e-12);
  });

  const tables = fc
    .record({ n: fc.integer({ min: 2, max: 8 }), k: fc.integer({ min: 2, max: 5 }) })
    .chain(({ n, k }) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: k, maxLength: k }), {
        minLength: n,
        maxLength: n,
      }),
    );

  it('hold for the mean of k what Spearman-Brown makes of one, wherever both are defined', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const { icc21, icc2k, icc31, icc3k, assessors: k } = intraclass(rows);
        for (const [one, mean] of [
          [icc21, icc2k],
          [icc31, icc3k],
        ] as const) {
          if (one.value === null || mean.value === null) continue;
          // Near a denominator of nought both run away, and only the identity of the fractions holds.
          fc.pre(1 + (k - 1) * one.value > 1e-3);
          expect(mean.value).to.be.closeTo(
            (k * one.value) / (1 + (k - 1) * one.value),
            1e-6 * Math.max(1, Math.abs(mean.value)),
          );
        }
      }),
    );
  });

  it('never give what is not a number, and none above 1', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const { icc11, icc1k, icc21, icc2k, icc31, icc3k } = intraclass(rows);
        for (const { value, reason } of [icc11, icc1k, icc21, icc2k, icc31, icc3k]) {
          if (value === null) expect(reason).to.match(/\.$/);
          else expect(value).to.satisfy((one: number) => Number.isFinite(one) && one <= 1 + 1e-9);
        }
      }),
    );
  });

  it('do not see a steadily harder assessor in (3,1), and do in (2,1)', () => {
    const even = [
      [9, 9, 8],
      [4, 5, 4],
      [7, 6, 7],
      [2, 2, 3],
    ];
    const harder = even.map(([a = 0, b = 0, c = 0]) => [a, b - 5, c]);
    const [before, after] = [intraclass(even), intraclass(harder)];
    expect(after.icc31.value).to.be.closeTo(before.icc31.value ?? NaN, 1e-9);
    expect(after.icc21.value).to.be.below((before.icc21.value ?? NaN) - 0.2);
  });

  it('may be below nought: people differ and cells do not', () => {
    expect(
      intraclass([
        [1, 5, 3],
        [5, 1, 3.5],
        [3, 4, 2],
      ]).icc21.value,
    ).to.be.below(0);
  });

  it('are undefined, with a reason, for one assessor, one cell, equal marks and no denominator', () => {
    expect(intraclass([]).icc21.reason).to.match(/two assessors/);
    expect(intraclass([[1], [2]]).icc21.reason).to.match(/two assessors/);
    expect(intraclass([[1, 2]]).icc2k.reason).to.match(/one cell/);
    expect(
      intraclass([
        [3, 3],
        [3, 3],
      ]).icc31.reason,
    ).to.match(/equal/);
    const crossed = intraclass([
      [0, 100],
      [100, 0],
    ]);
    expect(crossed.icc21.reason).to.match(/no denominator/);
    expect(crossed.icc2k.reason).to.match(/no denominator/);
  });

  it('refuse a ragged table and what is not a number, by name', () => {
    expect(() => intraclass([[1, 2], [1]])).to.throw(RangeError, 'Row 1 of the intraclass correlation');
    expect(() => intraclass([[1, Infinity]])).to.throw(RangeError, 'Infinity');
  });
});

describe('how many assessors it would take', () => {
  it('is 6 for 0.29 and 0.7 (the worked example), and enough by Spearman-Brown where one fewer is not', () => {
    expect(assessorsFor(0.7, 0.29).value).to.equal(6);
    const reached = (n: number, r: number): number => (n * r) / (1 + (n - 1) * r);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (percent) => {
        const r = percent / 100;
        const needed = assessorsFor(0.7, r).value ?? NaN;
        expect(reached(needed, r)).to.be.at.least(0.7 - 1e-9);
        if (needed > 1) expect(reached(needed - 1, r)).to.be.below(0.7);
      }),
    );
    expect(assessorsFor(0.7, 0.7).value).to.equal(1);
    expect(assessorsFor(0.7, 1).value).to.equal(1);
  });

  it('is undefined for a reliability of nought or less, and refuses what is none', () => {
    expect(assessorsFor(0.7, 0).reason).to.match(/no number/);
    expect(assessorsFor(0.7, -0.2).value).to.equal(null);
    expect(() => assessorsFor(0.7, 1.2)).to.throw(RangeError, '1.2');
    expect(() => assessorsFor(1, 0.5)).to.throw(RangeError, 'reliability 1');
    expect(() => assessorsFor(0.7, NaN)).to.throw(RangeError, 'NaN');
  });
});
