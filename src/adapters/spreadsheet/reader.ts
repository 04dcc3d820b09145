import { Worker } from 'node:worker_threads';
import { DomainError } from '../../core/errors.ts';
import type { Sheet } from '../../core/workbook/sheet.ts';
import type { SpreadsheetReader } from '../../usecases/ports.ts';
import { MOST_BYTES, MOST_MEMORY_MB, MOST_SECONDS } from './limits.ts';
import { readSheets } from './read-sheets.ts';
import type { ReadAnswer, ReadRequest } from './read-worker.ts';
import { tooLarge } from './refusals.ts';

export type ReaderSettings = {
  /** What a thread runs; null where there is nothing to start. */
  readonly workerFile?: URL | null;
  readonly mostSeconds?: number;
  readonly mostMemoryMb?: number;
};

/** As many files as are read at once; the rest wait their turn, so that memory has a limit too. */
const AT_ONCE = 2;

/**
 * Reads a file that anybody may have made. Built, each file has a thread of its own that ends when it takes too long or
 * too much memory; from source it is read here, where the limits of size and of what it unpacks to hold all the same.
 */
export const createSpreadsheetReader = ({
  workerFile = builtWorker(),
  mostSeconds = MOST_SECONDS,
  mostMemoryMb = MOST_MEMORY_MB,
}: ReaderSettings = {}): SpreadsheetReader => {
  const inTurn = createTurns(AT_ONCE);
  return {
    load: async (bytes, fileName) => {
      if (!workerFile || bytes.length > MOST_BYTES) return readSheets(bytes, fileName);
      return inTurn(() => readOnThread(workerFile, { bytes, fileName }, mostSeconds, mostMemoryMb));
    },
  };
};

/** Beside this file once it is built; a thread cannot start from source. */
const builtWorker = (): URL | null =>
  import.meta.url.endsWith('.js') ? new URL('./read-worker.js', import.meta.url) : null;

const readOnThread = async (
  workerFile: URL,
  request: ReadRequest,
  mostSeconds: number,
  mostMemoryMb: number,
): Promise<readonly Sheet[]> => {
  const worker = new Worker(workerFile, {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb, maxYoungGenerationSizeMb: 32 },
  });
  try {
    const answer = await answerOf(worker, mostSeconds);
    if ('sheets' in answer) return answer.sheets;
    throw new DomainError(answer.code, answer.detail, answer.evidence, answer.faults);
  } finally {
    await worker.terminate();
  }
};

const answerOf = (worker: Worker, mostSeconds: number): Promise<ReadAnswer> =>
  new Promise((resolve, reject) => {
    const clock = setTimeout(() => reject(tooMuchWork()), mostSeconds * 1000);
    const settle = (act: () => void): void => {
      clearTimeout(clock);
      act();
    };
    worker.once('message', (answer: ReadAnswer) => settle(() => resolve(answer)));
    worker.once('error', (error) =>
      settle(() =>
        reject((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchWork() : error),
      ),
    );
    worker.once('exit', () => settle(() => reject(tooMuchWork())));
  });

const tooMuchWork = (): DomainError =>
  tooLarge(
    'This file takes too long or too much memory to read. Send fewer sheets or rows, or save it as .csv.',
  );

/** Lets so many run at a time, first come first served. */
const createTurns = (most: number): (<T>(run: () => Promise<T>) => Promise<T>) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (run) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};
