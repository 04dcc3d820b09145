/**
 * Writes the golden ledgers: `npx tsx test/golden/ledger/make.ts`. The spec holds the files to what this makes, so a change
 * of the format shows as a change of files. Salts are fixed here; a real ledger draws them at random.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invalidLedgers } from './invalid-ledgers.ts';
import { validLedgers } from './valid-ledgers.ts';

export const goldenFolder = dirname(fileURLToPath(import.meta.url));

const write = (folder: string, name: string, bytes: Uint8Array): void => {
  mkdirSync(join(goldenFolder, folder), { recursive: true });
  writeFileSync(join(goldenFolder, folder, `${name}.json`), bytes);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, bytes } of validLedgers()) write('valid', name, bytes);
  for (const { name, bytes } of invalidLedgers()) write('invalid', name, bytes);
}
