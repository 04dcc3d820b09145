import { closeSync, openSync } from 'node:fs';

/**
 * Makes an empty file that only its owner can read, if there is none; SQLite gives its side files the same mode.
 * An existing file must not even be opened: closing it would drop every lock that this process holds on it.
 */
export const makePrivateFile = (file: string): void => {
  try {
    closeSync(openSync(file, 'ax', 0o600));
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
};
