import { expect } from 'chai';
import { shownNumber } from '../../../src/core/exact/decimal.ts';
import type { PriceMethod } from '../../../src/core/rubric/rubric.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';
import { makeCase, mark, option } from './make-case.ts';
import type { Bid } from './make-tender.ts';
import { firstIn, reversalOf, tender } from './make-tender.ts';
import { moneyOf, standCase } from './stand-case.ts';

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
