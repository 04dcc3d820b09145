import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { assertPlan } from '../../core/robustness/simulation/plan.ts';
import { blocksOfJob, simulate, simulateBy, workOfJob } from '../../core/robustness/simulation/simulate.ts';
import type { BlockResult, Job } from '../../core/robustness/simulation/simulate.ts';
import type { Simulator } from '../../usecases/ports.ts';
import type { WorkerAnswer, WorkerRequest } from './simulate-worker.ts';

/** Multiplications up to which starting a thread takes longer than the simulation: some tens of milliseconds. */
const SMALL_WORK = 30_000_000;
const MOST_WORKERS = 8;
/** Blocks handed to a thread at a time: enough to keep it busy, few enough to show progress. */
const BLOCKS_AT_A_TIME = 4;

export type SimulatorSettings = {
  /** Threads for a large simulation; 1 keeps all here. */
  readonly workers?: number;
  /** What a thread runs; null where there is nothing to start. */
  readonly workerFile?: URL | null;
  readonly smallWork?: number;
};

/**
 * Runs small simulations here and large ones on worker threads, so that a server goes on answering. The result is the
 * same bits either way, since blocks have streams of their own and are merged by number.
 */
export const createSimulator =
  ({
    workers = Math.min(availableParallelism(), MOST_WORKERS),
    workerFile = builtWorker(),
    smallWork = SMALL_WORK,
  }: SimulatorSettings = {}): Simulator =>
  async (plan, onProgress) => {
    assertPlan(plan);
    if (workers <= 1 || !workerFile || workOfJob({ kind: 'ranks', plan }) <= smallWork) return simulate(plan);
    const pool = Array.from({ length: workers }, () => new Worker(workerFile));
    try {
      return await simulateBy(plan, (job, merge) => runOn(pool, job, merge, onProgress));
    } finally {
      await Promise.all(pool.map((worker) => worker.terminate()));
    }
  };

/** Beside this file once it is built; a thread cannot start from source. */
const builtWorker = (): URL | null =>
  import.meta.url.endsWith('.js') ? new URL('./simulate-worker.js', import.meta.url) : null;

const runOn = (
  pool: readonly Worker[],
  job: Job,
  merge: (result: BlockResult) => void,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const all = blocksOfJob(job);
    const waiting = new Map<number, readonly BlockResult[]>();
    let [asked, merged] = [0, 0];
    const ask = (worker: Worker): void => {
      if (asked >= all) return;
      const to = Math.min(asked + BLOCKS_AT_A_TIME, all);
      worker.postMessage({ from: asked, to } satisfies WorkerRequest);
      asked = to;
    };
    const mergeWhatIsNext = (): void => {
      for (let next = waiting.get(merged); next; next = waiting.get(merged)) {
        waiting.delete(merged);
        next.forEach(merge);
        merged += next.length;
      }
    };
    /** Only what was put on here: a worker has listeners of its own, without which it never hears of the next job. */
    const stop = (): void => {
      for (const worker of pool)
        worker
          .removeAllListeners('message')
          .removeAllListeners('error')
          .on('error', () => undefined);
    };
    for (const worker of pool) {
      worker.on('message', ({ from, results }: WorkerAnswer) => {
        waiting.set(from, results);
        mergeWhatIsNext();
        onProgress(merged, all);
        if (merged < all) ask(worker);
        else {
          stop();
          resolve();
        }
      });
      worker.on('error', (error) => {
        stop();
        reject(error);
      });
      worker.postMessage({ job } satisfies WorkerRequest);
      ask(worker);
    }
  });
