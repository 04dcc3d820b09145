import { Error as MongooseError, mongo } from 'mongoose';
import { DomainError } from '../../core/errors.ts';

const DUPLICATE_KEY = 11_000;
const DOCUMENT_TOO_LARGE = new Set([10_334, 17_280, 17_419, 17_420]);

export const isDuplicateKey = (fault: unknown): boolean =>
  fault instanceof mongo.MongoServerError && fault.code === DUPLICATE_KEY;

const isTooLarge = (fault: Error): boolean =>
  (fault instanceof mongo.MongoServerError && DOCUMENT_TOO_LARGE.has(Number(fault.code))) ||
  /larger than the maximum size|BSONObj size/.test(fault.message);

/** A name such as MongoServerSelectionError or NotWritablePrimary. Messages are left out: they may quote the address. */
const nameOf = (fault: Error): string =>
  fault instanceof mongo.MongoServerError && fault.codeName ? fault.codeName : fault.name;

/** Turns what mongoose or the driver threw into an error of ours; anything else is handed back as it is. */
export const storeErrorFrom = (fault: unknown, place: string): unknown => {
  if (fault instanceof MongooseError.CastError || fault instanceof MongooseError.ValidationError) {
    return new DomainError('invalid-input', 'A value has the wrong type for its place in the store.');
  }
  if (!(fault instanceof mongo.MongoError || fault instanceof MongooseError)) return fault;
  if (isTooLarge(fault)) {
    return new DomainError('too-large', 'This is too much for one entry (16 MB). Attach less and try again.');
  }
  return new DomainError(
    'store-unavailable',
    `${place} cannot be reached or did not confirm (${nameOf(fault)}). Check the server and the network, then try again.`,
    { cause: nameOf(fault) },
  );
};
