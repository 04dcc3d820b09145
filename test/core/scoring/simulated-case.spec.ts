import { expect } from 'chai';
import type { Case, CaseSettings } from '../../../src/core/scoring/case.ts';
import { beginEvaluation, evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import type { Result } from '../../../src/core/scoring/result.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';
import { makeCase, mark, option, PERCENT, price, tableCase } from './make-case.ts';
import office from '../../vectors/smaa-06-office-first-rank.json' with { type: 'json' };
import two from '../../vectors/smaa-01-two-criteria.json' with { type: 'json' };

const run = (given: Case, settings: CaseSettings = {}): Result =>
  evaluateCase({ ...given, settings: { ...given.settings, ...settings } }, { partial: false });

const withoutSettings = (given: Case): Case => ({ ...given, settings: {} });

const percent = (scores: readonly (readonly number[])[]): number[][] =>
  scores.map((row) => row.map((score) => Math.round(score * 100)));

const firsts = (result: Result): Readonly<Record<string, number | undefined>> =>
  Object.fromEntries(
    Object.entries(result.robustness?.rankAcceptability ?? {}).map(([id, ranks]) => [id, ranks[0]]),
  );

/** c0 and c1 at 0-5, marked by three people; o0 is strong on the first, o1 on the second. */
const panelCase = (): Case => {
  const rubric = makeRubric([scored('c0', 5000), scored('c1', 5000)]);
  const scores: readonly (readonly [string, string, readonly number[]])[] = [
    ['o0', 'c0', [5, 4, 3]],
    ['o0', 'c1', [2, 2, 2]],
    ['o1', 'c0', [2, 3, 4]],
    ['o1', 'c1', [3, 3, 3]],
  ];
  const marks = scores.flatMap(([on, criterion, given]) =>
    given.map((score, person) => mark(on, criterion, score, { assessor: `p${person}` })),
  );
  return makeCase(rubric, [option('o0'), option('o1')], marks);
};

describe('the simulation of a case', () => {
  it('finds the exact shares of 4 options by 2 criteria with any weights (Lahdelma and Salminen 2001)', () => {
    const given = tableCase(percent(two.inputs.scores), [5000, 5000]);
    const { robustness, notes } = run(given, { weightUncertainty: 'any', draws: 100_000 });
    two.expected.rank_acceptability.forEach((ranks, place) => {
      ranks.forEach((share, rank) => {
        expect(robustness?.rankAcceptability?.[`o${place}`]?.[rank]).to.be.closeTo(share, 0.006);
      });
    });
    expect(robustness?.pairwise?.['o1']?.['o0']).to.be.closeTo(0.5714285714, 0.006);
    expect(robustness?.pairwise?.['o1']).not.to.have.property('o1');
    expect(robustness?.centralWeights?.['o0']?.['c0']).to.be.closeTo(0.7857142857, 0.01);
    expect([robustness?.centralWeights?.['o3'], robustness?.confidence?.['o3']]).to.deep.equal([null, null]);
    expect(notes.map(({ path }) => path)).to.include('/robustness/centralWeights/o3');
    expect(robustness?.confidence?.['o0']).to.equal(1);
    expect([robustness?.draws, robustness?.seed, robustness?.halfWidth95]).to.deep.equal([
      100_000, 1, 0.003099,
    ]);
  });

  it('keeps the order of the stated weights when asked: the office example, first two criteria equal', () => {
    const given = tableCase(percent(office.inputs.scores), [2500, 2500, 2000, 1500, 1000, 500]);
    const { robustness } = run(given, { weightUncertainty: 'order', draws: 5000 });
    const central = Object.values(robustness?.centralWeights ?? {}).find((weights) => weights !== null) ?? {};
    expect((central['c1'] ?? NaN) - (central['c2'] ?? NaN)).to.be.above(0);
    expect(central['c4']).to.be.above(central['c5'] ?? NaN);
  });

  it('without settings draws 10,000 times near the stated weights, with seed 1', () => {
    const given = withoutSettings(
      tableCase(
        [
          [60, 61],
          [61, 60],
        ],
        [5000, 5000],
      ),
    );
    const { robustness } = run(given);
    expect([robustness?.draws, robustness?.seed, robustness?.halfWidth95]).to.deep.equal([10_000, 1, 0.0098]);
    // Level at the stated weights, and the two weights are alike: each leads in half of the draws.
    expect(robustness?.rankAcceptability?.['o0']?.[0]).to.be.closeTo(0.5, 0.015);
    expect(run(given)).to.deep.equal(run(given));
    expect(run(given, { seed: 2 }).robustness?.rankAcceptability).not.to.deep.equal(
      robustness?.rankAcceptability,
    );
  });

  it('never lets near weights stray by more than a quarter: a lead that holds there is first in every draw', () => {
    const result = run(
      tableCase(
        [
          [80, 40],
          [40, 50],
        ],
        [5000, 5000],
      ),
      { draws: 2000 },
    );
    expect(firsts(result)).to.deep.equal({ o0: 1, o1: 0 });
  });

  it('with weights between bounds leads only where the bounds let it', () => {
    const given = tableCase(
      [
        [90, 20],
        [60, 60],
      ],
      [5000, 5000],
    );
    // The second is first while the first criterion weighs less than 4/7.
    const within = (low: number, high: number): Readonly<Record<string, number | undefined>> =>
      firsts(
        run(given, { weightUncertainty: 'intervals', weightIntervals: { c0: [low, high] }, draws: 20_000 }),
      );
    expect(within(6000, 9000)).to.deep.equal({ o0: 1, o1: 0 });
    expect(within(4714, 6714)['o1']).to.be.closeTo(0.5, 0.02);
  });

  it('draws the panel anew: of three people the one who prefers o1 most decides when drawn often enough', () => {
    const exact = (): number => {
      // Each of 27 draws with replacement, by hand: o0 leads on c0 by 3, 1 and -1 points per person, and trails by 1 on c1.
      const lead = [3, 1, -1];
      const leads = lead.flatMap((a) => lead.flatMap((b) => lead.map((c) => (a + b + c) / 3 - 1)));
      return leads.reduce((sum, one) => sum + (one > 0 ? 1 : one === 0 ? 0.5 : 0), 0) / leads.length;
    };
    const given = panelCase();
    const stated = { c0: [5000, 5000] as const, c1: [5000, 5000] as const };
    const result = run(given, {
      scoreUncertainty: 'panel',
      weightUncertainty: 'intervals',
      weightIntervals: stated,
      draws: 20_000,
    });
    expect(firsts(result)['o0']).to.be.closeTo(exact(), 0.012);
    expect(result.robustness?.confidence?.['o0']).to.be.closeTo(exact(), 0.012);
  });

  it('sets consensus aside for the panel drawn anew, and keeps it for fixed scores', () => {
    const given = { ...panelCase(), consensus: [{ option: 'o1', criterion: 'c1', score: 5 }] };
    expect(firsts(run(given, { draws: 500 }))).to.deep.equal({ o0: 0, o1: 1 });
    expect(firsts(run(given, { draws: 500, scoreUncertainty: 'panel' }))['o0']).to.be.above(0.3);
  });

  it('with a margin lets every score lie off either way, but not off the scale', () => {
    const given = tableCase(
      [
        [60, 60],
        [50, 50],
      ],
      [5000, 5000],
    );
    expect(firsts(run(given, { scoreUncertainty: 'margin', scoreMargin: 4, draws: 2000 }))).to.deep.equal({
      o0: 1,
      o1: 0,
    });
    const wide = firsts(run(given, { scoreUncertainty: 'margin', scoreMargin: 40, draws: 20_000 }));
    expect(wide['o0']).to.be.within(0.55, 0.75);
  });

  it('holds prices and leaves out who did not pass', () => {
    const rubric = makeRubric(
      [scored('c0', 6000, { minimum: 20 }), price(4000, { method: 'lowest-over-price' })],
      { scale: PERCENT },
    );
    const given = makeCase(
      rubric,
      [option('a', { pence: 100 }), option('b', { pence: 140 }), option('c', { pence: 60 })],
      [mark('a', 'c0', 70), mark('b', 'c0', 90), mark('c', 'c0', 10)],
    );
    const { robustness } = run(given, { draws: 3000 });
    expect(Object.keys(robustness?.rankAcceptability ?? {})).to.deep.equal(['a', 'b']);
    expect(robustness?.rankAcceptability?.['a']).to.have.length(2);
  });

  it('may be finished by whoever ran the plan, and says so when there is nothing to draw', () => {
    const begun = beginEvaluation(tableCase([[1], [2]], [10000]), { partial: false });
    expect([begun.plan?.options, begun.plan?.leaves, begun.plan?.draws]).to.deep.equal([2, 1, 10]);
    const gateOnly = makeCase(
      makeRubric([{ id: 'g', title: 'G', kind: 'gate' }]),
      [option('a', { gates: { g: { met: true } } })],
      [],
    );
    const result = run(gateOnly);
    expect(result.robustness?.rankAcceptability).to.equal(null);
    expect(result.notes).to.deep.include({
      path: '/robustness/draws',
      reason: 'The rubric carries no weights, so there is nothing to draw.',
    });
  });

  it('says of an option seldom first that its central weights are not firm', () => {
    const given = tableCase(percent(office.inputs.scores), [2500, 2500, 2000, 1500, 1000, 500]);
    const { notes } = run(given, { weightUncertainty: 'any', draws: 5000 });
    const said = notes.find(({ path }) => path === '/robustness/centralWeights/o1')?.reason;
    expect(said).to.match(/^Too few to say: 'o1' is first in \d+ of 5000 draws/);
  });
});
