import { expect } from 'chai';
import fc from 'fast-check';
import type { Agreement } from '../../../src/core/agreement/agreement.ts';
import { agreementOfCase } from '../../../src/core/scoring/agreement-of-case.ts';
import type { Case, Mark } from '../../../src/core/scoring/case.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import { prepareCase } from '../../../src/core/scoring/prepare-case.ts';
import type { Rubric } from '../../../src/core/rubric/rubric.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';
import { makeCase, mark, option, price } from './make-case.ts';
import { readVector } from './read-vector.ts';

const WHOLE = { lowest: 0, highest: 10, decimals: 0 };

/** Options o0, o1, ... by one criterion on 0-10, marked by r0, r1, ...; null is no mark. */
const byRater = (rows: readonly (readonly (number | null)[])[], rubric: Partial<Rubric> = {}): Case => {
  const options = (rows[0] ?? []).map((_value, index) => option(`o${index}`));
  const marks = rows.flatMap((row, rater) =>
    row.flatMap((score, index) =>
      score === null ? [] : [mark(`o${index}`, 'c', score, { assessor: `r${rater}` })],
    ),
  );
  return makeCase(makeRubric([scored('c', 10000)], { scale: WHOLE, ...rubric }), options, marks);
};

const transposed = (rows: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  (rows[0] ?? []).map((_value, column) => rows.map((row) => row[column] ?? NaN));

const measure = (given: Case): { agreement: Agreement; reasons: Record<string, string> } => {
  const { agreement, notes } = agreementOfCase(prepareCase(given));
  return { agreement, reasons: Object.fromEntries(notes.map(({ path, reason }) => [path, reason])) };
};

describe('agreement of a case', () => {
  it('is part of every evaluation, with its reasons among the notes and itself not among what is left out', () => {
    const given = byRater([
      [1, 5, null],
      [2, 5, 7],
    ]);
    const result = evaluateCase(given, { partial: false });
    const { agreement, notes } = agreementOfCase(prepareCase(given));
    expect(result.agreement).to.deep.equal(agreement);
    expect(result.notes).to.deep.include.members([...notes]);
    expect(result.notes.map(({ path }) => path))
      .to.include('/agreement/icc21')
      .and.not.include('/agreement');
  });

  it('alpha-01 as a case (Krippendorff 2011, example C): ordinal, interval and pairable values', () => {
    const { inputs, expected } = readVector('alpha-01-krippendorff-2011');
    const { agreement, reasons } = measure(byRater(inputs.raters_by_units));
    expect(agreement.alphaOrdinal).to.be.closeTo(expected.alpha.ordinal, 1e-6);
    expect(agreement.alphaInterval).to.be.closeTo(expected.alpha.interval, 1e-6);
    expect(agreement.alphaNominal).to.be.closeTo(expected.alpha.nominal, 1e-6);
    expect(agreement.alphaRatio).to.be.closeTo(expected.alpha.ratio, 1e-6);
    expect(agreement.pairableValues).to.equal(expected.pairable_values);
    expect(agreement.pairableCells).to.equal(expected.pairable_units);
    expect(agreement.icc21).to.equal(null);
    expect(reasons['/agreement/icc21']).to.match(/not every assessor marked every cell/);
  });

  it('icc-01 as a case (Shrout and Fleiss 1979): single, mean, and severity set aside', () => {
    const { inputs, expected } = readVector('icc-01-shrout-fleiss');
    const { agreement } = measure(byRater(transposed(inputs.targets_by_judges)));
    expect(agreement.icc21).to.be.closeTo(expected.ICC2, 1e-6);
    expect(agreement.icc2k).to.be.closeTo(expected.ICC2k, 1e-6);
    expect(agreement.icc31).to.be.closeTo(expected.ICC3, 1e-6);
    expect(agreement.icc3k).to.be.closeTo(expected.ICC3k, 1e-6);
    expect(agreement.assessorsFor70).to.equal(6);
  });

  it('kendall-04 as a case (anxiety data of R irr): W, chi-square and its tail', () => {
    const { inputs, expected } = readVector('kendall-04-anxiety');
    const { agreement } = measure(byRater(inputs.raters_by_objects));
    expect(agreement.kendallW).to.be.closeTo(expected.W, 1e-6);
    expect(agreement.kendallChiSquare).to.be.closeTo(expected.chi_square, 1e-6);
    expect(agreement.kendallChiSquareP).to.be.closeTo(expected.p_value, 1e-6);
    expect(agreement.kendallP).to.be.within(0.01, 0.06);
    expect(agreement.alphaInterval).to.be.closeTo(0.1701, 5e-5);
  });

  it('takes several criteria on different scales as values of 0-100', () => {
    const tens = { lowest: 0, highest: 10, decimals: 0 };
    const rubric = makeRubric([scored('a', 4000), scored('b', 6000, { levels: tens })]);
    const marks = ['p1', 'p2'].flatMap((assessor) =>
      [1, 3].flatMap((score, index) => [
        mark(`o${index}`, 'a', score, { assessor }),
        mark(`o${index}`, 'b', 2 * score, { assessor }),
      ]),
    );
    const { agreement } = measure(makeCase(rubric, [option('o0'), option('o1')], marks));
    expect(agreement).to.deep.include({ alphaNominal: 1, alphaOrdinal: 1, icc21: 1, kendallW: 1 });
    expect(agreement).to.deep.include({ pairableCells: 4, widestCells: [], suitedAlpha: 'ordinal' });
  });

  it('has quality exactly level where it is: weights 10, 20 and 70 make 63.5 of both options', () => {
    const rubric = makeRubric([scored('a', 1000), scored('b', 2000), scored('c', 7000)], {
      scale: { lowest: 0, highest: 100, decimals: 0 },
    });
    const marksOf = (assessor: string, id: string, scores: readonly number[]): readonly Mark[] =>
      scores.map((score, index) => mark(id, ['a', 'b', 'c'][index] ?? '', score, { assessor }));
    const level = ['p1', 'p2'].flatMap((assessor) => [
      ...marksOf(assessor, 'x', [60, 60, 65]),
      ...marksOf(assessor, 'y', [60, 67, 63]),
    ]);
    const { agreement, reasons } = measure(makeCase(rubric, [option('x'), option('y')], level));
    expect(agreement.kendallW).to.equal(null);
    expect(reasons['/agreement/kendallW']).to.match(/level/);
    expect(agreement.icc21).to.equal(1);
  });

  it('leaves frontline marks, consensus and options without a panel mark aside', () => {
    const base = byRater([
      [1, 5, 9],
      [2, 5, 7],
    ]);
    const more: Case = {
      ...base,
      options: [...base.options, option('unmarked')],
      marks: [...base.marks, mark('o0', 'c', 10, { assessor: 'nurse', group: 'frontline' })],
      consensus: [{ option: 'o1', criterion: 'c', score: 0 }],
    };
    expect(measure(more)).to.deep.equal(measure(base));
  });

  it('compares the orders of those who marked everything, and says how many they are', () => {
    const { agreement, reasons } = measure(
      byRater([
        [1, 5, 9],
        [2, 5, 7],
        [null, 1, 0],
      ]),
    );
    expect(agreement).to.deep.include({ kendallW: 1, kendallAssessors: 2, kendallOptions: 3, icc21: null });
    expect(reasons['/agreement/kendallW']).to.match(/2 of 3 assessors/);
  });

  it('compares orders of options that somebody marked in full', () => {
    const rubric = makeRubric([scored('a', 5000), scored('b', 5000)]);
    const marks = ['p1', 'p2'].flatMap((assessor) => [
      ...['x', 'y'].flatMap((id, index) => [
        mark(id, 'a', 1 + index, { assessor }),
        mark(id, 'b', 3, { assessor }),
      ]),
      mark('gone', 'a', 0, { assessor }),
    ]);
    const { agreement } = measure(makeCase(rubric, [option('x'), option('y'), option('gone')], marks));
    expect(agreement).to.deep.include({ kendallW: 1, kendallOptions: 2, kendallAssessors: 2 });
  });

  it('has no order, and says why, where nobody marked an option in full', () => {
    const rubric = makeRubric([scored('a', 5000), scored('b', 5000)]);
    const marks = ['x', 'y'].flatMap((id) => [
      mark(id, 'a', 1, { assessor: 'p1' }),
      mark(id, 'b', 3, { assessor: 'p2' }),
    ]);
    const { agreement, reasons } = measure(makeCase(rubric, [option('x'), option('y')], marks));
    expect(agreement).to.deep.include({ kendallW: null, kendallAssessors: 0, kendallOptions: 0 });
    expect(reasons['/agreement/kendallW']).to.match(/fewer than two assessors/);
  });

  it('has exact orders where the sums are beyond what a double holds', () => {
    const deep = (levels: number): ReturnType<typeof scored> =>
      levels === 0
        ? scored('leaf', 3333)
        : ({
            id: `g${levels}`,
            title: 'Group',
            kind: 'group',
            weightBp: levels === 4 ? 10000 : 3333,
            children: [deep(levels - 1), scored(`rest${levels}`, 6667)],
          } as unknown as ReturnType<typeof scored>);
    const rubric = makeRubric([deep(4)], { scale: { lowest: 0, highest: 7, decimals: 3 } });
    const leaves = ['leaf', 'rest1', 'rest2', 'rest3', 'rest4'];
    const marks = ['p1', 'p2'].flatMap((assessor) =>
      ['x', 'y', 'z'].flatMap((id, at) =>
        leaves.map((leaf) => mark(id, leaf, leaf === 'leaf' && at > 0 ? 2.001 : 2, { assessor })),
      ),
    );
    const options = ['x', 'y', 'z'].map((id) => option(id));
    const { agreement } = measure(makeCase(rubric, options, marks));
    expect(agreement).to.deep.include({ kendallW: 1, kendallOptions: 3 });
  });

  it('lists the widest cells with scores of the scale, and names nobody', () => {
    const { agreement } = measure(
      byRater([
        [1, 5, 9, 4],
        [2, 5, 3, 8],
        [2, 5, null, 8],
      ]),
    );
    expect(agreement.widestCells).to.deep.equal([
      { option: 'o2', criterion: 'c', lowest: 3, highest: 9, range: 60, marks: 2 },
      { option: 'o3', criterion: 'c', lowest: 4, highest: 8, range: 40, marks: 3 },
      { option: 'o0', criterion: 'c', lowest: 1, highest: 2, range: 10, marks: 3 },
    ]);
    expect(JSON.stringify(agreement)).not.to.match(/r[0-9]"/);
  });

  it('is an object of nulls with reasons for one assessor, for one option and for no panel mark', () => {
    const one = measure(byRater([[1, 5, 9]]));
    expect(one.agreement).to.deep.include({
      assessors: 1,
      pairableValues: 0,
      alphaOrdinal: null,
      icc21: null,
    });
    expect(one.agreement).to.deep.include({ kendallW: null, kendallP: null, alphaOrdinalRange95: null });
    const single = measure(byRater([[1], [5]]));
    expect(single.agreement).to.deep.include({ kendallW: null, icc21: null, pairableValues: 2 });
    const none = measure(makeCase(makeRubric([scored('c', 10000)]), [option('x')], []));
    expect(none.agreement).to.deep.include({ assessors: 0, pairableValues: 0, alphaOrdinal: null });
    for (const { agreement, reasons } of [one, single, none]) {
      for (const [key, value] of Object.entries(agreement)) {
        if (value === null && key !== 'kendallPMethod')
          expect(reasons, key).to.have.property(`/agreement/${key}`);
      }
    }
  });

  it('says why there is no order where the scored criteria carry no weight', () => {
    const rubric = makeRubric([scored('c', 0), price(10000, { method: 'lowest-over-price' })]);
    const marks = ['p1', 'p2'].flatMap((assessor) => [
      mark('x', 'c', 1, { assessor }),
      mark('y', 'c', 4, { assessor }),
    ]);
    const { agreement, reasons } = measure(makeCase(rubric, [option('x'), option('y')], marks));
    expect(agreement).to.deep.include({ kendallW: null, alphaOrdinal: 1 });
    expect(reasons['/agreement/kendallW']).to.match(/no weight/);
  });

  it('takes at most as many resamples as the case has draws, and the seed of the case', () => {
    const rows = [
      [1, 5, 9, 4],
      [2, 6, 3, 8],
    ];
    const withSettings = (settings: NonNullable<Case['settings']>): Agreement =>
      measure({ ...byRater(rows), settings }).agreement;
    expect(withSettings({ draws: 300 }).alphaResamples).to.equal(300);
    expect(withSettings({ draws: 100_000 }).alphaResamples).to.equal(10_000);
    expect(withSettings({}).alphaResamples).to.equal(10_000);
    expect(withSettings({ seed: 1, draws: 300 })).to.deep.equal(withSettings({ draws: 300 }));
    expect(withSettings({ seed: 2, draws: 300 })).not.to.deep.equal(withSettings({ draws: 300 }));
  });

  it('does not depend on who is called what, or on the order of options and marks', () => {
    const rows = fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 10 })), { minLength: 4, maxLength: 4 }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(rows, (table) => {
        const given = { ...byRater(table), settings: { draws: 20 } };
        const turned = {
          ...given,
          options: [...given.options].reverse(),
          marks: [...given.marks].reverse().map((one) => ({ ...one, assessor: `z${one.assessor}` })),
        };
        const [a, b] = [measure(given).agreement, measure(turned).agreement];
        for (const key of [
          'alphaOrdinal',
          'alphaInterval',
          'kendallW',
          'icc21',
          'icc2k',
          'pairableValues',
        ] as const) {
          if (a[key] === null) expect(b[key], key).to.equal(null);
          else expect(b[key], key).to.be.closeTo(a[key], 2e-6);
        }
        for (const value of Object.values(a))
          if (typeof value === 'number') expect(value).to.satisfy(Number.isFinite);
      }),
    );
  });
});
