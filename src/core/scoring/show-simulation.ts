import { shownDouble } from '../exact/decimal.ts';
import type { Note } from '../robustness/leave-one-out.ts';
import { centralWeights } from '../robustness/simulation/central-weights.ts';
import { entropyBits } from '../robustness/simulation/entropy.ts';
import type { SimulationPlan } from '../robustness/simulation/plan.ts';
import type { SimulationOutcome } from '../robustness/simulation/simulate.ts';
import type { Simulated } from './result.ts';

/** A central weight that rests on fewer draws than this is not firm. */
const FIRM_HITS = 400;

type Kinds = Pick<Simulated, 'weightUncertainty' | 'scoreUncertainty'>;

type Shown = { readonly simulated: Simulated; readonly notes: readonly Note[] };

/** Where nothing carries weight there is nothing to draw. */
export const notSimulated = (kinds: Kinds): Shown => ({
  simulated: {
    ...kinds,
    draws: null,
    seed: null,
    halfWidth95: null,
    rankAcceptability: null,
    centralWeights: null,
    confidence: null,
    pairwise: null,
    choiceEntropyBits: null,
    rankingEntropyBits: null,
  },
  notes: [
    { path: '/robustness/draws', reason: 'The rubric carries no weights, so there is nothing to draw.' },
  ],
});

/** The outcome of a simulation in shares, by option id, and what a reader should know about it. */
export const showSimulation = (
  optionIds: readonly string[],
  leafIds: readonly string[],
  kinds: Kinds,
  plan: SimulationPlan,
  { tally, confidence }: SimulationOutcome,
): Shown => {
  const { options, leaves, draws, rankMass, wins } = tally;
  const central = centralWeights(tally);
  const share = (count: number | undefined): number => shownDouble((count ?? 0) / draws);
  const rowOf = (numbers: Float64Array, option: number, width: number): readonly number[] => [
    ...numbers.subarray(option * width, (option + 1) * width),
  ];
  const byOption = <T>(of: (option: number) => T): Readonly<Record<string, T>> =>
    Object.fromEntries(optionIds.map((id, option) => [id, of(option)]));
  const firsts = optionIds.map((_id, option) => rankMass[option * options] ?? 0);
  const simulated: Simulated = {
    ...kinds,
    draws: plan.draws,
    seed: plan.seed,
    halfWidth95: shownDouble(0.98 / Math.sqrt(plan.draws)),
    rankAcceptability: byOption((option) => rowOf(rankMass, option, options).map(share)),
    centralWeights: byOption((option) =>
      central.has[option]
        ? Object.fromEntries(
            leafIds.map((id, leaf) => [id, shownDouble(central.weights[option * leaves + leaf] ?? 0)]),
          )
        : null,
    ),
    confidence: byOption((option) => {
      const found = confidence.shares[option] ?? null;
      return found === null ? null : shownDouble(found);
    }),
    pairwise: byOption((option) =>
      Object.fromEntries(
        optionIds.flatMap((id, other) =>
          other === option ? [] : [[id, share(wins[option * options + other])]],
        ),
      ),
    ),
    choiceEntropyBits: shownDouble(entropyBits(firsts)),
    rankingEntropyBits: tally.rankings && shownDouble(entropyBits(tally.rankings.values())),
  };
  const notes = [
    ...optionIds.flatMap((id, option) => hitNotes(id, firsts[option] ?? 0, draws)),
    ...confidenceNotes(plan, confidence.draws),
    ...(tally.rankings
      ? []
      : [
          {
            path: '/robustness/rankingEntropyBits',
            reason: `With ${options} options nearly every draw gives an order of its own; it is worked out for 8 at most.`,
          },
        ]),
  ];
  return { simulated, notes };
};

const hitNotes = (id: string, hits: number, draws: number): readonly Note[] => {
  if (hits === 0) {
    const reason = `'${id}' is never first in ${draws} draws, so no weights are central to it.`;
    return [
      { path: `/robustness/centralWeights/${id}`, reason },
      { path: `/robustness/confidence/${id}`, reason },
    ];
  }
  if (hits >= FIRM_HITS) return [];
  const reason = `Too few to say: '${id}' is first in ${shownDouble(hits)} of ${draws} draws; its central weights are firm from about ${FIRM_HITS}.`;
  return [{ path: `/robustness/centralWeights/${id}`, reason }];
};

const confidenceNotes = (plan: SimulationPlan, draws: number): readonly Note[] =>
  draws === plan.draws
    ? []
    : [
        {
          path: '/robustness/confidence',
          reason: `Drawn ${draws} times, not ${plan.draws}, because the case is large.`,
        },
      ];
