import { expect } from 'chai';
import { centralWeights } from '../../../../src/core/robustness/simulation/central-weights.ts';
import { entropyBits } from '../../../../src/core/robustness/simulation/entropy.ts';
import { shareOfFirst } from '../../../../src/core/robustness/simulation/simulate-block.ts';
import { simulate } from '../../../../src/core/robustness/simulation/simulate.ts';
import { createCounter, createTally } from '../../../../src/core/robustness/simulation/tally.ts';
import { writeTotals } from '../../../../src/core/robustness/simulation/write-totals.ts';
import given from '../../../vectors/smaa-09-given-samples.json' with { type: 'json' };
import gaussian from '../../../vectors/smaa-07-confidence-gaussian.json' with { type: 'json' };
import office from '../../../vectors/smaa-06-office-first-rank.json' with { type: 'json' };
import three from '../../../vectors/smaa-02-three-criteria.json' with { type: 'json' };
import two from '../../../vectors/smaa-01-two-criteria.json' with { type: 'json' };
import { flat, planOf, sharesOf } from './plans.ts';

/** Within the sampling error of each number: a central weight rests on the draws its option was first in. */
const near = (found: unknown, expected: unknown, within: number): void => {
  if (Array.isArray(expected)) {
    expect(found).to.have.length(expected.length);
    expected.forEach((one, index) => {
      near((found as unknown[])[index], one, within);
    });
  } else if (typeof expected === 'number') expect(found).to.be.closeTo(expected, within);
  else expect(found).to.equal(expected);
};

describe('SMAA-2 on worked examples', () => {
  for (const [vector, source] of [
    [two, '4 options by 2 criteria, exact intervals (definition of Lahdelma and Salminen 2001)'],
    [three, '5 options by 3 criteria, exact polygon areas (definition of Lahdelma and Salminen 2001)'],
  ] as const) {
    it(source, () => {
      const { rank_acceptability, central_weights, pairwise_winning, confidence_factors } = vector.expected;
      const found = sharesOf(simulate(planOf(vector.inputs.scores)));
      near(found.rank_acceptability, rank_acceptability, 0.006);
      near(found.pairwise_winning, pairwise_winning, 0.006);
      near(found.central_weights, central_weights, 0.01);
      near(found.confidence_factors, confidence_factors, 0);
    });
  }

  it('7 offices by 6 criteria with no weight information (scores: Goodwin and Wright; indices exact)', () => {
    const found = sharesOf(simulate(planOf(office.inputs.scores)));
    const { first_rank_acceptability, central_weights, pairwise_winning } = office.expected;
    near(
      found.rank_acceptability.map((ranks) => ranks[0]),
      first_rank_acceptability,
      0.006,
    );
    near(found.pairwise_winning, pairwise_winning, 0.006);
    first_rank_acceptability.forEach((share, option) => {
      // Below 100 hits in 100,000 draws a mean of weights is not firm enough to be compared.
      if (share > 0.001)
        near(found.central_weights[option], central_weights[option], share > 0.01 ? 0.01 : 0.04);
    });
  });

  it('normal scores at fixed weights: the chance of the better mean winning (normal distribution function)', () => {
    const { mean, sd, weights } = gaussian.inputs;
    const plan = planOf(mean, {
      weights: { kind: 'stated', stated: Float64Array.from(weights) },
      scores: { kind: 'normal', mean: flat(mean), deviation: flat(sd) },
    });
    const { rank_acceptability, confidence_factors } = sharesOf(simulate(plan));
    near(
      rank_acceptability.map((ranks) => ranks[0]),
      gaussian.expected.p_first,
      0.006,
    );
    near(confidence_factors, gaussian.expected.p_first, 0.006);
  });

  describe('60 given samples, 4 options by 3 criteria (oracle: R package smaa 0.3-3)', () => {
    const tally = createTally(4, 3);
    const { count, finish } = createCounter(tally, new Float64Array(4));
    const totals = new Float64Array(4);
    given.inputs.score_samples.forEach((scores, draw) => {
      const weights = Float64Array.from(given.inputs.weight_samples[draw] ?? []);
      writeTotals(totals, flat(scores), weights);
      if (draw === 0) near([...totals], given.expected.values_first_sample, 1e-9);
      count(totals, weights);
    });
    finish();

    it('ranks, wins and central weights are those of the peer', () => {
      const confidence = { shares: [], draws: 0 };
      const found = sharesOf({ tally, confidence });
      near(found.rank_acceptability, given.expected.rank_acceptability, 1e-9);
      near(found.pairwise_winning, given.expected.pairwise_winning, 1e-9);
      near(found.central_weights, given.expected.central_weights, 1e-9);
    });

    it('so are the confidence factors, over the same score samples', () => {
      const { weights } = centralWeights(tally);
      const found = [0, 1, 2, 3].map((option) => {
        const own = weights.subarray(option * 3, option * 3 + 3);
        const shares = given.inputs.score_samples.map((scores) => {
          writeTotals(totals, flat(scores), own);
          return shareOfFirst(totals, option);
        });
        return shares.reduce((sum, share) => sum + share, 0) / shares.length;
      });
      near(found, given.expected.confidence_factors, 1e-9);
    });

    it('so are the entropies', () => {
      const firsts = [0, 1, 2, 3].map((option) => tally.rankMass[option * 4] ?? NaN);
      near(entropyBits(firsts), given.expected.choice_entropy_bits, 1e-9);
      near(entropyBits(tally.rankings?.values() ?? []), given.expected.ranking_entropy_bits, 1e-9);
    });
  });
});
