import { expect } from 'chai';
import { createSimulator } from '../../../src/adapters/workers/simulator.ts';
import { createGenerator } from '../../../src/core/draws/generator.ts';
import type { SimulationPlan } from '../../../src/core/robustness/simulation/plan.ts';
import { simulate } from '../../../src/core/robustness/simulation/simulate.ts';

/** Starts the worker from source, as the built one starts from what was built. */
const workerFile = new URL('../../support/simulate-worker-from-source.mjs', import.meta.url);

const [options, leaves] = [6, 5];
const { word } = createGenerator(4, 0);
const low = Float64Array.from({ length: options * leaves }, () => (80 * word()) / 2 ** 32);
const plan: SimulationPlan = {
  seed: 11,
  draws: 30_000,
  options,
  leaves,
  weights: { kind: 'any' },
  scores: { kind: 'intervals', low, high: low.map((value) => value + 20) },
};

describe('simulation on worker threads', () => {
  it('gives the same bits on one thread, two and three as in place', async () => {
    const here = simulate(plan);
    for (const workers of [1, 2, 3]) {
      const there = await createSimulator({ workers, workerFile, smallWork: 0 })(plan);
      expect(there).to.deep.equal(here);
    }
  }).timeout(60_000);

  it('says how far it is, and leaves this thread free meanwhile', async () => {
    const heard: number[] = [];
    let turns = 0;
    const beat = setInterval(() => (turns += 1), 1);
    await createSimulator({ workers: 2, workerFile, smallWork: 0 })(plan, (done, all) =>
      heard.push(done / all),
    );
    clearInterval(beat);
    // Two jobs, ranks and then confidence: each rises to 1.
    const end = heard.indexOf(1) + 1;
    for (const job of [heard.slice(0, end), heard.slice(end)]) {
      expect(job).to.deep.equal([...job].sort((a, b) => a - b));
      expect(job.at(-1)).to.equal(1);
    }
    expect(turns).to.be.above(2);
  }).timeout(60_000);

  it('refuses a plan that cannot be drawn before any thread is started', async () => {
    const wrong = await createSimulator({ workers: 2, workerFile, smallWork: 0 })({
      ...plan,
      draws: 0,
    }).catch((error: unknown) => error);
    expect(String(wrong)).to.contain('draws is 0');
  });
});
