import { createGenerator } from '../../src/core/draws/generator.ts';
import type { SimulationPlan } from '../../src/core/robustness/simulation/plan.ts';
import type * as Blocks from '../../src/core/robustness/simulation/simulate-block.ts';
import type * as Tallies from '../../src/core/robustness/simulation/tally.ts';
import type { Tally } from '../../src/core/robustness/simulation/tally.ts';
import { loadBuilt } from './support/load-built.ts';
import { measure, median, printFigure, timeFigure } from './support/measure.ts';
import { plainSmaa } from './support/plain-smaa.ts';

/**
 * SMAA-2 in one thread: rank acceptability, pairwise winning indices and central weights under any weights, with scores
 * fixed or drawn anew from an interval 0.2 wide each time. Confidence factors are a second simulation and not in it.
 */
const { countBlocks, simulateBlock } = await loadBuilt<typeof Blocks>(
  'core/robustness/simulation/simulate-block',
);
const { createTally, mergeTally } = await loadBuilt<typeof Tallies>('core/robustness/simulation/tally');

const SIZES = [
  { options: 10, leaves: 20, draws: 10_000, times: 21, plainTimes: 5 },
  { options: 50, leaves: 40, draws: 100_000, times: 5, plainTimes: 1 },
] as const;

const lowScores = (options: number, leaves: number): number[][] => {
  const { word } = createGenerator(2026, options);
  return Array.from({ length: options }, () =>
    Array.from({ length: leaves }, () => (0.8 * word()) / 2 ** 32),
  );
};

const runPlan = (plan: SimulationPlan): Tally => {
  const whole = createTally(plan.options, plan.leaves);
  for (let block = 0; block < countBlocks(plan.draws); block += 1)
    mergeTally(whole, simulateBlock(plan, block));
  return whole;
};

/** The two programs must agree within the sampling error, or their times say nothing. */
const assertSame = (tally: Tally, ranks: readonly (readonly number[])[], draws: number): void => {
  ranks.forEach((row, option) => {
    const [mine, plain] = [(tally.rankMass[option * tally.options] ?? 0) / draws, (row[0] ?? 0) / draws];
    if (Math.abs(mine - plain) > 3 / Math.sqrt(draws))
      throw new Error(`Option ${option}: first in ${mine} here, in ${plain} of the plain loop.`);
  });
};

for (const { options, leaves, draws, times, plainTimes } of SIZES) {
  const rows = lowScores(options, leaves);
  const low = Float64Array.from(rows.flat());
  for (const kind of ['uniform', 'fixed'] as const) {
    const width = kind === 'uniform' ? 0.2 : 0;
    const plan: SimulationPlan = {
      seed: 1,
      draws,
      options,
      leaves,
      weights: { kind: 'any' },
      scores:
        kind === 'fixed'
          ? { kind: 'none', values: low }
          : { kind: 'intervals', low, high: low.map((value) => value + width) },
    };
    const name = `smaa ${options}x${leaves}x${draws} ${kind} scores`;
    const before = process.memoryUsage.rss();
    const ours = measure(times, () => runPlan(plan));
    const grown = Math.max(0, process.memoryUsage.rss() - before) / 2 ** 20;
    const plain = measure(plainTimes, () => plainSmaa({ low: rows, width }, draws));
    assertSame(ours.result, plain.result.ranks, draws);
    const ratio = median(plain.wallMs) / median(ours.wallMs);
    const extra = `one thread, memory grown by ${grown.toFixed(1)} MB`;
    printFigure(timeFigure(name, ours, `${ratio.toFixed(1)} times as fast as the plain loop; ${extra}`));
    printFigure(timeFigure(`${name}, plain nested loops`, plain));
  }
}
