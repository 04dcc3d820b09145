import { DomainError } from '../../core/errors.ts';

/** SQLite's primary result codes that a person can do something about. */
const BUSY = 5;
const READ_ONLY = 8;
const FULL = 13;
const CANNOT_OPEN = 14;
const CONSTRAINT = 19;

/** After one of these the file may not hold what was just confirmed: nothing more is read or written until a restart. */
const BROKEN = new Set([10, 11, 26]);

const primaryCode = (fault: unknown): number | undefined => {
  const code = fault instanceof Error ? (fault as Error & { errcode?: unknown }).errcode : undefined;
  return typeof code === 'number' ? code & 0xff : undefined;
};

export const isBusy = (fault: unknown): boolean => primaryCode(fault) === BUSY;

export const leavesStoreBroken = (fault: unknown): boolean => BROKEN.has(primaryCode(fault) ?? -1);

const sentenceFor = (code: number, folder: string): string => {
  switch (code) {
    case BUSY:
      return `The data in ${folder} is held by another process for longer than usual. Try again in a moment.`;
    case FULL:
      return `The disk that holds ${folder} is full. Nothing was written. Make room and try again.`;
    case READ_ONLY:
    case CANNOT_OPEN:
      return `The data in ${folder} cannot be opened for writing. Check that the folder exists and belongs to the account that runs the service.`;
    default:
      return `The data in ${folder} cannot be read or written (SQLite code ${code}). Check the disk, then start the service again.`;
  }
};

/**
 * Turns what SQLite or the file system threw into an error of ours; anything else is handed back as it is. Only a
 * backup made by hand can break a unique key, because every other write looks first.
 */
export const storeErrorFrom = (fault: unknown, folder: string): unknown => {
  if (fault instanceof Error && 'syscall' in fault) {
    const { code } = fault as NodeJS.ErrnoException;
    return new DomainError('store-unavailable', sentenceFor(CANNOT_OPEN, folder), { cause: code });
  }
  const code = primaryCode(fault);
  if (code === undefined) return fault;
  if (code === CONSTRAINT) {
    return new DomainError(
      'invalid-input',
      'The same entry, request key or record occurs twice. Nothing was written.',
    );
  }
  return new DomainError('store-unavailable', sentenceFor(code, folder), { sqlite: code });
};
