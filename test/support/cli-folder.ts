import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file below a folder with the digest of its bytes; null when there is no such folder. SQLite's index in shared
 * memory is left out: it is worked out afresh by whoever looks.
 */
export const listBytes = (folder: string): Readonly<Record<string, string>> | null => {
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => !name.endsWith('-shm') && statSync(join(folder, name)).isFile());
  const digest = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return Object.fromEntries(files.map((name) => [name, digest(name)]));
};
