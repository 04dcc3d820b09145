import type { Clock } from '../../usecases/ports.ts';
import type { Output } from '../output.ts';

/** Says on the message stream how far a long run is, at most once in two seconds; a short one says nothing. */
export const createProgress = (output: Output, clock: Clock): ((done: number, all: number) => void) => {
  const EVERY_MS = 2000;
  let last: number | null = null;
  return (done, all) => {
    const now = Date.parse(clock.nowIso());
    last ??= now;
    if (now - last < EVERY_MS || done >= all) return;
    last = now;
    output.message(`Drawing: ${Math.floor((100 * done) / all)}% done.`);
  };
};
