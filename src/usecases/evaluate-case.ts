import { DomainError } from '../core/errors.ts';
import { listCriteria } from '../core/rubric/walk-rubric.ts';
import type { Case } from '../core/scoring/case.ts';
import { evaluateCase } from '../core/scoring/evaluate.ts';
import type { Result } from '../core/scoring/result.ts';
import { sureWords } from '../core/scoring/sure-words.ts';

/** A case file, its rubric filled in, and the very bytes it was read from. */
export type LoadedCase = {
  readonly given: Case;
  readonly bytes: Uint8Array;
  /** Where a pointer into the case stands in the files: FILE#/json/pointer. */
  readonly placeOf: (path: string) => string;
};

/** Both throw DomainError; each fault's path is FILE#/json/pointer or FILE:LINE. */
export type CaseReader = {
  readonly loadCase: (file: string) => Promise<LoadedCase>;
  /** A case that came some other way, such as inside a report. Its rubric may be inside it or an id, not a path. */
  readonly parseCase: (name: string, bytes: Uint8Array) => Promise<LoadedCase>;
};

export type EvaluatedCase = {
  readonly given: Case;
  readonly result: Result;
  readonly howSure: string | null;
};

/** The analysis of a case file, and one sentence that says how sure it is. */
export const evaluateCaseFile = async (
  reader: CaseReader,
  file: string,
  options: { readonly partial: boolean },
): Promise<EvaluatedCase> => {
  const { given, placeOf } = await reader.loadCase(file);
  const result = evaluatePlaced(given, placeOf, options);
  return { given, result, howSure: howSure(given, result) };
};

/** Evaluates a case again from its bytes; throws a DomainError when it cannot be. */
export const recomputeCase = async (
  reader: Pick<CaseReader, 'parseCase'>,
  bytes: Uint8Array,
): Promise<Result> => {
  const { given, placeOf } = await reader.parseCase('case.json', bytes);
  return evaluatePlaced(given, placeOf, { partial: false });
};

const evaluatePlaced = (
  given: Case,
  placeOf: LoadedCase['placeOf'],
  options: { readonly partial: boolean },
): Result => {
  try {
    return evaluateCase(given, options);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const faults = error.faults.map((fault) => ({ ...fault, path: placeOf(fault.path) }));
    throw new DomainError(error.code, error.detail, error.evidence, faults);
  }
};

const howSure = (given: Case, result: Result): string | null =>
  sureWords(
    result,
    Object.fromEntries(given.options.map(({ id, title }) => [id, title])),
    Object.fromEntries(listCriteria(given.rubric).map(({ criterion }) => [criterion.id, criterion.title])),
  );
