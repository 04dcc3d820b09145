import { expect } from 'chai';
import fc from 'fast-check';
import { shownNumber } from '../../../src/core/exact/decimal.ts';
import { compare, ZERO } from '../../../src/core/exact/rational.ts';
import type { Case, OptionKind } from '../../../src/core/scoring/case.ts';
import type { OptionStanding } from '../../../src/core/scoring/create-scorer.ts';
import type { Bid } from './make-tender.ts';
import { firstIn, RELATIVE, reversalOf, tender } from './make-tender.ts';
import { standCase } from './stand-case.ts';

describe('rank reversal against full rankings', () => {
  const bid = fc.record({
    quality: fc.integer({ min: 0, max: 20 }),
    pence: fc.integer({ min: -5, max: 60 }),
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

  /** A ratio formula has no ranking where a bid costs nothing or less. */
  const isRanked = (given: Case): boolean => standCase(given).faults.length === 0;

  const ahead = (a: OptionStanding, b: OptionStanding): boolean =>
    a.total !== null && b.total !== null && compare(a.total, b.total) > 0;

  /** For each option but one, how many of the others are ahead of it. */
  const orderOf = (given: Case, without: string): string => {
    const left = standCase(given).options.filter(({ option: { given } }) => given.id !== without);
    return left.map((one) => left.filter((other) => ahead(other, one)).length).join();
  };

  it('names exactly the bids without which a full evaluation gives the others another order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RELATIVE),
        bidsOf(5),
        weight,
        fc.boolean(),
        (method, bids, priceBp, awkward) => {
          const of = (some: readonly Bid[]): Case => tender(method, some, priceBp, awkward);
          const whole = of(bids);
          fc.pre(isRanked(whole));
          const winner = firstIn(whole);
          const wanted = bids
            .map(([id]) => id)
            .filter((id) => id !== winner && measured(bids).some(([one]) => one === id))
            .filter((id) => {
              const rest = bids.filter((one) => one[0] !== id);
              return isRanked(of(rest)) && orderOf(whole, id) !== orderOf(of(rest), '');
            });
          const found = reversalOf(whole).bidsThatMatter;
          expect(found.map(({ option }) => option)).to.deep.equal(wanted);
          for (const one of found) {
            const rest = bids.filter(([id]) => id !== one.option);
            expect(one.first.join()).to.equal(firstIn(of(rest)));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('finds the same extra bid as trying every penny in full evaluations', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RELATIVE),
        bidsOf(4),
        weight,
        fc.boolean(),
        (method, bids, priceBp, awkward) => {
          const of = (some: readonly Bid[]): Case => tender(method, some, priceBp, awkward);
          fc.pre(isRanked(of(bids)));
          const winner = firstIn(of(bids));
          fc.pre(!winner.includes(','));
          const firstWith = (pence: number): string => {
            const more: readonly Bid[] = [...bids, ['extra', 0, pence, measured(bids)[0]?.[3] ?? 'bid']];
            const { options } = standCase(of(more));
            const real = options.filter(({ option: { given } }) => given.id !== 'extra');
            return real
              .filter((one) => !real.some((other) => ahead(other, one)))
              .map(({ option: { given } }) => given.id)
              .join();
          };
          const costs = standCase(of(measured(bids))).options.map(({ option: { cost } }) =>
            shownNumber(cost ?? ZERO),
          );
          const mean = costs.reduce((sum, one) => sum + one, 0) / costs.length;
          const [low, high] =
            method === 'mean-based' ? [mean, mean] : [Math.min(...costs), Math.max(...costs)];
          const below = Array.from({ length: Math.ceil(low) - 1 }, (_u, index) => Math.ceil(low) - 1 - index);
          const above = Array.from({ length: 100 }, (_u, index) => Math.floor(high) + 1 + index);
          const found = reversalOf(of(bids));
          expect(found.extraBidPence, 'below').to.equal(
            below.find((pence) => firstWith(pence) !== winner) ?? null,
          );
          if (found.extraBidPence !== null) {
            expect(found.extraBidFirst.join()).to.equal(firstWith(found.extraBidPence));
          }
          const wanted = above.find((pence) => firstWith(pence) !== winner) ?? null;
          const within = found.extraBidAbovePence !== null && found.extraBidAbovePence <= (above.at(-1) ?? 0);
          expect(within ? found.extraBidAbovePence : null, 'above').to.equal(wanted);
        },
      ),
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
        fc.pre(isRanked(tender(method, bids)));
        const ten = bids.map(([id, quality, pence, kind = 'bid']): Bid => [id, quality, pence * 10, kind]);
        const [one, scaled] = [reversalOf(tender(method, bids)), reversalOf(tender(method, ten))];
        expect(scaled.bidsThatMatter).to.deep.equal(one.bidsThatMatter);
      }),
      { numRuns: 60 },
    );
  });
});
