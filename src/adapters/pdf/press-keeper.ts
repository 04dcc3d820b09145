import { DomainError } from '../../core/errors.ts';
import type { Press } from './press.ts';

/** Keeps one press running while there is work, replaces it when it broke or is worn, and rests it when idle. */
export type PressKeeper = {
  readonly withPress: <T>(task: (press: Press) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

const PRINTS_A_PRESS = 1_000;
const REST_MS = 5 * 60 * 1_000;
/** A search that failed is not repeated at every request: each try costs seconds. */
const RETRY_MS = 10_000;

type Tended = { readonly press: Press; users: number };

export const createPressKeeper = (openPress: () => Promise<Press>): PressKeeper => {
  let current: Tended | undefined;
  let opening: Promise<Tended> | undefined;
  let failed: { readonly error: unknown; readonly atMs: number } | undefined;
  let restTimer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const endings = new Set<Promise<void>>();

  const open = async (): Promise<Tended> => {
    try {
      current = { press: await openPress(), users: 0 };
      return current;
    } catch (error) {
      failed = { error, atMs: performance.now() };
      throw error;
    } finally {
      opening = undefined;
    }
  };

  const retire = (tended: Tended): void => {
    if (current === tended) current = undefined;
    const ending = tended.press.close();
    endings.add(ending);
    void ending.finally(() => endings.delete(ending));
  };

  const take = async (): Promise<Tended> => {
    if (isClosed) throw new DomainError('renderer-unavailable', 'The PDF printer has been closed.');
    if (current?.press.isAlive() === true) return current;
    if (current !== undefined) retire(current);
    if (opening !== undefined) return opening;
    if (failed !== undefined && performance.now() - failed.atMs < RETRY_MS) throw failed.error;
    opening = open();
    return opening;
  };

  const giveBack = (tended: Tended): void => {
    tended.users -= 1;
    if (tended.users > 0 || tended !== current) return;
    if (tended.press.prints() >= PRINTS_A_PRESS) retire(tended);
    else restTimer = setTimeout(() => retire(tended), REST_MS).unref();
  };

  return {
    withPress: async (task) => {
      const tended = await take();
      clearTimeout(restTimer);
      tended.users += 1;
      try {
        return await task(tended.press);
      } finally {
        giveBack(tended);
      }
    },
    close: async () => {
      isClosed = true;
      clearTimeout(restTimer);
      await opening?.catch(() => undefined);
      if (current !== undefined) retire(current);
      await Promise.all(endings);
    },
  };
};
