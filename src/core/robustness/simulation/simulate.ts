import { centralWeights, confidencePlan } from './central-weights.ts';
import type { Confidence, ConfidenceJob } from './central-weights.ts';
import type { SimulationPlan } from './plan.ts';
import { assertPlan } from './plan.ts';
import { confidenceBlock, countBlocks, simulateBlock } from './simulate-block.ts';
import type { Tally } from './tally.ts';
import { addInto, createTally, mergeTally } from './tally.ts';

/** What came of all draws: the counts, and for each option how often it won under its own central weights. */
export type SimulationOutcome = { readonly tally: Tally; readonly confidence: Confidence };

/** What the blocks of a simulation are run for: first the ranks, then the confidence factors where scores are drawn. */
export type Job = { readonly kind: 'ranks'; readonly plan: SimulationPlan } | ConfidenceJob;

export type BlockResult = Tally | Float64Array;

export const runBlock = (job: Job, block: number): BlockResult =>
  job.kind === 'ranks'
    ? simulateBlock(job.plan, block)
    : confidenceBlock(job.plan, job.central, job.has, job.draws, block);

export const blocksOfJob = (job: Job): number =>
  countBlocks(job.kind === 'ranks' ? job.plan.draws : job.draws);

/** Multiplications a job takes, about: how long it will last, for whoever decides where to run it. */
export const workOfJob = (job: Job): number => {
  const { draws, options, leaves } = job.plan;
  return job.kind === 'ranks'
    ? draws * options * (leaves + options / 2)
    : job.draws * options * leaves * job.has.filter(Boolean).length;
};

/** Runs every block of a job, wherever it likes, and hands each result to `merge` in the order of the blocks. */
export type Runner = (job: Job, merge: (result: BlockResult) => void) => Promise<void>;

const runHere = (job: Job, merge: (result: BlockResult) => void): void => {
  for (let block = 0; block < blocksOfJob(job); block += 1) merge(runBlock(job, block));
};

/**
 * SMAA-2 (Lahdelma and Salminen 2001). The question: over all plausible weights and scores, how often does each option
 * come first, second and so on, which weights favour it, and how firm is its first place there?
 *
 * Throws a RangeError that names what is wrong with the plan. Sampling error: with N draws a share is known to within
 * 0.98 / sqrt(N), 95 times in 100. Example: one option with 90 and 20, one with 60 and 60, any weights: the second is
 * first when the first criterion weighs less than 4/7, in 57 of 100 draws.
 */
export const simulate = (plan: SimulationPlan): SimulationOutcome => {
  const { ranks, confidence } = steps(plan);
  runHere(ranks.job, ranks.merge);
  const then = confidence();
  if (then.job) runHere(then.job, then.merge);
  return then.outcome();
};

/** The same with its blocks run by somebody else. */
export const simulateBy = async (plan: SimulationPlan, run: Runner): Promise<SimulationOutcome> => {
  const { ranks, confidence } = steps(plan);
  await run(ranks.job, ranks.merge);
  const then = confidence();
  if (then.job) await run(then.job, then.merge);
  return then.outcome();
};

const steps = (plan: SimulationPlan) => {
  assertPlan(plan);
  const tally = createTally(plan.options, plan.leaves);
  const confidence = () => {
    const { has, weights } = centralWeights(tally);
    const planned = confidencePlan(plan, weights, has);
    const first = new Float64Array(plan.options);
    return {
      job: planned.job,
      merge: (piece: BlockResult) => {
        if (piece instanceof Float64Array) addInto(first, piece);
      },
      outcome: (): SimulationOutcome => ({ tally, confidence: planned.finish(first) }),
    };
  };
  return {
    ranks: {
      job: { kind: 'ranks', plan } as const,
      merge: (piece: BlockResult) => {
        if (!(piece instanceof Float64Array)) mergeTally(tally, piece);
      },
    },
    confidence,
  };
};
