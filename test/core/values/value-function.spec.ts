import { expect } from 'chai';
import fc from 'fast-check';
import { decimalOf, roundHalfUp, shownNumber, shownOrNull } from '../../../src/core/exact/decimal.ts';
import { expFixed, FIXED_ONE, fromFixed, lnFixed, toFixed } from '../../../src/core/exact/fixed-point.ts';
import { divide, fraction, isEqual, subtract, toDouble, whole } from '../../../src/core/exact/rational.ts';
import { buildCurve } from '../../../src/core/values/build-curve.ts';
import { checkValueFunction } from '../../../src/core/values/check-value-function.ts';
import { bendOfMidpoint, bendOfRho, rhoOf, shareAt } from '../../../src/core/values/exponential-curve.ts';
import type { ValueFunction } from '../../../src/core/values/value-function.ts';
import { readVector } from '../scoring/read-vector.ts';

const valuesAt = (values: ValueFunction, scores: readonly number[]): readonly number[] => {
  const curve = buildCurve(values);
  return scores.map((score) => shownNumber(curve(decimalOf(score))));
};

/** Points from a vector, whose values run from 0 to 1. */
const pointsOf = ({ x, v }: { x: number[]; v: number[] }) =>
  x.map((score, index) => ({ score, value: (v[index] ?? NaN) * 100 }));

const hundredfold = (values: readonly number[]): readonly number[] =>
  values.map((value) => Math.round(value * 1e8) / 1e6);

describe('piecewise-linear value functions', () => {
  const { inputs, expected } = readVector('vf-01-piecewise-linear');
  for (const way of ['increasing', 'decreasing'] as const) {
    it(`vf-01 (R package smaa): ${way}`, () => {
      const values: ValueFunction = { kind: 'piecewise-linear', points: pointsOf(inputs[way]) };
      expect(valuesAt(values, inputs[way].at)).to.deep.equal(hundredfold(expected[way]));
    });
  }

  it('vf-01 (R package smaa): outside the ends, clipped where it says so', () => {
    const points = pointsOf(inputs.outside);
    const clipped = valuesAt({ kind: 'piecewise-linear', points, outside: 'clip' }, inputs.outside.at);
    expect(clipped).to.deep.equal(hundredfold(expected.outside_clipped));
  });

  it('outside the ends, refused by default, and never carried on in a straight line', () => {
    const points = pointsOf(inputs.outside);
    for (const score of inputs.outside.at) {
      expect(() => valuesAt({ kind: 'piecewise-linear', points }, [score])).to.throw(
        RangeError,
        `${score} lies outside`,
      );
    }
    expect(valuesAt({ kind: 'piecewise-linear', points, outside: 'clip' }, [10])).to.not.include(
      expected.outside_extrapolated[0] * 100,
    );
  });

  it('is exact between points: a third of the way is a third', () => {
    const curve = buildCurve({
      kind: 'piecewise-linear',
      points: [
        { score: 0, value: 0 },
        { score: 3, value: 50 },
        { score: 5, value: 100 },
      ],
    });
    expect(isEqual(curve(whole(1)), fraction(50n, 3n))).to.equal(true);
    expect(isEqual(curve(fraction(13n, 3n)), fraction(250n, 3n))).to.equal(true);
  });
});

describe('a table of levels', () => {
  const table: ValueFunction = {
    kind: 'table',
    values: [0, 10, 30, 60, 85, 100].map((value, score) => ({ score, value })),
  };

  it('gives each level its own value, and a mean of marks its place on the line between two', () => {
    expect(valuesAt(table, [0, 1, 2, 3, 4, 5])).to.deep.equal([0, 10, 30, 60, 85, 100]);
    expect(valuesAt(table, [2.5, 4.2])).to.deep.equal([45, 88]);
  });

  it('refuses a score beyond its levels', () => {
    expect(() => valuesAt(table, [5.5])).to.throw(RangeError, 'from 0 to 5');
  });
});

describe('linear value functions', () => {
  it('run from the worst to the best end, upwards or downwards', () => {
    expect(valuesAt({ kind: 'linear', worst: 20, best: 60 }, [20, 30, 60])).to.deep.equal([0, 25, 100]);
    expect(valuesAt({ kind: 'linear', worst: 60, best: 20 }, [20, 30, 60])).to.deep.equal([100, 75, 0]);
    expect(valuesAt({ kind: 'linear', worst: 60, best: 20, outside: 'clip' }, [0, 99])).to.deep.equal([
      100, 0,
    ]);
  });

  it('do not change with the unit or the starting point of the scale', () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(
        number,
        number,
        number,
        fc.integer({ min: 1, max: 60 }),
        number,
        (worst, best, score, unit, start) => {
          fc.pre(worst !== best);
          const plain = buildCurve({ kind: 'linear', worst, best, outside: 'clip' })(whole(score));
          const moved = buildCurve({
            kind: 'linear',
            worst: worst * unit + start,
            best: best * unit + start,
            outside: 'clip',
          })(whole(score * unit + start));
          expect(isEqual(plain, moved)).to.equal(true);
        },
      ),
    );
  });
});

describe('exponential value functions', () => {
  const GOLDEN = (1 + Math.sqrt(5)) / 2;

  it('mid score at a third: c is 3 ln g and two thirds are worth g/2, g the golden ratio (closed form), to 38 digits', () => {
    const bend = bendOfMidpoint(fraction(1n, 3n));
    const root5 = expFixed(lnFixed(5n * FIXED_ONE) / 2n);
    const golden = (FIXED_ONE + root5) / 2n;
    const difference = (bend?.curvature ?? 0n) - 3n * lnFixed(golden);
    expect(roundHalfUp(fromFixed(difference), 38)).to.equal(0n);
    if (!bend) throw new Error('a third is bent');
    const share = toFixed(shareAt(bend, fraction(2n, 3n)));
    expect(roundHalfUp(fromFixed(2n * share - golden), 38)).to.equal(0n);
    expect(valuesAt({ kind: 'exponential', worst: 0, best: 3, midScore: 1 }, [0, 1, 2, 3])).to.deep.equal([
      0,
      50,
      Math.round(50e6 * GOLDEN) / 1e6,
      100,
    ]);
  });

  it('mid score at a quarter (worked in 50-digit decimals elsewhere): c, rho and three values', () => {
    const bend = bendOfMidpoint(fraction(1n, 4n));
    if (!bend) throw new Error('a quarter is bent');
    expect(String(roundHalfUp(fromFixed(bend.curvature), 38))).to.equal(
      '243751145374402492614721348467359478171',
    );
    const rho = divide(whole(100), fromFixed(bend.curvature));
    expect(String(roundHalfUp(rho, 30))).to.equal('41025448248212208050276423901661');
    expect(String(roundHalfUp(shareAt(bend, fraction(1n, 2n)), 38))).to.equal(
      '77184450634603818078542798590087399326',
    );
    const values = valuesAt({ kind: 'exponential', worst: 0, best: 100, midScore: 25 }, [10, 50, 90]);
    expect(values).to.deep.equal([23.702844, 77.184451, 97.357211]);
  });

  it('rho of a fifth of the range (Kirkwood’s formula in doubles), rising, falling and below nought', () => {
    const kirkwood = (d: number, rho: number): number =>
      (100 * (1 - Math.exp(-d / rho))) / (1 - Math.exp(-10 / rho));
    const [up] = valuesAt({ kind: 'exponential', worst: 10, best: 20, rho: 2 }, [13]);
    const [down] = valuesAt({ kind: 'exponential', worst: 20, best: 10, rho: 2 }, [13]);
    const [last] = valuesAt({ kind: 'exponential', worst: 10, best: 20, rho: -2 }, [13]);
    expect(up).to.be.closeTo(kirkwood(3, 2), 5.1e-7);
    expect(down).to.be.closeTo(kirkwood(7, 2), 5.1e-7);
    expect(last).to.be.closeTo(kirkwood(3, -2), 5.1e-7);
  });

  it('rho is 1 / ln g for a mid score at a third of 3, turned round above half-way, and what was given where it was', () => {
    const shown = (values: Parameters<typeof rhoOf>[0]): number | null => shownOrNull(rhoOf(values));
    const golden = Math.round(1e6 / Math.log(GOLDEN)) / 1e6;
    expect(shown({ kind: 'exponential', worst: 0, best: 3, midScore: 1 })).to.equal(golden);
    expect(shown({ kind: 'exponential', worst: 3, best: 0, midScore: 1 })).to.equal(-golden);
    expect(shown({ kind: 'exponential', worst: 3, best: 0, midScore: 2 })).to.equal(golden);
    expect(shown({ kind: 'exponential', worst: 10, best: 20, rho: -2.5 })).to.equal(-2.5);
    expect(shown({ kind: 'exponential', worst: 0, best: 5, midScore: 2.5 })).to.equal(null);
  });

  it('a mid score exactly half-way is the straight line, exactly', () => {
    expect(bendOfMidpoint(fraction(1n, 2n))).to.equal(null);
    const curve = buildCurve({ kind: 'exponential', worst: 0, best: 5, midScore: 2.5 });
    expect(isEqual(curve(fraction(13n, 3n)), fraction(260n, 3n))).to.equal(true);
  });

  it('a mid score very near half-way is very near the straight line', () => {
    const [value] = valuesAt({ kind: 'exponential', worst: 0, best: 1e6, midScore: 500_001 }, [250_000]);
    expect(value).to.be.closeTo(25, 1e-4);
    expect(value).to.be.below(25);
  });

  it('is 0, 50 and 100 where it must be, never falls, has 6 decimals, and turns round', () => {
    const mid = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(mid, mid, fc.boolean(), (midScore, score, falls) => {
        const [worst, best] = falls ? [1000, 0] : [0, 1000];
        const values: ValueFunction = { kind: 'exponential', worst, best, midScore };
        expect(valuesAt(values, [worst, midScore, best])).to.deep.equal([0, 50, 100]);
        const curve = buildCurve(values);
        const [here, next] = [curve(whole(score)), curve(whole(score + (falls ? -1 : 1)))];
        expect(subtract(next, here).n >= 0n).to.equal(true);
        expect((here.n * 1_000_000n) % here.d).to.equal(0n);
        const turned = buildCurve({ kind: 'exponential', worst: best, best: worst, midScore });
        expect(toDouble(turned(whole(score))) + toDouble(here)).to.be.closeTo(100, 2e-6);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses a mid score at an end, and a rho of 0', () => {
    expect(() => bendOfMidpoint(whole(0))).to.throw(RangeError, 'between');
    expect(() => bendOfMidpoint(whole(1))).to.throw(RangeError, 'between');
    expect(() => bendOfRho(whole(1), whole(0))).to.throw(RangeError, "'rho'");
  });
});

describe('checkValueFunction', () => {
  const pathsOf = (values: ValueFunction): readonly string[] =>
    checkValueFunction(values, '/v').map(({ path }) => path);
  const points = (...pairs: readonly (readonly [number, number])[]) =>
    pairs.map(([score, value]) => ({ score, value }));

  it('finds nothing in sound ones', () => {
    for (const values of [
      { kind: 'table', values: points([0, 0], [1, 100]) },
      { kind: 'linear', worst: 3, best: 1 },
      { kind: 'piecewise-linear', points: points([0, 100], [1, 40], [2, 90]) },
      { kind: 'exponential', worst: 0, best: 10, midScore: 3 },
      { kind: 'exponential', worst: 10, best: 0, rho: -4 },
    ] as const satisfies readonly ValueFunction[]) {
      expect(pathsOf(values), values.kind).to.deep.equal([]);
    }
  });

  it('names the place of every fault', () => {
    const cases: readonly (readonly [ValueFunction, readonly string[]])[] = [
      [{ kind: 'piecewise-linear', points: points([0, 0]) }, ['/v/points']],
      [{ kind: 'piecewise-linear', points: points([0, 0], [2, 50], [2, 100]) }, ['/v/points/2/score']],
      [
        { kind: 'piecewise-linear', points: points([0, -1], [2, 101]) },
        ['/v/points/0/value', '/v/points/1/value'],
      ],
      [{ kind: 'table', values: points([1, 0], [0, NaN]) }, ['/v/values/1/score', '/v/values/1/value']],
      [{ kind: 'linear', worst: 2, best: 2 }, ['/v']],
      [{ kind: 'linear', worst: NaN, best: 2 }, ['/v/worst']],
      [{ kind: 'exponential', worst: 0, best: 10 }, ['/v']],
      [{ kind: 'exponential', worst: 0, best: 10, midScore: 2, rho: 3 }, ['/v']],
      [{ kind: 'exponential', worst: 0, best: 10, midScore: 10 }, ['/v/midScore']],
      [{ kind: 'exponential', worst: 0, best: 10, midScore: 0.001 }, ['/v/midScore']],
      [{ kind: 'exponential', worst: 0, best: 10, midScore: NaN }, ['/v/midScore']],
      [{ kind: 'exponential', worst: 0, best: 10, rho: 0 }, ['/v/rho']],
      [{ kind: 'exponential', worst: 0, best: 10, rho: 0.001 }, ['/v/rho']],
    ];
    for (const [values, paths] of cases) {
      expect(pathsOf(values)).to.deep.equal(paths);
      expect(() => buildCurve(values)).to.throw(RangeError);
    }
  });
});
