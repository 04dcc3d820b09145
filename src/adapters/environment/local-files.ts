import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { DomainError } from '../../core/errors.ts';

/** Files that a command reads and writes. A file appears whole or not at all. */
export const localFiles = {
  read: async (file: string): Promise<Uint8Array> => {
    try {
      return new Uint8Array(await readFile(file));
    } catch (error) {
      throw new DomainError(
        'invalid-input',
        `${file}: cannot be read (${reasonOf(error)}). Check the name and that you may read it.`,
      );
    }
  },
  write: async (file: string, bytes: Uint8Array | string): Promise<void> => {
    const staging = `${file}.${process.pid}.part`;
    try {
      await writeFile(staging, bytes);
      await rename(staging, file);
    } catch (error) {
      await rm(staging, { force: true });
      throw new DomainError(
        'invalid-input',
        `${file}: cannot be written (${reasonOf(error)}). Check the folder and that you may write there.`,
      );
    }
  },
};

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown reason';
