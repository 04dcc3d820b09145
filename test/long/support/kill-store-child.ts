import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { openEmbeddedStore } from '../../../src/adapters/embedded/embedded-store.ts';
import { buildStored } from '../../support/stored-entries.ts';

/**
 * The process to be killed: four writers, each appending to a decision of its own for as long as they live. A line
 * is printed only once the store has acknowledged the entry, except by `hasty`, which prints first: the campaign
 * must catch that.
 */
const [folder = '', manner = 'honest'] = process.argv.slice(2);
const { ledgers } = await openEmbeddedStore({ folder, asServer: true });

const write = async (decision: string): Promise<never> => {
  let seq = (await ledgers.loadHead(decision))?.seq ?? 0;
  for (;;) {
    seq += 1;
    const name = `${decision}/${seq}`;
    if (manner === 'hasty') {
      writeSync(1, `${name}\n`);
      await setTimeout(2);
    }
    const { outcome } = await ledgers.append(
      buildStored(decision, seq, { name, more: 'x'.repeat(300) }),
      name,
    );
    if (outcome !== 'appended') throw new Error(`${name}: ${outcome}`);
    if (manner === 'honest') writeSync(1, `${name}\n`);
    await setTimeout(0);
  }
};

await Promise.all(['d1', 'd2', 'd3', 'd4'].map(write));
