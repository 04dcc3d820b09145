import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../src/adapters/embedded/embedded-store.ts';
import { openDatabase } from '../../src/adapters/embedded/sqlite-binding.ts';
import type { Engine } from '../contract/engine.ts';

/** Reads the files as another program would: without SQLite, so that deleted text would be seen. */
const dumpFolder = async (folder: string): Promise<string> => {
  const texts = (await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'latin1'));
  return (await Promise.all(texts)).join('\n');
};

export const embeddedEngine: Engine = {
  name: 'embedded',
  newPlace: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'counterweight-store-'));
    return {
      open: () => openEmbeddedStore({ folder, asServer: false }),
      pretendFormat: async (format) => {
        const db = openDatabase(join(folder, 'counterweight.db'));
        db.prepare(`UPDATE meta SET value = ? WHERE name = 'format'`).run(String(format));
        db.close();
      },
      dump: () => dumpFolder(folder),
      remove: () => rm(folder, { recursive: true }),
    };
  },
};
