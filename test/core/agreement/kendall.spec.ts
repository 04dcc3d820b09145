import { expect } from 'chai';
import fc from 'fast-check';
import { chiSquareTail } from '../../../src/core/agreement/chi-square.ts';
import { exactTail } from '../../../src/core/agreement/kendall-exact.ts';
import { kendallP, permutationTail } from '../../../src/core/agreement/kendall-p.ts';
import { fourfoldSpread, kendallW } from '../../../src/core/agreement/kendall-w.ts';
import { midranks } from '../../../src/core/agreement/midranks.ts';
import { readVector } from '../scoring/read-vector.ts';

const table = (columns: number, rows: { minLength: number; maxLength: number }) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: columns, maxLength: columns }), rows);

describe('midranks', () => {
  it('share the places of level values (the worked example)', () => {
    expect(midranks([3, 5, 5, 9])).to.deep.equal({ doubled: [2, 5, 5, 8], ties: 6 });
    expect(midranks([])).to.deep.equal({ doubled: [], ties: 0 });
  });
});

describe("Kendall's W", () => {
  for (const id of ['kendall-01-siegel-ties', 'kendall-04-anxiety']) {
    const { source, inputs, expected, tolerance } = readVector(id);
    it(`${id}: W, S, ties, rank sums, chi-square and its tail (${source.citation})`, () => {
      const found = kendallW(inputs.raters_by_objects);
      const k = inputs.raters_by_objects.length;
      const m = inputs.raters_by_objects[0].length;
      expect(found.w.value).to.be.closeTo(expected.W, tolerance.abs);
      expect(found.spread).to.equal(expected.S);
      expect(found.ties).to.equal(expected.tie_sum);
      expect(found.rankSums).to.deep.equal(expected.rank_sums);
      expect(found.chiSquare).to.be.closeTo(expected.chi_square, tolerance.abs);
      expect(found.degreesOfFreedom).to.equal(expected.df);
      expect(found.chiSquareP).to.be.closeTo(expected.p_value, tolerance.abs);
      const uncorrected = (12 * found.spread) / (k * k * (m ** 3 - m));
      expect(uncorrected).to.be.closeTo(expected.W_uncorrected, tolerance.abs);
    });
  }

  it('is 0.75 for the worked example, 1 for one order and 0 for places that cancel out', () => {
    expect(
      kendallW([
        [1, 2, 3],
        [1, 3, 2],
      ]).w.value,
    ).to.equal(0.75);
    expect(
      kendallW([
        [1, 2, 3],
        [10, 20, 30],
      ]).w.value,
    ).to.equal(1);
    expect(
      kendallW([
        [1, 2, 3],
        [3, 2, 1],
      ]).w.value,
    ).to.equal(0);
  });

  it("is Friedman's chi-square over k (m - 1)", () => {
    fc.assert(
      fc.property(table(5, { minLength: 2, maxLength: 6 }), (rows) => {
        const { w } = kendallW(rows);
        fc.pre(w.value !== null);
        const [k, m] = [rows.length, 5];
        const ranks = rows.map((row) =>
          row.map(
            (value) =>
              row.filter((other) => other < value).length +
              (row.filter((other) => other === value).length + 1) / 2,
          ),
        );
        // Friedman's own form: squares between options over squares within assessors.
        const grand = (m + 1) / 2;
        const means = Array.from(
          { length: m },
          (_unused, at) => ranks.reduce((sum, row) => sum + (row[at] ?? 0), 0) / k,
        );
        const between = k * means.reduce((sum, mean) => sum + (mean - grand) ** 2, 0);
        const within = ranks.flat().reduce((sum, rank) => sum + (rank - grand) ** 2, 0) / (k * (m - 1));
        expect(w.value).to.be.closeTo(between / within / (k * (m - 1)), 1e-9);
      }),
    );
  });

  it('lies between 0 and 1 and does not change with the order of options or assessors', () => {
    fc.assert(
      fc.property(table(4, { minLength: 2, maxLength: 6 }), (rows) => {
        const { w } = kendallW(rows);
        expect(kendallW(rows.map((row) => [...row].reverse()).reverse()).w).to.deep.equal(w);
        if (w.value !== null) expect(w.value).to.be.within(0, 1);
      }),
    );
  });

  it('is undefined, with a reason, for one assessor, one option, or all options level', () => {
    expect(kendallW([]).w.reason).to.match(/two assessors/);
    expect(kendallW([[1, 2]]).w.reason).to.match(/two assessors/);
    expect(kendallW([[1], [2]]).w.reason).to.match(/two options/);
    expect(
      kendallW([
        [1, 1],
        [2, 2],
      ]),
    ).to.deep.include({ chiSquare: null, chiSquareP: null });
    expect(
      kendallW([
        [1, 1],
        [2, 2],
      ]).w.reason,
    ).to.match(/level/);
  });

  it('refuses a ragged table and what is not a number, by name', () => {
    expect(() => kendallW([[1, 2], [1]])).to.throw(RangeError, 'Row 1');
    expect(() => kendallW([[1, NaN]])).to.throw(RangeError, 'NaN');
  });
});

/** Every order of every assessor but the first, one at a time. */
const tailByCounting = (rows: readonly (readonly number[])[]): number => {
  const { ranks, rankSums } = kendallW(rows);
  const observed = fourfoldSpread(
    rankSums.map((sum) => 2 * sum),
    rows.length,
  );
  const ordersOf = (places: readonly number[]): number[][] =>
    places.length < 2
      ? [[...places]]
      : places.flatMap((first, at) =>
          ordersOf(places.filter((_place, other) => other !== at)).map((rest) => [first, ...rest]),
        );
  let sums = [ranks[0]?.doubled ?? []];
  for (const { doubled } of ranks.slice(1)) {
    const orders = ordersOf(doubled);
    sums = sums.flatMap((sum) => orders.map((order) => order.map((place, at) => place + (sum[at] ?? 0))));
  }
  return sums.filter((sum) => fourfoldSpread(sum, rows.length) >= observed).length / sums.length;
};

describe("the p value of Kendall's W", () => {
  it('Kendall’s table of S: for k = 3 and m = 3, S = 18 has 0.0278 and S = 14 has 0.194 (Siegel, appendix table)', () => {
    expect(
      kendallP(
        kendallW([
          [1, 2, 3],
          [1, 2, 3],
          [1, 2, 3],
        ]),
        1,
      )?.p,
    ).to.be.closeTo(6 / 216, 1e-12);
    const next = kendallW([
      [1, 2, 3],
      [1, 2, 3],
      [1, 3, 2],
    ]);
    expect(next.spread).to.equal(14);
    expect(kendallP(next, 1)?.p).to.be.closeTo(0.1944, 5e-5);
  });

  it('counts six orders of three options, spread by 8, 6, 6, 2, 2 and 0 (the worked example)', () => {
    const places = [midranks([1, 2, 3]), midranks([1, 2, 3])];
    const tails = [8, 6, 2, 0].map((spread) => exactTail(places, 4 * spread));
    [1 / 6, 3 / 6, 5 / 6, 1].forEach((share, at) => expect(tails[at]).to.be.closeTo(share, 1e-12));
  });

  it('is what counting every order gives, ties included', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }).chain((m) => table(m, { minLength: 2, maxLength: 3 })),
        (rows) => {
          const concordance = kendallW(rows);
          fc.pre(concordance.w.value !== null);
          const found = kendallP(concordance, 1);
          expect(found?.method).to.equal('exact');
          expect(found?.p).to.be.closeTo(tailByCounting(rows), 1e-9);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('by permutation lies by the exact one, and is the same for the same seed only', () => {
    const rows = [
      [1, 2, 3, 4],
      [2, 1, 3, 4],
      [1, 3, 2, 4],
      [4, 2, 3, 1],
    ];
    const { ranks, rankSums } = kendallW(rows);
    const observed = fourfoldSpread(
      rankSums.map((sum) => 2 * sum),
      4,
    );
    const exact = exactTail(ranks, observed) ?? NaN;
    const drawn = permutationTail(ranks, observed, 1);
    expect(drawn.permutations).to.equal(10_000);
    // Six standard errors of a share of 10,000 draws are at most 0.03.
    expect(drawn.p).to.be.closeTo(exact, 0.03);
    expect(permutationTail(ranks, observed, 1)).to.deep.equal(drawn);
    expect(permutationTail(ranks, observed, 2).p).not.to.equal(drawn.p);
  });

  it('is by permutation for many options or assessors, and near the chi-square tail there', () => {
    const rows = readVector('kendall-01-siegel-ties').inputs.raters_by_objects;
    const found = kendallP(kendallW(rows), 1);
    expect(found?.method).to.equal('permutation');
    expect(found?.p).to.be.within(1 / 10_001, 0.0079);
    const large = Array.from({ length: 50 }, (_unused, person) =>
      Array.from({ length: 200 }, (_value, at) => (at * 7 + person * 13) % 31),
    );
    expect(kendallP(kendallW(large), 1)?.permutations).to.equal(200);
  });

  it('is undefined where W is', () => {
    expect(kendallP(kendallW([[1, 2]]), 1)).to.equal(null);
  });
});

describe('the chi-square tail', () => {
  it('agrees with printed tables: 5% and 1% points (Abramowitz and Stegun, table 26.8)', () => {
    const points: readonly (readonly [number, number, number])[] = [
      [3.84146, 1, 0.05],
      [6.6349, 1, 0.01],
      [5.99146, 2, 0.05],
      [11.0705, 5, 0.05],
      [18.307, 10, 0.05],
      [50.8922, 30, 0.01],
      [124.342, 100, 0.05],
    ];
    for (const [value, df, tail] of points) expect(chiSquareTail(value, df)).to.be.closeTo(tail, 2e-6);
  });

  it('is 1 at nought, falls as the value rises, and stays between 0 and 1 at any size', () => {
    expect(chiSquareTail(0, 3)).to.equal(1);
    for (const df of [1, 2, 7, 199, 1999]) {
      const tails = [0.5, 1, 1.5, 3, 40].map((times) => chiSquareTail(df * times, df));
      expect([...tails].sort((a, b) => b - a)).to.deep.equal(tails);
      for (const tail of tails) expect(tail).to.be.within(0, 1);
    }
    expect(chiSquareTail(1999, 1999)).to.be.closeTo(0.4958, 1e-4);
  });

  it('refuses a negative value and degrees of freedom that are none, by name', () => {
    expect(() => chiSquareTail(-1, 1)).to.throw(RangeError, 'value -1');
    expect(() => chiSquareTail(NaN, 1)).to.throw(RangeError, 'value NaN');
    expect(() => chiSquareTail(1, 0)).to.throw(RangeError, 'degrees of freedom 0');
    expect(() => chiSquareTail(1, 1.5)).to.throw(RangeError, 'degrees of freedom 1.5');
  });
});
