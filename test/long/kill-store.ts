import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../src/adapters/embedded/embedded-store.ts';
import { startChild } from '../support/child.ts';
import type { Figures, Target } from './support/kill-campaign.ts';
import { runKillCampaign } from './support/kill-campaign.ts';

/**
 * kill -9 at random moments, again and again: no acknowledged entry may be missing from the embedded store
 * afterwards. `kill-store.ts [cycles] [seed]`. The last line is a control: a writer that answers before it writes
 * must be caught. A process that dies takes nothing from the disk's own cache, so this cannot stand in for a test
 * of the settings that guard against a power cut; those are read back in embedded-store.spec.ts.
 */
type Manner = 'honest' | 'hasty';

const CHILD = new URL('./support/kill-store-child.ts', import.meta.url);

const storeTarget = (folder: string, manner: Manner): Target => ({
  start: async () => {
    const { child, lines, ended } = startChild(CHILD, [folder, manner]);
    return {
      acknowledged: lines,
      kill: async () => {
        child.kill('SIGKILL');
        await ended;
      },
    };
  },
  inspect: async () => {
    // As a server, which also proves that the dead one's lock is gone.
    const store = await openEmbeddedStore({ folder, asServer: true });
    const present: string[] = [];
    const faults: string[] = [];
    for (const { decision } of await store.ledgers.loadHeads()) {
      for (const [index, { entry, openings }] of (await store.ledgers.load(decision, 0)).entries()) {
        const name = openings['name']?.value;
        if (typeof name === 'string') present.push(name);
        const isWhole = name === `${decision}/${index + 1}` && entry.seq === index + 1 && openings['more'];
        if (!isWhole) faults.push(`entry ${entry.seq} of ${decision} is not whole`);
      }
    }
    await store.close();
    return { present, faults };
  },
});

const campaign = async (manner: Manner, cycles: number, acks: number, seed: number): Promise<Figures> => {
  const folder = await mkdtemp(join(tmpdir(), 'counterweight-kill-'));
  try {
    return await runKillCampaign(storeTarget(folder, manner), { cycles, acks, seed });
  } finally {
    await rm(folder, { recursive: true });
  }
};

const report = (what: string, figures: Figures, seed: number): void => {
  const { cycles, acknowledged, lost, doubled, unanswered, faults } = figures;
  console.log(
    `${what}: ${cycles} kills, ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, ${faults.length} torn, ${unanswered} written but not yet answered (seed ${seed})`,
  );
  for (const fault of faults) console.log(`  ${fault}`);
};

const [cycles = 20, seed = Date.now() % 100_000] = process.argv.slice(2).map(Number);
const honest = await campaign('honest', cycles, 200, seed);
report('kill -9 of the embedded store', honest, seed);
const hasty = await campaign('hasty', 3, 50, seed);
report('control, a writer that answers too early', hasty, seed);

const isGood = honest.lost + honest.doubled + honest.faults.length === 0 && honest.acknowledged > 0;
if (!isGood) console.log('FAILED: an acknowledged entry was lost, doubled or torn.');
if (hasty.lost === 0) console.log('FAILED: the control was not caught, so the campaign proves nothing.');
process.exitCode = isGood && hasty.lost > 0 ? 0 : 1;
