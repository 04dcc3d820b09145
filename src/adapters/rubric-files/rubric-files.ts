import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RubricFiles } from '../../usecases/ports.ts';

const NAME = /^([a-z0-9-]+(?:\.[0-9]+)*)\.v([1-9][0-9]*)\.json$/;

type Listed = { readonly id: string; readonly version: number; readonly file: string };

/** Rubric files as they ship: rubrics/<id>.v<n>.json. */
export const createRubricFiles = (folder: string): RubricFiles => {
  const listed = async (): Promise<readonly Listed[]> =>
    (await readdir(folder)).sort().flatMap((file) => {
      const match = NAME.exec(file);
      return match ? [{ id: match[1] ?? '', version: Number(match[2]), file }] : [];
    });
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, file), 'utf8'));
  const latest = (all: readonly Listed[]): readonly Listed[] =>
    all.filter((one) => !all.some((other) => other.id === one.id && other.version > one.version));

  return {
    list: async () =>
      Promise.all(
        latest(await listed()).map(async ({ id, version, file }) => {
          const rubric = (await read(file)) as { title?: string; purpose?: string };
          return { id, version, title: rubric.title ?? id, purpose: rubric.purpose ?? '' };
        }),
      ),
    load: async (id, version) => {
      const all = (await listed()).filter((one) => one.id === id);
      const found = version === undefined ? latest(all)[0] : all.find((one) => one.version === version);
      return found ? read(found.file) : undefined;
    },
  };
};
