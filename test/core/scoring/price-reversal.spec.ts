import { expect } from 'chai';
import fc from 'fast-check';
import type { PriceMethod } from '../../../src/core/rubric/rubric.ts';
import type { Case, OptionKind } from '../../../src/core/scoring/case.ts';
import { firstOf } from '../../../src/core/scoring/create-scorer.ts';
import type { OptionStanding } from '../../../src/core/scoring/create-scorer.ts';
import { shownNumber } from '../../../src/core/exact/decimal.ts';
import { compare } from '../../../src/core/exact/rational.ts';
import type { ReversalResult } from '../../../src/core/scoring/money-result.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';
import { makeCase, mark, option, PERCENT, price } from './make-case.ts';
import { moneyOf, standCase } from './stand-case.ts';

type Bid = readonly [id: string, quality: number, pence: number, kind?: OptionKind];

const RELATIVE: readonly PriceMethod[] = [
  'lowest-over-price',
  'squared-ratio',
  'min-max',
  'proportional-excess',
  'mean-based',
];

const tender = (method: PriceMethod, bids: readonly Bid[], priceBp = 5000): Case =>
  makeCase(
    makeRubric(
      [scored('fit', 10000 - priceBp), price(priceBp, { method, floorPence: 0, ceilingPence: 180 })],
      { scale: PERCENT },
    ),
    bids.map(([id, , pence, kind = 'bid']) => option(id, { pence, kind })),
    bids.map(([id, quality]) => mark(id, 'fit', quality)),
    { settings: { purpose: 'appraisal' } },
  );

const reversalOf = (given: Case): ReversalResult => {
  const { reversal } = moneyOf(given).money;
  if (!reversal) throw new Error('The case has no reversal report.');
  return reversal;
};

const firstIn = (given: Case): string => firstOf(standCase(given)).join();

const THREE: readonly Bid[] = [
  ['a', 70, 100],
  ['b', 90, 140],
  ['c', 20, 60],
];

describe('rank reversal by a bid', () => {
  it('the worked example: a hopeless cheap bid decides which of two is first', () => {
    const given = tender('lowest-over-price', THREE);
    expect(firstIn(given)).to.equal('b');
    expect(reversalOf(given).bidsThatMatter).to.deep.equal([
      {
        option: 'c',
        first: ['a'],
        winnerChanges: true,
        between: ['a', 'b'],
        sentence:
          'Which of A and B is first depends on whether C bids: the price formula measures every bid against the lowest.',
      },
    ]);
    expect(reversalOf(given).sentence).to.equal(reversalOf(given).bidsThatMatter[0]?.sentence);
  });

  it('with a published floor and ceiling no bid can change the order, and A is first both times', () => {
    for (const bids of [THREE, THREE.slice(0, 2)]) {
      const given = tender('benchmark-linear', bids);
      expect(firstIn(given)).to.equal('a');
      const { applies, bidsThatMatter, extraBidPence, sentence } = reversalOf(given);
      expect([applies, bidsThatMatter, extraBidPence]).to.deep.equal([false, [], null]);
      expect(sentence).to.match(/^No other bid's price can change the order/);
    }
  });

  it('finds the dearest extra bid that would change the winner: 70 pence, where 35 + 35 = 45 + 25', () => {
    const { extraBidPence, extraBidFirst, extraBidAbovePence } = reversalOf(
      tender('lowest-over-price', THREE.slice(0, 2)),
    );
    expect([extraBidPence, extraBidFirst, extraBidAbovePence]).to.deep.equal([70, ['a', 'b'], null]);
    expect(reversalOf(tender('lowest-over-price', THREE.slice(0, 2))).sentence).to.equal(
      'No single bid decides the order of the others: leaving out any one of the 2, the winner aside, changes nothing.',
    );
  });

  it('three matched bids (Local Government Lawyer article): the formula is a hidden weight', () => {
    const matched: readonly Bid[] = [
      ['o1', 50, 50],
      ['o2', 75, 75],
      ['o3', 100, 100],
    ];
    const totals = (method: PriceMethod) =>
      standCase(tender(method, matched)).options.map(({ total }) => total && shownNumber(total));
    expect(totals('lowest-over-price')).to.deep.equal([75, 70.833333, 75]);
    expect(totals('min-max')).to.deep.equal([75, 62.5, 50]);
    const { money } = moneyOf(tender('min-max', matched));
    expect(money.lowest.pricePerQualityPoint).to.deep.equal(['o1', 'o2', 'o3']);
  });

  it('says so when the order of two others turns on a bid but the winner does not', () => {
    const given = tender('lowest-over-price', [...THREE, ['best', 100, 100]]);
    expect(
      reversalOf(given).bidsThatMatter.map(({ option, winnerChanges, between, sentence }) => ({
        option,
        winnerChanges,
        between,
        sentence,
      })),
    ).to.deep.equal([
      {
        option: 'c',
        winnerChanges: false,
        between: ['a', 'b'],
        sentence:
          'Which of A and B is ahead of the other depends on whether C bids: the price formula measures every bid against the lowest.',
      },
    ]);
  });

  const bid = fc.record({
    quality: fc.integer({ min: 0, max: 20 }),
    pence: fc.integer({ min: 1, max: 60 }),
    kind: fc.constantFrom<OptionKind>('bid', 'bid', 'bid', 'build'),
  });
  const bidsOf = (most: number) =>
    fc
      .array(bid, { minLength: 2, maxLength: most })
      .map((all) =>
        all.map(({ quality, pence, kind }, index): Bid => [`o${index}`, quality * 5, pence, kind]),
      );
  const weight = fc.constantFrom(2000, 4000, 5000, 8000);

  /** Bids set what prices are measured against; where there is none, all do. */
  const measured = (bids: readonly Bid[]): readonly Bid[] => {
    const real = bids.filter(([, , , kind = 'bid']) => kind === 'bid');
    return real.length > 0 ? real : bids;
  };

  const ahead = (a: OptionStanding, b: OptionStanding): boolean =>
    a.total !== null && b.total !== null && compare(a.total, b.total) > 0;

  /** For each option but one, how many of the others are ahead of it. */
  const orderOf = (given: Case, without: string): string => {
    const left = standCase(given).options.filter(({ option: { given } }) => given.id !== without);
    return left.map((one) => left.filter((other) => ahead(other, one)).length).join();
  };

  it('names exactly the bids without which a full evaluation gives the others another order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RELATIVE), bidsOf(5), weight, (method, bids, priceBp) => {
        const whole = tender(method, bids, priceBp);
        const winner = firstIn(whole);
        const wanted = bids
          .map(([id]) => id)
          .filter((id) => id !== winner && measured(bids).some(([one]) => one === id))
          .filter((id) => {
            const rest = bids.filter((one) => one[0] !== id);
            return orderOf(whole, id) !== orderOf(tender(method, rest, priceBp), '');
          });
        const found = reversalOf(whole).bidsThatMatter;
        expect(found.map(({ option }) => option)).to.deep.equal(wanted);
        for (const one of found) {
          const rest = bids.filter(([id]) => id !== one.option);
          expect(one.first.join()).to.equal(firstIn(tender(method, rest, priceBp)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('finds the same extra bid as trying every penny in full evaluations', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RELATIVE), bidsOf(4), weight, (method, bids, priceBp) => {
        const winner = firstIn(tender(method, bids, priceBp));
        fc.pre(!winner.includes(','));
        const firstWith = (pence: number): string => {
          const more: readonly Bid[] = [...bids, ['extra', 0, pence, measured(bids)[0]?.[3] ?? 'bid']];
          const { options } = standCase(tender(method, more, priceBp));
          const real = options.filter(({ option: { given } }) => given.id !== 'extra');
          return real
            .filter((one) => !real.some((other) => ahead(other, one)))
            .map(({ option: { given } }) => given.id)
            .join();
        };
        const costs = measured(bids).map(([, , pence]) => pence);
        const mean = costs.reduce((sum, one) => sum + one, 0) / costs.length;
        const [low, high] = method === 'mean-based' ? [mean, mean] : [Math.min(...costs), Math.max(...costs)];
        const below = Array.from({ length: Math.ceil(low) - 1 }, (_u, index) => Math.ceil(low) - 1 - index);
        const above = Array.from({ length: 100 }, (_u, index) => Math.floor(high) + 1 + index);
        const found = reversalOf(tender(method, bids, priceBp));
        expect(found.extraBidPence, 'below').to.equal(
          below.find((pence) => firstWith(pence) !== winner) ?? null,
        );
        if (found.extraBidPence !== null) {
          expect(found.extraBidFirst.join()).to.equal(firstWith(found.extraBidPence));
        }
        const wanted = above.find((pence) => firstWith(pence) !== winner) ?? null;
        const within = found.extraBidAbovePence !== null && found.extraBidAbovePence <= (above.at(-1) ?? 0);
        expect(within ? found.extraBidAbovePence : null, 'above').to.equal(wanted);
      }),
      { numRuns: 50 },
    );
  });

  it('a benchmark formula never reverses: the order of two is the same with and without a third', () => {
    fc.assert(
      fc.property(bidsOf(5), weight, (bids, priceBp) => {
        for (const [id] of bids) {
          const rest = tender(
            'benchmark-linear',
            bids.filter((one) => one[0] !== id),
            priceBp,
          );
          expect(orderOf(tender('benchmark-linear', bids, priceBp), id)).to.equal(orderOf(rest, ''));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('ten times every price: the same bids matter', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RELATIVE), bidsOf(5), (method, bids) => {
        const ten = bids.map(([id, quality, pence, kind = 'bid']): Bid => [id, quality, pence * 10, kind]);
        const [one, scaled] = [reversalOf(tender(method, bids)), reversalOf(tender(method, ten))];
        expect(scaled.bidsThatMatter).to.deep.equal(one.bidsThatMatter);
      }),
      { numRuns: 60 },
    );
  });

  it('has no answer, and says why, for a tie, for one bid and without a price', () => {
    const below = '/money/reversal/extraBidPence';
    const level = tender('min-max', [
      ['a', 50, 10],
      ['b', 50, 10],
    ]);
    expect(moneyOf(level).noteAt(below)).to.include('shared');
    expect(moneyOf(tender('min-max', [['a', 50, 10]])).noteAt(below)).to.include('Fewer than two options');
    const unpriced = makeCase(
      makeRubric([scored('fit', 10000)]),
      [option('a', { pence: 5 })],
      [mark('a', 'fit', 3)],
    );
    expect(moneyOf(unpriced).noteAt('/money/reversal')).to.include('no price criterion');
  });
});
