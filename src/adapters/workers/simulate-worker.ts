import { parentPort } from 'node:worker_threads';
import { runBlock } from '../../core/robustness/simulation/simulate.ts';
import type { BlockResult, Job } from '../../core/robustness/simulation/simulate.ts';

/** What the main thread sends: a job once, then ranges of its blocks. The answer to a range is its results in order. */
export type WorkerRequest = { readonly job: Job } | { readonly from: number; readonly to: number };
export type WorkerAnswer = { readonly from: number; readonly results: readonly BlockResult[] };

let current: Job | null = null;

parentPort?.on('message', (request: WorkerRequest) => {
  if ('job' in request) {
    current = request.job;
    return;
  }
  const job = current;
  if (!job) return;
  const { from, to } = request;
  const results = Array.from({ length: to - from }, (_, index) => runBlock(job, from + index));
  parentPort?.postMessage({ from, results } satisfies WorkerAnswer);
});
