import { DomainError } from '../../core/errors.ts';
import type { Fault } from '../../core/errors.ts';
import { EXIT, Exit } from '../output.ts';
import type { Output } from '../output.ts';

/** The faults of an input file, each with its place as its path; anything else is thrown on. */
export const faultsOf = (error: unknown): readonly Fault[] => {
  if (error instanceof DomainError && error.faults.length > 0) return error.faults;
  throw error;
};

/** One line a fault, FILE#/json/pointer: message or FILE:LINE: message, and nothing on stdout. */
export const refuseInput = (output: Output, faults: readonly Fault[]): never => {
  for (const { path, message } of faults) output.message(`${path}: ${message}`);
  throw new Exit(EXIT.usage);
};
