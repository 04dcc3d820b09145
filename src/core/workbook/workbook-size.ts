import { DomainError } from '../errors.ts';

/** More than any panel has marked; beyond this a file is a mistake, or is meant to keep the service busy. */
const MOST_CELLS = 100_000;
const MOST_CRITERIA = 300;
const MOST_NAMES = 100;

export const assertCells = (rows: number, columns: number): void => {
  if (rows * columns > MOST_CELLS)
    throw tooLarge(`${rows} rows with ${columns} columns of marks`, `at most ${MOST_CELLS} cells of marks`);
};

export const assertSize = (criteria: number, bidders: number, assessors: number): void => {
  if (criteria > MOST_CRITERIA) throw tooLarge(`${criteria} different questions`, `at most ${MOST_CRITERIA}`);
  if (bidders > MOST_NAMES) throw tooLarge(`${bidders} bidders`, `at most ${MOST_NAMES}`);
  if (assessors > MOST_NAMES) throw tooLarge(`${assessors} assessors`, `at most ${MOST_NAMES}`);
};

const tooLarge = (found: string, most: string): DomainError =>
  new DomainError(
    'too-large',
    `As it is named now, this spreadsheet has ${found}; ${most} are read. Check which columns are named, or send fewer rows.`,
  );
