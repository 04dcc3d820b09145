import { setTimeout } from 'node:timers/promises';

/** One life of the process under test. */
export type Life = {
  /** The name of each write as its acknowledgement arrives; ends when the process does. */
  readonly acknowledged: AsyncIterable<string>;
  /** SIGKILL, and wait until it is gone. */
  readonly kill: () => Promise<void>;
};

/** What holds the writes: a bare store, or a whole server spoken to over HTTP. */
export type Target = {
  readonly start: () => Promise<Life>;
  /** Looks with fresh eyes: the names of all writes that are there, and a sentence for each thing that is not whole. */
  readonly inspect: () => Promise<{
    readonly present: readonly string[];
    readonly faults: readonly string[];
  }>;
};

export type Figures = {
  readonly cycles: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly unanswered: number;
  readonly faults: readonly string[];
};

/** A small generator, so that a campaign can be run again exactly as it was (Mulberry32). */
const createDice = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const livesUntil = async (life: Life, acks: number, delayMs: number): Promise<string[]> => {
  const seen: string[] = [];
  for await (const name of life.acknowledged) {
    seen.push(name);
    // Not awaited: what is acknowledged while the blow falls counts as well.
    if (seen.length === acks) void setTimeout(delayMs).then(() => life.kill());
  }
  return seen;
};

/**
 * Starts the target, waits for about `acks` acknowledgements, kills it, looks, starts it again, and so on. Every
 * fifth life ends while it is starting. Lost: acknowledged, and not there. Doubled: there twice. Unanswered: there,
 * although the answer never left, which is allowed.
 */
export const runKillCampaign = async (
  target: Target,
  { cycles, acks, seed }: { cycles: number; acks: number; seed: number },
): Promise<Figures> => {
  const dice = createDice(seed);
  const acknowledged = new Set<string>();
  let figures: Figures = { cycles, acknowledged: 0, lost: 0, doubled: 0, unanswered: 0, faults: [] };
  for (let cycle = 1; cycle <= cycles; cycle += 1) {
    const life = await target.start();
    if (cycle % 5 === 0) void setTimeout(dice() * 600).then(() => life.kill());
    const wanted = Math.round(acks * (0.5 + dice()));
    for (const name of await livesUntil(life, wanted, dice() * 5)) acknowledged.add(name);
    await life.kill();
    const { present, faults } = await target.inspect();
    const there = new Set(present);
    figures = {
      cycles,
      acknowledged: acknowledged.size,
      lost: [...acknowledged].filter((name) => !there.has(name)).length,
      doubled: present.length - there.size,
      unanswered: [...there].filter((name) => !acknowledged.has(name)).length,
      faults: [...figures.faults, ...faults.map((fault) => `after kill ${cycle}: ${fault}`)],
    };
  }
  return figures;
};
