import { DomainError } from '../../core/errors.ts';

const SAVE_AS = 'Open it in your spreadsheet program and save it as .xlsx or .csv.';

/** The file is of another kind: what it is, and the way out. */
export const otherKind = (what: string): DomainError =>
  new DomainError('invalid-input', `This file is ${what}. ${SAVE_AS}`);

/** The file is of our kind and cannot be read to the end. */
export const damaged = (where: string): DomainError =>
  new DomainError(
    'invalid-input',
    `This file is damaged: ${where}. Open it in your spreadsheet program, save it again and send that.`,
  );

export const tooLarge = (what: string): DomainError => new DomainError('too-large', what);
