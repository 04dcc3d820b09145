import { expect } from 'chai';
import fc from 'fast-check';
import { buildAlphaMeter, krippendorffAlpha } from '../../../src/core/agreement/alpha.ts';
import type { Metric } from '../../../src/core/agreement/alpha.ts';
import { countRatings } from '../../../src/core/agreement/ratings.ts';
import { readVector } from '../scoring/read-vector.ts';

type Row = readonly (number | null)[];
const METRICS: readonly Metric[] = ['nominal', 'ordinal', 'interval', 'ratio'];

const unitsOf = (byRater: readonly Row[]): readonly (readonly number[])[] =>
  (byRater[0] ?? []).map((_value, unit) =>
    byRater.flatMap((row) => {
      const value = row[unit];
      return value === null || value === undefined ? [] : [value];
    }),
  );

const alphaOf = (units: readonly (readonly number[])[], metric: Metric): number | null =>
  krippendorffAlpha(countRatings(units), metric).value;

/** Alpha by its definition: every pair of values in turn. */
const alphaByPairs = (units: readonly (readonly number[])[], metric: Metric): number | null => {
  const kept = units.filter((values) => values.length > 1);
  const all = kept.flat();
  const squared = (c: number, k: number): number => {
    if (c === k) return 0;
    if (metric === 'nominal') return 1;
    if (metric === 'interval') return (c - k) ** 2;
    if (metric === 'ratio') return ((c - k) / (c + k)) ** 2;
    const [low, high] = [Math.min(c, k), Math.max(c, k)];
    const between = all.filter((value) => value >= low && value <= high).length;
    const ends = all.filter((value) => value === low || value === high).length;
    return (between - ends / 2) ** 2;
  };
  const pairs = (values: readonly number[]): number =>
    values.reduce((sum, c) => sum + values.reduce((inner, k) => inner + squared(c, k), 0), 0);
  const observed = kept.reduce((sum, values) => sum + pairs(values) / (values.length - 1), 0) / all.length;
  const expected = pairs(all) / (all.length * (all.length - 1));
  return expected === 0 || all.length === 0 ? null : 1 - observed / expected;
};

const units = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 5 }), { maxLength: 12 });

describe("Krippendorff's alpha", () => {
  for (const id of ['alpha-01-krippendorff-2011', 'alpha-03-binary']) {
    const { source, inputs, expected, tolerance } = readVector(id);
    it(`${id}: every measure and the pairable values (${source.citation})`, () => {
      const ratings = countRatings(unitsOf(inputs.raters_by_units));
      for (const [metric, value] of Object.entries<number>(expected.alpha)) {
        const found = krippendorffAlpha(ratings, metric as Metric).value;
        expect(found, metric).to.be.closeTo(value, tolerance.abs);
      }
      if (expected.pairable_units === undefined) return;
      expect(ratings.kindOf.length).to.equal(expected.pairable_units);
      expect(ratings.pairableValues).to.equal(expected.pairable_values);
    });
  }

  it('anxiety data of R irr: interval .1701 and nominal -.0237 (irrCAC, fast-krippendorff, exact arithmetic)', () => {
    const anxiety = unitsOf(readVector('kendall-04-anxiety').inputs.raters_by_objects);
    expect(alphaOf(anxiety, 'interval')).to.be.closeTo(0.1701, 5e-5);
    expect(alphaOf(anxiety, 'nominal')).to.be.closeTo(-0.0237, 5e-5);
  });

  it('counts units with the same values as one kind (the worked example of the ratings)', () => {
    const ratings = countRatings([[1, 1, 2], [3, 3], [2, 1, 1], [4]]);
    expect([...ratings.categories]).to.deep.equal([1, 2, 3]);
    expect([...ratings.frequency]).to.deep.equal([2, 1]);
    expect([...ratings.kindOf]).to.deep.equal([0, 1, 0]);
    expect(ratings.pairableValues).to.equal(8);
  });

  it('is 0.4444 for the worked example in its description', () => {
    const worked = [
      [1, 1],
      [2, 2],
      [1, 2],
    ];
    expect(alphaOf(worked, 'nominal')).to.be.closeTo(4 / 9, 1e-12);
  });

  it('is what its definition over pairs of values gives, by every measure', () => {
    fc.assert(
      fc.property(units, fc.constantFrom(...METRICS), (given, metric) => {
        const [found, wanted] = [alphaOf(given, metric), alphaByPairs(given, metric)];
        if (wanted === null) expect(found).to.equal(null);
        else expect(found).to.be.closeTo(wanted, 1e-9);
      }),
    );
  });

  it('does not change when the interval scale is shifted or stretched, or when people change places', () => {
    fc.assert(
      fc.property(
        units,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        (given, by, times) => {
          const moved = given.map((values) => values.map((value) => by + times * value).reverse());
          for (const metric of ['nominal', 'ordinal', 'interval'] as const) {
            const [before, after] = [alphaOf(given, metric), alphaOf(moved, metric)];
            if (before === null) expect(after).to.equal(null);
            else expect(after).to.be.closeTo(before, 1e-9);
          }
        },
      ),
    );
  });

  it('does not change when a unit with one value is added', () => {
    fc.assert(
      fc.property(
        units,
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(...METRICS),
        (given, value, metric) => {
          expect(alphaOf([...given, [value]], metric)).to.equal(alphaOf(given, metric));
        },
      ),
    );
  });

  it('counts a unit drawn twice as two units', () => {
    const once = [
      [1, 2],
      [3, 3],
      [5, 4],
    ];
    const drawn = buildAlphaMeter(countRatings(once), ['ordinal'])(Int32Array.of(2, 0, 1))[0]?.value;
    expect(drawn).to.equal(
      alphaOf(
        [
          [1, 2],
          [1, 2],
          [5, 4],
        ],
        'ordinal',
      ),
    );
  });

  it('is undefined, with a reason, when nothing is pairable or all values are equal', () => {
    expect(krippendorffAlpha(countRatings([]), 'ordinal').reason).to.match(/two assessors/);
    expect(krippendorffAlpha(countRatings([[1], [2]]), 'ordinal').reason).to.match(/two assessors/);
    expect(krippendorffAlpha(countRatings([[3, 3], [3, 3], [4]]), 'interval').reason).to.match(/equal/);
    expect(krippendorffAlpha(countRatings([[-1, 1]]), 'ratio').reason).to.match(/nought or more/);
  });

  it('refuses what is not a finite number, and counts for other units, by name', () => {
    expect(() => countRatings([[1, 2], [NaN]])).to.throw(RangeError, 'Unit 1 holds NaN');
    expect(() => countRatings([[1, Infinity]])).to.throw(RangeError, 'Unit 0 holds Infinity');
    const ratings = countRatings([[1, 2]]);
    expect(() => buildAlphaMeter(ratings, ['nominal'])(Int32Array.of(1, 1))).to.throw(
      RangeError,
      '2 counts for 1 kinds',
    );
  });
});
