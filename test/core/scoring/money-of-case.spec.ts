import { expect } from 'chai';
import fc from 'fast-check';
import { shownNumber } from '../../../src/core/exact/decimal.ts';
import { escalatingAnnuityFactor } from '../../../src/core/money/annuity.ts';
import type { Case, CaseOption, CaseSettings, CostLine } from '../../../src/core/scoring/case.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import { prepareCase } from '../../../src/core/scoring/prepare-case.ts';
import type { Method } from '../../../src/core/rubric/rubric.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';
import { makeCase, mark, option, PERCENT, price } from './make-case.ts';
import { moneyOf } from './stand-case.ts';

const BENCHMARK = { method: 'benchmark-linear', floorPence: 0, ceilingPence: 20000 } as const;

const given = (
  options: readonly CaseOption[],
  quality: readonly number[],
  more: { method?: Method; settings?: CaseSettings; price?: Parameters<typeof price>[1] } = {},
): Case =>
  makeCase(
    makeRubric([scored('fit', 5000), price(5000, { ...BENCHMARK, ...more.price })], {
      scale: PERCENT,
      ...(more.method ? { method: more.method } : {}),
    }),
    options,
    options.map(({ id }, index) => mark(id, 'fit', quality[index] ?? 0)),
    { settings: { draws: 1, ...more.settings } },
  );

const pair = [option('a', { pence: 9000 }), option('b', { pence: 12000 })];

describe('the money of a case', () => {
  it('stands in the result beside the award rule, which it does not change', () => {
    const plain = evaluateCase(given(pair, [60, 80]), { partial: false });
    const more = evaluateCase(
      given(pair, [60, 80], {
        method: { moneyPerQualityPointPence: 10 },
        settings: { optimismBiasBp: 9000 },
      }),
      { partial: false },
    );
    expect(more.options).to.deep.equal(plain.options);
    expect([more.winner, more.tied]).to.deep.equal([plain.winner, plain.tied]);
    expect(plain.money).to.deep.include({
      pricePerQualityPoint: { a: 150, b: 150 },
      qualityInMoney: null,
      medianBid: 10500,
      impliedPricePerPointPence: 200,
      equivalentAnnual: null,
      optimismBias: null,
    });
    expect(plain.money?.paretoSteps).to.deep.equal([
      { from: 'a', to: 'b', extraCostPence: 3000, extraQuality: 20, pencePerQualityPoint: 150 },
    ]);
  });

  it('gives a reason in words for each part that has no answer', () => {
    const { noteAt } = moneyOf(given([...pair, option('none', { pence: 1 })], [60, 80, 0]));
    expect(noteAt('/money/pricePerQualityPoint/none')).to.include('0 points');
    expect(noteAt('/money/qualityInMoney')).to.include('what one point of quality is worth');
    expect(noteAt('/money/equivalentAnnual')).to.include('lifeYears');
    expect(noteAt('/money/optimismBias')).to.include('none is assumed');
  });

  it('is null with a note without a price criterion and costs, and there with costs alone', () => {
    const rubric = makeRubric([scored('fit', 10000)], { scale: PERCENT });
    const bare = makeCase(rubric, [option('a')], [mark('a', 'fit', 50)], { settings: { draws: 1 } });
    const result = evaluateCase(bare, { partial: false });
    expect(result.money).to.equal(null);
    expect(result.notes.find(({ path }) => path === '/money')?.reason).to.include('no price criterion');
    const costed = makeCase(rubric, [option('a', { pence: 100 })], [mark('a', 'fit', 50)]);
    const { money } = moneyOf(costed);
    expect([money.pricePerQualityPoint, money.reversal]).to.deep.equal([{ a: 2 }, null]);
  });

  it('pays for quality above the floor at the published worth, and names the lowest', () => {
    const method = { moneyPerQualityPointPence: 200, moneyQualityFloor: 50 };
    const { money } = moneyOf(given(pair, [60, 80], { method }));
    expect(money.qualityInMoney).to.deep.equal({ a: 7000, b: 6000 });
    expect(money.lowest.qualityInMoney).to.deep.equal(['b']);
    expect(money.lowest.pricePerQualityPoint).to.deep.equal(['a', 'b']);
  });

  it('takes the worth in the settings only where the rubric names none, and says so', () => {
    const settings = { moneyPerQualityPointPence: 100 };
    const alone = moneyOf(given(pair, [60, 80], { settings }));
    expect(alone.money.qualityInMoney).to.deep.equal({ a: 3000, b: 4000 });
    const both = moneyOf(given(pair, [60, 80], { settings, method: { moneyPerQualityPointPence: 10 } }));
    expect(both.money.qualityInMoney).to.deep.equal({ a: 8400, b: 11200 });
    expect(both.noteAt('/money/qualityInMoney')).to.include('goes before the one in the settings');
  });

  it('compares unequal lives by the year: the dearer to buy is the cheaper to have', () => {
    const lives = [option('a', { pence: 10000, lifeYears: 3 }), option('b', { pence: 15000, lifeYears: 5 })];
    const { money, noteAt } = moneyOf(given(lives, [60, 80], { method: { discountRateBp: 1000 } }));
    expect(money.equivalentAnnual).to.deep.equal({ a: 4021.148036, b: 3956.962212 });
    expect(money.lowest.equivalentAnnual).to.deep.equal(['b']);
    expect(noteAt('/money/equivalentAnnual')).to.equal(
      "Over a whole life 'a' costs least, for each year of use 'b': their lives differ.",
    );
  });

  it('leaves an option that is out without a figure, and counts a comparator without ranking it', () => {
    const options = [
      option('today', { pence: 10, kind: 'business-as-usual' }),
      ...pair,
      option('out', { pence: 5 }),
    ];
    const award = given(options, [50, 60, 80, 10], { settings: { purpose: 'award' } });
    const { money } = moneyOf({ ...award, rubric: { ...award.rubric, minimumQuality: 20 } });
    expect(money.pricePerQualityPoint).to.deep.equal({ today: 0.2, a: 150, b: 150 });
    expect(money.lowest.pricePerQualityPoint).to.deep.equal(['a', 'b']);
    expect(money.medianBid).to.equal(10500);
  });

  it('ten times every price: ten times every figure in money, the same order', () => {
    const pence = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(pence, fc.integer({ min: 1, max: 50 }), (costs, worth) => {
        const by = (times: number) =>
          moneyOf(
            given(
              costs.map((cost, index) => option(`o${index}`, { pence: cost * times, lifeYears: 4 })),
              costs.map((_cost, index) => 20 + index * 10),
              {
                method: { moneyPerQualityPointPence: worth * times },
                price: { method: 'lowest-over-price' },
              },
            ),
          ).money;
        const [one, ten] = [by(1), by(10)];
        expect(ten.lowest).to.deep.equal(one.lowest);
        expect(ten.medianBid).to.equal((one.medianBid ?? 0) * 10);
        for (const part of ['pricePerQualityPoint', 'qualityInMoney', 'equivalentAnnual'] as const) {
          for (const [id, found] of Object.entries(one[part] ?? {})) {
            expect(ten[part]?.[id]).to.be.closeTo((found ?? NaN) * 10, 1e-5);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('optimism bias on a case', () => {
  const line = (pence: number, capital: boolean): CostLine => ({ line: 'all', year: 0, pence, capital });
  const options = [
    option('a', { costs: [line(9000, true)] }),
    option('b', { costs: [line(11000, false)] }),
    option('today', { kind: 'business-as-usual', costs: [line(5000, true)] }),
  ];
  const biased = (optimismBiasBp: NonNullable<CaseSettings['optimismBiasBp']>) =>
    moneyOf(given(options, [60, 60, 60], { settings: { purpose: 'award', optimismBiasBp } }));

  it('raises the costs of competing options and runs the ranking again', () => {
    const { money, noteAt } = biased({ capitalBp: 5000 });
    expect(money.optimismBias).to.deep.equal({
      capitalBp: 5000,
      revenueBp: 0,
      costPence: { a: 13500, b: 11000 },
      ranks: { a: 2, b: 1 },
      first: ['b'],
      winnerChanges: true,
    });
    expect(noteAt('/money/optimismBias'))
      .to.include('HM Treasury')
      .and.include('raised by 50% and revenue costs by 0%');
  });

  it('keeps the order under one figure for both where nothing turns on it', () => {
    expect(biased(1000).money.optimismBias).to.deep.include({ first: ['a'], winnerChanges: false });
  });
});

describe('cost lines of a case', () => {
  const costOf = (one: CaseOption, method: Method = { discountRateBp: 1000 }): number | null => {
    const { cost } = prepareCase(given([one], [50], { method })).options[0] ?? {};
    return cost ? shownNumber(cost) : null;
  };
  const yearly: CostLine = { line: 'rent', year: 1, pence: 1000, everyYearUntil: 3 };

  it('repeats, escalates and is replaced, exactly as lines typed year by year', () => {
    const typed = [1, 2, 3].map((year) => ({ line: 'rent', year, pence: 1000 }));
    expect(costOf(option('a', { costs: [yearly] }))).to.equal(costOf(option('a', { costs: typed })));
    expect(costOf(option('a', { costs: [{ ...yearly, escalationBp: 1000, fromYear: 0 }] }))).to.equal(3000);
    const replaced = { line: 'kit', year: 0, pence: 1000, everyYears: 2, everyYearUntil: 4 };
    expect(costOf(option('a', { costs: [replaced] }), { discountRateBp: 0 })).to.equal(3000);
  });

  it('a yearly line in prices of today that rise costs its pence times UPV*, and exactly n times at e = d', () => {
    const rising = { ...yearly, everyYearUntil: 7, escalationBp: 300, fromYear: 0 };
    const factor = escalatingAnnuityFactor(1000, 300, 7);
    expect(costOf(option('a', { costs: [rising] }))).to.equal(
      shownNumber({ n: factor.n * 1000n, d: factor.d }),
    );
    expect(costOf(option('a', { costs: [{ ...rising, escalationBp: 1000 }] }))).to.equal(7000);
  });

  it('takes what is left over off at the end of the life, and discounts mid-year where the method says so', () => {
    const kept = option('a', { pence: 1000, lifeYears: 2, residualPence: 121 });
    expect(costOf(kept)).to.equal(900);
    const later = option('a', { costs: [{ line: 'x', year: 1, pence: 1000000 }] });
    expect(costOf(later, { discountRateBp: 1000, discountTiming: 'mid-year' })).to.equal(953463);
    expect(costOf(later, { discountRateBp: 1000, discountTiming: 'end-year' })).to.equal(909090.909091);
  });

  it('leaves a tendered price undiscounted, what is left over included', () => {
    const tendered = given([option('a', { costs: [yearly], lifeYears: 3, residualPence: 500 })], [50], {
      price: { basis: 'tendered' },
    });
    expect(evaluateCase(tendered, { partial: false }).options[0]?.costPence).to.equal(3000);
  });

  it('points at a faulty line and at a residual value without a life', () => {
    const faulty = given(
      [option('x', { costs: [{ ...yearly, everyYearUntil: 0 }], residualPence: 5 }), ...pair],
      [50, 50, 50],
    );
    let faults: readonly { path: string }[] = [];
    try {
      evaluateCase(faulty, { partial: false });
    } catch (error) {
      ({ faults } = error as { faults: readonly { path: string }[] });
    }
    expect(faults.map(({ path }) => path)).to.deep.equal([
      '/options/0/costs/0/everyYearUntil',
      '/options/0/residualPence',
    ]);
  });
});
