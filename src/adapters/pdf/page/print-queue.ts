import { DomainError } from '../../../core/errors.ts';

export type PrintQueue = {
  /** Runs the task when a place is free; 'renderer-busy' at once when too many wait already. */
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  readonly running: () => number;
  /** Refuses all who wait and all who come. */
  readonly shut: () => void;
};

/** At most `places` tasks at a time, at most `waiting` behind them, first come first served. */
export const createPrintQueue = (places: number, waiting: number): PrintQueue => {
  const line: { start: () => void; refuse: (error: DomainError) => void }[] = [];
  let running = 0;
  let isShut = false;

  const takePlace = async (): Promise<void> => {
    if (isShut) throw closed();
    if (running < places) {
      running += 1;
      return;
    }
    if (line.length >= waiting) {
      throw new DomainError(
        'renderer-busy',
        `${line.length} documents are waiting to be printed already. Try again in a minute.`,
        { waiting: line.length },
      );
    }
    // The place is handed over by whoever finishes, so it never looks free in between.
    await new Promise<void>((start, refuse) => line.push({ start, refuse }));
  };

  const leavePlace = (): void => {
    const next = line.shift();
    if (next === undefined) running -= 1;
    else next.start();
  };

  return {
    run: async (task) => {
      await takePlace();
      try {
        return await task();
      } finally {
        leavePlace();
      }
    },
    running: () => running,
    shut: () => {
      isShut = true;
      for (const { refuse } of line.splice(0)) refuse(closed());
    },
  };
};

const closed = (): DomainError =>
  new DomainError('renderer-unavailable', 'The PDF printer has been closed because the service is stopping.');
