import { Error as MongooseError, mongo } from 'mongoose';
import { DomainError } from '../../core/errors.ts';

const DUPLICATE_KEY = 11_000;
const DOCUMENT_TOO_LARGE = 10_334;

export const isDuplicateKey = (fault: unknown): boolean =>
  fault instanceof mongo.MongoServerError && fault.code === DUPLICATE_KEY;

const isTooLarge = (fault: Error): boolean =>
  (fault instanceof mongo.MongoServerError && fault.code === DOCUMENT_TOO_LARGE) ||
  /too large|BSONObj size/.test(fault.message);

/** A name such as MongoServerSelectionError or NotWritablePrimary. Messages are left out: they may quote the address. */
const nameOf = (fault: Error): string =>
  fault instanceof mongo.MongoServerError && fault.codeName ? fault.codeName : fault.name;

const unreachable = (place: string, cause: string): DomainError =>
  new DomainError(
    'store-unavailable',
    `${place} cannot be reached or did not confirm (${cause}). Check the server and the network, then try again.`,
    { cause },
  );

/** Turns what mongoose or the driver threw into an error of ours; anything else is handed back as it is. */
export const storeErrorFrom = (fault: unknown, place: string): unknown => {
  if (fault instanceof MongooseError.CastError || fault instanceof MongooseError.ValidationError) {
    return new DomainError('invalid-input', 'A value has the wrong type for its place in the store.');
  }
  if (!(fault instanceof mongo.MongoError || fault instanceof MongooseError)) return fault;
  if (isTooLarge(fault)) {
    return new DomainError('too-large', 'This is too much for one entry (16 MB). Attach less and try again.');
  }
  return unreachable(place, nameOf(fault));
};

/** While connecting: an address that makes no sense, a file it names that is not there, or a server that is not. */
export const connectErrorFrom = (fault: unknown): DomainError => {
  const { name, code, syscall } = fault as NodeJS.ErrnoException;
  if (syscall === 'open') {
    return new DomainError('settings-invalid', `MONGODB_URI names a file that cannot be read (${code}).`);
  }
  if (/^Mongo(Parse|Runtime|API|InvalidArgument|MissingDependency)/.test(name)) {
    return new DomainError(
      'settings-invalid',
      'MONGODB_URI is not an address that MongoDB understands. It looks like mongodb://host:27017/name or mongodb+srv://host/name.',
    );
  }
  return unreachable(
    'The MongoDB server of MONGODB_URI',
    code === undefined || syscall === undefined ? name : code,
  );
};
