import { openEmbeddedStore } from '../../src/adapters/embedded/embedded-store.ts';
import { buildStored } from './stored-entries.ts';

/**
 * A process that opens the folder and tries to write every seq of one decision, as several processes at once would.
 * Prints the seqs that it won.
 */
const [folder = '', writer = '', count = '0'] = process.argv.slice(2);
const { ledgers, close } = await openEmbeddedStore({ folder, asServer: false });
for (let seq = 1; seq <= Number(count); seq += 1) {
  const answer = await ledgers.append(buildStored('race', seq, { from: writer }), `${writer}/${seq}`);
  if (answer.outcome === 'appended') console.log(seq);
}
await close();
